using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Plating;

/// <summary>The technique <c>plating</c>: overpotentials, critical current, shorts, coulombic efficiency and lithium inventory.</summary>
public sealed class PlatingTechnique : IAnalysisTechnique
{
    private const string Cell = "cell", Drop = "short-drop", Reserve = "lithium-reserve", Accuracy = "charge-accuracy", Every = "every-half-cycle", After = "spectrum-after";

    /// <inheritdoc/>
    public string Name => "plating";

    /// <inheritdoc/>
    public string Summary => "Overpotential of each half cycle, critical current, soft and hard shorts with their evidence, coulombic efficiency and lithium inventory of plating and stripping.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.TimeSeries, MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        TechniqueOption.Choice(Cell, "what stands against what: lithium against lithium, lithium against a bare collector (a discharge plates), or a cathode against a bare collector (a charge plates)", ["symmetric", "copper", "anode-free"], "symmetric"),
        TechniqueOption.Measure(Drop, "least sudden loss of overpotential that counts as a short", QuantityRule.Like("30 %").Above("0 %").Below("100 %"), "30 %"),
        TechniqueOption.Measure(Reserve, "lithium beside that which is cycled, per area (10 um of foil hold 2.06 mAh/cm2)", QuantityRule.Like("2.06 mAh/cm2").AtLeast("0 mAh/cm2")),
        TechniqueOption.Measure(Accuracy, "relative standard uncertainty of a charge that the instrument measures", QuantityRule.Like("0.1 %").AtLeast("0 %").Below("10 %"), "0.1 %"),
        CommonOptions.Temperature,
        TechniqueOption.Number(After, "half cycle behind which a spectrum was taken, one for each spectrum in their order, 0 for one before the first; without it, the pauses of the record tell where they can", 0, 1e6) with { AllowsMany = true },
        TechniqueOption.Switch(Every, "shows every half cycle in the table; without it, at most sixty"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/critical-current.bdf.csv --area \"1 cm2\"",
        "data/measurements/aurbach.bdf.csv --area \"1.131 cm2\" --cell copper --lithium-reserve \"2.06 mAh/cm2\" --json",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new PlatingOptions
        {
            Area = settings.Require(CommonOptions.Area.Name, "current densities and areal charges need the area of an electrode").InSi,
            Cell = settings.Words(Cell) switch { "copper" => PlatingCell.Collector, "anode-free" => PlatingCell.AnodeFree, _ => PlatingCell.Symmetric },
            ShortDrop = settings.Measure(Drop)!.InSi,
            Reserve = settings.Measure(Reserve)?.InSi,
            ChargeAccuracy = settings.Measure(Accuracy)!.InSi,
            SpectrumAfter = [.. settings.Many(After).Select(text => (int)double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))],
            Temperature = settings.Measure(CommonOptions.Temperature.Name)?.InSi ?? 298.15,
        };
        ImmutableArray<TimeSeries> records = [.. measurements.Select(item => item.Measurement).OfType<TimeSeries>()];
        ImmutableArray<Spectrum> spectra = [.. measurements.Select(item => item.Measurement).OfType<Spectrum>()];
        PlatingResult result = PlatingAnalysis.Run(records, spectra, options, cancellation);
        return PlatingOutcome.Of(result, options, records.Length, settings.IsOn(Every) ? int.MaxValue : 60);
    }
}
