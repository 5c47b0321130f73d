using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Cycling;

/// <summary>The technique <c>cycling</c>: capacities, efficiencies, fade, rate capability, polarisation and differential curves.</summary>
public sealed class CyclingTechnique : IAnalysisTechnique
{
    private const string Mass = "active-mass", Nominal = "nominal-capacity", First = "first", Reference = "reference-cycle", End = "end-of-life", Smoothing = "smoothing", Every = "every-cycle";

    /// <inheritdoc/>
    public string Name => "cycling";

    /// <inheritdoc/>
    public string Summary => "Capacities, efficiencies, retention, fade with a knee and the end of life, rate capability, polarisation, dQ/dV and dV/dQ of a cycled cell.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.TimeSeries];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        TechniqueOption.Measure(Mass, "mass of the active material, for capacities per mass", QuantityRule.Like("12.4 mg").Above("0 g").Below("1 kg")),
        TechniqueOption.Measure(Nominal, "capacity that C-rates refer to; without it, the one at the lowest rate", QuantityRule.Like("2.1 mAh").Above("0 mAh")),
        TechniqueOption.Choice(First, "half cycle that comes first in a cycle; a half cell of graphite or silicon against lithium begins with a discharge", ["auto", "charge", "discharge"], "auto"),
        TechniqueOption.Number(Reference, "cycle that retention refers to; 0 for the first complete one", 0, 1e6, 0),
        TechniqueOption.Measure(End, "share of the reference capacity at which the life ends", QuantityRule.Like("80 %").Above("0 %").Below("100 %"), "80 %"),
        TechniqueOption.Measure(Smoothing, "half width of the smoothing of dQ/dV; without it, found by cross-validation", QuantityRule.Like("5 mV").Above("0 V").Below("1 V")),
        TechniqueOption.Switch(Every, "shows every cycle in the table; without it, at most twenty"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/cycling.bdf.csv --area \"1.131 cm2\"",
        "data/measurements/cycling.bdf.csv --end-of-life \"90 %\" --smoothing \"8 mV\" --json",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new CyclingOptions
        {
            Beginning = settings.Words(First) switch { "charge" => CycleBeginning.Charge, "discharge" => CycleBeginning.Discharge, _ => CycleBeginning.Automatic },
            ReferenceCycle = (int)settings.Number(Reference),
            NominalCapacity = settings.Measure(Nominal)?.InSi,
            EndOfLife = settings.Measure(End)!.InSi,
            VoltageSmoothing = settings.Measure(Smoothing)?.InSi ?? double.NaN,
        };
        ImmutableArray<TimeSeries> records = [.. measurements.Select(item => item.Measurement).OfType<TimeSeries>()];
        CyclingResult result = CyclingAnalysis.Run(records, options, cancellation);
        CapacityBasis basis = settings.Measure(Mass) is { } mass ? CapacityBasis.PerMass(mass)
            : settings.Measure(CommonOptions.Area.Name) is { } area ? CapacityBasis.PerArea(area) : CapacityBasis.Whole;
        return CyclingOutcome.Of(result, options, basis, records.Length, settings.IsOn(Every) ? int.MaxValue : 20);
    }
}
