using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Voltammetry;

/// <summary>The technique <c>exchange-current</c>: exchange current density from the resistance of charge transfer.</summary>
public sealed class ExchangeTechnique : IAnalysisTechnique
{
    private const string ChargeTransfer = "charge-transfer", Film = "film", Faces = "faces", CircuitText = "circuit";

    /// <inheritdoc/>
    public string Name => "exchange-current";

    /// <inheritdoc/>
    public string Summary => "Exchange current density from the resistance of charge transfer in an impedance, with and without the arc of a film.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public bool RunsWithoutMeasurement => true;

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        CommonOptions.Temperature,
        TechniqueOption.Measure(ChargeTransfer, "resistance of charge transfer of all faces in series; without it, from the slowest arc of the spectrum", QuantityRule.Like("90.8 ± 0.5 ohm").Above("0 ohm")),
        TechniqueOption.Measure(Film, "resistance of films of all faces in series, for the comparison", QuantityRule.Like("20 ± 1 ohm").Above("0 ohm")),
        TechniqueOption.Words(CircuitText, "circuit for the spectrum, such as R0-p(R1,CPE1)-W1; without it, one is chosen"),
        TechniqueOption.Choice(Faces, "equal faces in series: 1 against a reference electrode, 2 in a symmetric cell", ["1", "2"]),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "--charge-transfer \"90.8 +- 0.5 ohm\" --area \"1.131 cm2 +- 0.01 cm2\" --temperature \"70 degC\" --faces 2",
        "data/measurements/polarisation.spectra.csv --area \"1.131 cm2\" --temperature \"70 degC\" --faces 2 --json",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Quantity area = settings.Require(CommonOptions.Area.Name, "an exchange current density is a current per area");
        Quantity temperature = settings.Require(CommonOptions.Temperature.Name, "the relation i₀ = RT/(F·R·A) needs it");
        int faces = settings.Words(Faces) switch
        {
            "1" => 1,
            "2" => 2,
            _ => throw new Core.Errors.InputException(Core.Errors.InputPlace.Whole("--" + Faces), "is missing: one face or two make a factor of two.", "1 or 2", "Write --faces 2 for a symmetric cell."),
        };
        NamedMeasurement? taken = measurements.FirstOrDefault(item => item.Kind == MeasurementKind.Spectrum);
        InterfaceSpectrum? spectrum = settings.Has(ChargeTransfer) || taken is null ? null
            : InterfaceSpectrum.Of((Spectrum)taken.Measurement, settings.Has(CircuitText) ? Circuit.Parse(settings.Words(CircuitText)) : null, cancellation);

        // The slowest arc of the interfaces is the charge transfer; a faster one is a film, whose capacitance is smaller.
        Uncertain charge = spectrum?.Interfaces[^1].Resistance ?? Uncertain.Of(settings.Require(ChargeTransfer, "no spectrum was given from which it could be read"));
        Uncertain? film = settings.Measure(Film) is { } stated ? Uncertain.Of(stated)
            : spectrum is { Interfaces.Length: > 1 } ? spectrum.InterfaceResistance with { Value = spectrum.InterfaceResistance.Value - charge.Value } : null;
        AnalysisOutcome outcome = Of(charge, film, Uncertain.Of(area), Uncertain.Of(temperature), faces);
        return spectrum is null ? outcome : outcome with
        {
            Figures = InterfaceFigures.Nyquist("Impedance with the fitted circuit", (spectrum, string.Empty)),
            Tables = InterfaceFigures.Arcs((spectrum, taken!.Title)),
            Warnings = Warnings(spectrum, measurements.Length),
        };
    }

    private static ImmutableArray<OutcomeWarning> Warnings(InterfaceSpectrum spectrum, int count)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        if (spectrum.Interfaces.Length > 1)
        {
            warnings.Add(new OutcomeWarning("several-arcs", WarningLevel.Caution, "The spectrum has several arcs of interfaces: the slowest was taken for the charge transfer, faster ones for films."));
        }

        if (count > 1)
        {
            warnings.Add(new OutcomeWarning("one-of-several", WarningLevel.Notice, FormattableString.Invariant($"Of {count} spectra the first was read.")));
        }

        warnings.AddRange(spectrum.Fit.Warnings.Select(warning => new OutcomeWarning("spectrum-" + warning.Code, WarningLevel.Notice, warning.Text)));
        return warnings.ToImmutable();
    }

    private static AnalysisOutcome Of(Uncertain charge, Uncertain? film, Uncertain area, Uncertain temperature, int faces)
    {
        var found = ImmutableArray.CreateBuilder<FoundQuantity>();
        found.Add(Exchange("exchange_current", "Exchange current density, charge transfer alone", charge, area, temperature, faces));
        found.Add(FoundQuantity.FromSi("charge_transfer", "Resistance of charge transfer of one face", "ohm cm2", charge.Value * area.Value / faces, charge.Value * area.Value / faces * Relative(charge, area)));
        if (film is { } given)
        {
            var both = new Uncertain(charge.Value + given.Value, Math.Sqrt((charge.Uncertainty * charge.Uncertainty) + (given.Uncertainty * given.Uncertainty)));
            found.Add(Exchange("apparent_exchange_current_with_film", "Apparent exchange current density, film and charge transfer together", both, area, temperature, faces) with
            {
                Meaning = "what follows where the arc of the film is taken for charge transfer too; too small for a rate of reaction",
            });
        }

        return new AnalysisOutcome
        {
            Method = "exchange-current/1",
            Title = "Exchange current density from the resistance of charge transfer",
            Quantities = found.ToImmutable(),
            CannotSay = ["The transfer coefficient does not enter at equilibrium and is not known from it.", "Which arc is charge transfer and which a film, its capacitance and its dependence on temperature can tell; a single spectrum often cannot."],
            Basis = [FormattableString.Invariant($"i₀ = {faces}·RT/(F·R_ct·A), the slope of the law of Butler and Volmer at equilibrium; Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 8.")],
        };
    }

    private static FoundQuantity Exchange(string key, string name, Uncertain resistance, Uncertain area, Uncertain temperature, int faces)
    {
        double value = KineticsMethods.FromChargeTransferResistance(resistance.Value * area.Value, faces, temperature.Value);
        double share = Math.Sqrt(Math.Pow(Relative(resistance, area), 2.0) + Math.Pow(temperature.Uncertainty / temperature.Value, 2.0));
        return FoundQuantity.FromSi(key, name, "mA/cm2", value, value * share);
    }

    private static double Relative(Uncertain first, Uncertain second) =>
        Math.Sqrt(Math.Pow(first.Uncertainty / first.Value, 2.0) + Math.Pow(second.Uncertainty / second.Value, 2.0));
}
