using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Titration;

/// <summary>The technique <c>warburg-diffusivity</c>: Warburg coefficient and what diffusivity follows with which area.</summary>
public sealed class WarburgTechnique : IAnalysisTechnique
{
    private const string From = "from", To = "to", Concentration = "concentration", MolarVolume = "molar-volume", Slope = "voltage-slope";

    /// <inheritdoc/>
    public string Name => "warburg-diffusivity";

    /// <inheritdoc/>
    public string Summary => "Warburg coefficient of a spectrum, the product of diffusivity and squared area that it holds, and the diffusivity where the area is stated.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        CommonOptions.Temperature,
        TechniqueOption.Measure(From, "lowest frequency of the 45 degree line; without it, chosen", QuantityRule.Like("10 mHz").Above("0 Hz")),
        TechniqueOption.Measure(To, "highest frequency of the 45 degree line; without it, chosen", QuantityRule.Like("1 Hz").Above("0 Hz")),
        TechniqueOption.Measure(Concentration, "concentration of the species that diffuses, for a redox couple or a salt", QuantityRule.Like("1.2 mol/L").Above("0 mol/L")),
        TechniqueOption.Measure(MolarVolume, "molar volume of the host, for insertion", QuantityRule.Like("20.7 cm3/mol").Above("0 cm3/mol")),
        TechniqueOption.Measure(Slope, "slope dE/dx of the open-circuit voltage over the content, for insertion", QuantityRule.Like("-0.62 V")),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/diffusion.csv --area \"1.13 cm2 +- 0.02 cm2\" --temperature \"25 degC\" --concentration \"1.2 mol/L\"",
        "data/measurements/diffusion.csv --json",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        WarburgResult result = WarburgMethod.Read(
            (Spectrum)measurements[0].Measurement,
            new WarburgOptions { From = settings.Measure(From)?.InSi ?? double.NaN, To = settings.Measure(To)?.InSi ?? double.NaN });
        ImmutableArray<FoundQuantity> found = Quantities(result, settings);
        return new AnalysisOutcome
        {
            Method = "warburg-diffusivity/1",
            Title = "Warburg coefficient and diffusivity",
            Quantities = found,
            Figures = [Figure(result)],
            Warnings = Warnings(result, measurements.Length),
            CannotSay =
            [
                "The coefficient holds the product D·A² and never D alone: the area at which the diffusion begins is the geometric one for a flat electrode and many times larger for a porous one.",
                .. found.Any(quantity => quantity.Key == "diffusivity_times_area_squared") ? ImmutableArray<string>.Empty
                    : ["Without the concentration (redox couple, salt) or molar volume and slope of the open-circuit voltage (insertion) no D·A² follows from σ_w."],
            ],
            Basis =
            [
                FormattableString.Invariant($"Z = R + σ_w(1 − j)/√ω, lines over ω^−½ through {result.Frequency.Length} points from {result.Frequency[0]:G4} Hz to {result.Frequency[^1]:G4} Hz."),
                "Redox couple: D = (RT)²/(2A²F⁴c²σ_w²), Bard and Faulkner, Electrochemical Methods, 2nd ed. (2001), ch. 10.3. Insertion: D = ½[V_m(dE/dx)/(F·A·σ_w)]², Ho, Raistrick and Huggins, J. Electrochem. Soc. 127 (1980) 343, doi 10.1149/1.2129668.",
            ],
        };
    }

    private static ImmutableArray<FoundQuantity> Quantities(WarburgResult result, TechniqueSettings settings)
    {
        Uncertain sigma = result.Coefficient;
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(FoundQuantity.FromSi("warburg_coefficient", "Warburg coefficient from Z′", "ohm/s^0.5", sigma.Value, sigma.Uncertainty));
        found.Add(FoundQuantity.FromSi("warburg_coefficient_imaginary", "Warburg coefficient from −Z″", "ohm/s^0.5", result.FromImaginary.Value, result.FromImaginary.Uncertainty));
        found.Add(FoundQuantity.FromSi("resistance_before_diffusion", "Resistance before the diffusion", "ohm", result.Resistance.Value, result.Resistance.Uncertainty));
        if (Product(sigma.Value, settings) is not { } product)
        {
            return found.ToImmutable();
        }

        // D·A² goes with σ_w⁻² and with the squares of c, or of V_m and dE/dx.
        double share = Math.Sqrt(Square(2.0 * sigma.Uncertainty / sigma.Value) + new[] { Concentration, MolarVolume, Slope }
            .Select(name => settings.Measure(name)).OfType<Quantity>().Sum(value => Square(2.0 * value.UncertaintyInSi / value.InSi)));
        found.Add(FoundQuantity.Positive("diffusivity_times_area_squared", "Diffusivity times squared area D·A²", "cm6/s", product, product * share));
        if (settings.Measure(CommonOptions.Area.Name) is { } area)
        {
            double diffusivity = product / (area.InSi * area.InSi), total = Math.Sqrt((share * share) + Square(2.0 * area.UncertaintyInSi / area.InSi));
            found.Add(FoundQuantity.Positive("diffusivity", "Diffusivity with the stated area", "cm2/s", diffusivity, diffusivity * total) with
            {
                Meaning = "changes with the square of the area at which the diffusion begins",
            });
        }

        return found.ToImmutable();
    }

    private static double? Product(double coefficient, TechniqueSettings settings)
    {
        if (settings.Measure(Concentration) is { } concentration)
        {
            Quantity temperature = settings.Require(CommonOptions.Temperature.Name, "a diffusivity from a concentration needs RT/F");
            return WarburgMethod.OfConcentration(coefficient, concentration.InSi, temperature.InSi);
        }

        return settings.Measure(MolarVolume) is { } volume && settings.Measure(Slope) is { } slope
            ? WarburgMethod.OfInsertion(coefficient, volume.InSi, slope.InSi) : null;
    }

    private static double Square(double value) => value * value;

    private static OutcomeFigure Figure(WarburgResult result) => new(
        "Impedance over the inverse root of frequency",
        new OutcomeAxis("ω^−½", "√s"),
        new OutcomeAxis("Z′ and −Z″", "Ω"),
        [
            new OutcomeCurve("Z′", OutcomeMark.Measured, result.InverseRoot, result.Real),
            new OutcomeCurve("−Z″", OutcomeMark.Chosen, result.InverseRoot, result.NegativeImaginary),
            new OutcomeCurve("Line through Z′", OutcomeMark.Line, result.InverseRoot, [.. result.InverseRoot.Select(x => result.Resistance.Value + (result.Coefficient.Value * x))]),
        ])
    {
        Caption = "Semi-infinite diffusion gives two parallel straight lines.",
    };

    private static ImmutableArray<OutcomeWarning> Warnings(WarburgResult result, int count)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        if (!result.IsSemiInfinite)
        {
            warnings.Add(new OutcomeWarning("not-45-degrees", WarningLevel.Serious, FormattableString.Invariant(
                $"−Z″ rises by {result.Slope:G3} of Z′ and not by 1: this is no semi-infinite diffusion, and σ_w has no meaning; a finite length or a constant phase element would.")));
        }

        if (count > 1)
        {
            warnings.Add(new OutcomeWarning("one-of-several", WarningLevel.Notice, FormattableString.Invariant($"Of {count} spectra the first was read.")));
        }

        return warnings.ToImmutable();
    }
}
