using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Techniques;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Voltammetry;

/// <summary>The technique <c>stability-window</c>: limits of electrochemical stability by every criterion at once.</summary>
public sealed class StabilityTechnique : IAnalysisTechnique
{
    private const string Direction = "direction", Threshold = "threshold", Multiple = "multiple", From = "baseline-from", To = "baseline-to", Rate = "scan-rate";
    private const string Window = "tangent-window", Margin = "tangent-margin", InRow = "run";

    /// <inheritdoc/>
    public string Name => "stability-window";

    /// <inheritdoc/>
    public string Summary => "Limit of electrochemical stability from a linear sweep by fixed current, multiple of the baseline, tangent and departure, shown together.";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.Sweep, MeasurementKind.TimeSeries];

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        CommonOptions.Area,
        TechniqueOption.Choice(Direction, "which limit is looked for", ["oxidation", "reduction"], "oxidation"),
        TechniqueOption.Measure(Threshold, "fixed current density; without it 1, 5, 10, 50 and 100 uA/cm2", QuantityRule.Like("10 uA/cm2").Above("0 A/m2")) with { AllowsMany = true },
        TechniqueOption.Number(Multiple, "multiple of the baseline; without it 2 and 10", 1.01, 1e6) with { AllowsMany = true },
        TechniqueOption.Measure(From, "where the baseline begins; without it, a twentieth of the swept range from its beginning", QuantityRule.Like("3 V")),
        TechniqueOption.Measure(To, "where the baseline ends; without it, three tenths of the swept range from its beginning", QuantityRule.Like("3.8 V")),
        TechniqueOption.Measure(Window, "width over which the current is averaged before its steepest point is looked for", QuantityRule.Like("50 mV").Above("0 V"), "50 mV"),
        TechniqueOption.Measure(Margin, "how far the steepest point stays away from the end of the sweep", QuantityRule.Like("100 mV").AtLeast("0 V"), "100 mV"),
        TechniqueOption.Choice(InRow, "samples in a row, each a mean of as many, that must stay above the noise of the baseline", ["1", "3", "5", "7", "9", "11"], "5"),
        TechniqueOption.Measure(Rate, "rate of the sweep; without it, the one in the record", QuantityRule.Like("0.1 mV/s").Above("0 V/s")),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "data/measurements/sweep.bdf.csv --area \"1.131 cm2\"",
        "data/measurements/sweep.bdf.csv --area \"1.131 cm2\" --threshold \"10 uA/cm2\" --baseline-from \"2.85 V\" --baseline-to \"3.5 V\" --json",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Quantity area = settings.Require(CommonOptions.Area.Name, "a stability limit is read at a current per area");
        var defaults = new StabilityOptions();
        var options = defaults with
        {
            Thresholds = settings.Many(Threshold) is { IsEmpty: false } levels ? [.. levels.Select(text => Quantity.Parse(text).InSi).Order()] : defaults.Thresholds,
            Multiples = settings.Many(Multiple) is { IsEmpty: false } multiples
                ? [.. multiples.Select(text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)).Order()] : defaults.Multiples,
            BaselineFrom = settings.Measure(From)?.InSi ?? double.NaN,
            BaselineTo = settings.Measure(To)?.InSi ?? double.NaN,
            TangentWindow = settings.Measure(Window)!.InSi,
            TangentMargin = settings.Measure(Margin)!.InSi,
            Run = int.Parse(settings.Words(InRow)!, NumberStyles.Integer, CultureInfo.InvariantCulture),
            Reduction = settings.Words(Direction) == "reduction",
        };
        NamedMeasurement taken = Widest(measurements, options);
        VoltammetryCurve curve = VoltammetryCurve.Of(taken.Measurement, area.InSi);
        curve = settings.Measure(Rate) is { } rate ? curve with { ScanRate = rate.InSi } : curve;
        return StabilityOutcome.Of(StabilityMethod.Find(curve, options), options, taken, measurements.Length);
    }

    /// <summary>Takes the measurement that sweeps the widest range in the direction; sweeps before time series, which hold the same record.</summary>
    private static NamedMeasurement Widest(ImmutableArray<NamedMeasurement> measurements, StabilityOptions options)
    {
        double Range(NamedMeasurement item)
        {
            ImmutableArray<double> voltage = VoltammetryCurve.Of(item.Measurement, 1.0).Longest(rising: !options.Reduction).Voltage;
            return voltage.IsEmpty ? 0.0 : Math.Abs(voltage[^1] - voltage[0]);
        }

        return measurements.OrderBy(item => item.Kind == MeasurementKind.Sweep ? 0 : 1).ThenByDescending(Range).First();
    }
}
