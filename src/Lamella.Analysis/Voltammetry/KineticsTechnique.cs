using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Voltammetry;

/// <summary>The technique <c>tafel</c>: exchange current density from a polarisation curve by every method at once.</summary>
public sealed class KineticsTechnique : IAnalysisTechnique
{
    private const string Faces = "faces", Resistance = "ohmic-resistance", FitResistance = "fit-resistance", Equilibrium = "equilibrium";
    private const string Anodic = "anodic-from", Cathodic = "cathodic-from", Linear = "linear-to", Limiting = "limiting-current";

    /// <inheritdoc/>
    public string Name => "tafel";

    /// <inheritdoc/>
    public string Summary => "Exchange current density from a slow sweep through equilibrium: whole Butler-Volmer law, Allen-Hickling, Tafel lines and linear region, without the ohmic drop.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Sweep, MeasurementKind.TimeSeries];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        CommonOptions.Temperature,
        TechniqueOption.Choice(Faces, "equal faces in series that the voltage spans: 1 against a reference electrode, 2 in a symmetric cell", ["1", "2"], "1"),
        TechniqueOption.Measure(Resistance, "ohmic resistance of the cell, which is taken away; without it nothing is", QuantityRule.Like("12 ± 0.5 ohm").AtLeast("0 ohm")),
        TechniqueOption.Switch(FitResistance, "fit the ohmic resistance together with the kinetics"),
        TechniqueOption.Measure(Equilibrium, "voltage without current; without it, where the current changes its sign", QuantityRule.Like("0 V")),
        TechniqueOption.Measure(Anodic, "least overpotential of the anodic Tafel line; without it, where the reverse reaction is below 1 %", QuantityRule.Like("120 mV").Above("0 V")),
        TechniqueOption.Measure(Cathodic, "least overpotential of the cathodic Tafel line; without it, where the reverse reaction is below 1 %", QuantityRule.Like("120 mV").Above("0 V")),
        TechniqueOption.Measure(Limiting, "limiting current density of the electrolyte, at which the salt at one electrode is used up; a share of it widens the interval", QuantityRule.Like("2 mA/cm2").Above("0 A/m2")),
        TechniqueOption.Measure(Linear, "largest overpotential of the linear region", QuantityRule.Like("10 mV").Above("0 V"), "10 mV"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/tafel.anodic.bdf.csv data/measurements/tafel.cathodic.bdf.csv --area \"1.131 cm2\" --temperature \"25 degC\" --faces 2 --fit-resistance",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Quantity area = settings.Require(CommonOptions.Area.Name, "an exchange current density is a current per area");
        Quantity temperature = settings.Require(CommonOptions.Temperature.Name, "the law of Butler and Volmer needs RT/F");
        Uncertain resistance = settings.Measure(Resistance) is { } given ? Uncertain.Of(given) : default;
        if (settings.IsOn(FitResistance) && settings.Has(Resistance))
        {
            throw new Core.Errors.InputException(
                Core.Errors.InputPlace.Whole("--" + FitResistance), $"stands beside --{Resistance}, which states what would be fitted.", "one of the two", "Leave one of them out.");
        }

        var options = new KineticsOptions
        {
            Temperature = temperature.InSi,
            Faces = settings.Words(Faces) == "2" ? 2 : 1,
            Resistance = settings.IsOn(FitResistance) ? double.NaN : resistance.Value * area.InSi,
            ResistanceUncertainty = resistance.Uncertainty * area.InSi,
            Equilibrium = settings.Measure(Equilibrium)?.InSi ?? double.NaN,
            AnodicFrom = settings.Measure(Anodic)?.InSi ?? double.NaN,
            CathodicFrom = settings.Measure(Cathodic)?.InSi ?? double.NaN,
            LimitingCurrent = settings.Measure(Limiting)?.InSi ?? double.NaN,
            LinearTo = settings.Measure(Linear)!.InSi,
        };
        VoltammetryCurve curve = Joined(measurements, area.InSi);
        return KineticsOutcome.Of(KineticsMethods.Read(curve, options, cancellation), options, Uncertain.Of(area), settings.Has(Resistance));
    }

    /// <summary>Joins the branches, which are often in files of their own; of a file with a sweep the series is the same record.</summary>
    private static VoltammetryCurve Joined(ImmutableArray<NamedMeasurement> measurements, double area)
    {
        VoltammetryCurve[] curves =
        [
            .. measurements.GroupBy(item => item.File).SelectMany(file => file.Any(item => item.Kind == MeasurementKind.Sweep)
                ? file.Where(item => item.Kind == MeasurementKind.Sweep) : file)
                .Select(item => VoltammetryCurve.Of(item.Measurement, area)),
        ];
        return new VoltammetryCurve([.. curves.SelectMany(curve => curve.Voltage)], [.. curves.SelectMany(curve => curve.CurrentDensity)], curves[0].ScanRate);
    }
}
