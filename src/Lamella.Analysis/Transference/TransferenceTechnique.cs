using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Measurements;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Transference;

/// <summary>The technique <c>transference</c>: current ratio and Newman number of a polarised symmetric cell.</summary>
public sealed class TransferenceTechnique : IAnalysisTechnique
{
    private const string Voltage = "voltage", Initial = "initial-current", Steady = "steady-current";
    private const string Before = "interface-before", After = "interface-after", Bulk = "electrolyte-resistance";

    /// <inheritdoc/>
    public string Name => "transference";

    /// <inheritdoc/>
    public string Summary => "Current ratio and Newman number of a symmetric lithium cell that is polarised to its steady state (Bruce and Vincent).";

    /// <inheritdoc/>
    public ImmutableArray<MeasurementKind> Accepts => [MeasurementKind.TimeSeries, MeasurementKind.Spectrum];

    /// <inheritdoc/>
    public bool RunsWithoutMeasurement => true;

    /// <inheritdoc/>
    public ImmutableArray<TechniqueOption> Options =>
    [
        TechniqueOption.Measure(Voltage, "voltage that was held; without it, the one in the record", QuantityRule.Like("10 ± 0.02 mV").Above("-1 V").Below("1 V")),
        TechniqueOption.Measure(Initial, "current before any concentration difference has built up; without it, extrapolated from the record", QuantityRule.Like("21.4 ± 0.4 uA")),
        TechniqueOption.Measure(Steady, "current of the steady state; without it, from the end of the record", QuantityRule.Like("6.85 ± 0.05 uA")),
        TechniqueOption.Measure(Before, "interfacial resistance of both electrodes before the hold, without the bulk", QuantityRule.Like("168 ± 4 ohm").AtLeast("0 ohm")),
        TechniqueOption.Measure(After, "interfacial resistance of both electrodes in the steady state, without the bulk", QuantityRule.Like("181 ± 4 ohm").AtLeast("0 ohm")),
        TechniqueOption.Measure(Bulk, "ohmic resistance of the electrolyte, to check the initial current by Ohm's law", QuantityRule.Like("300 ± 5 ohm").Above("0 ohm")),
    ];

    /// <inheritdoc/>
    public ImmutableArray<string> Examples =>
    [
        "--voltage \"10 +- 0.02 mV\" --initial-current \"21.4 +- 0.4 uA\" --steady-current \"6.85 +- 0.05 uA\" --interface-before \"168 ohm\" --interface-after \"181 ohm\" --electrolyte-resistance \"300 ohm\" --json",
        "--voltage \"10 +- 0.02 mV\" --initial-current \"21.4 +- 0.4 uA\" --steady-current \"6.85 +- 0.05 uA\" --interface-before \"168 +- 4 ohm\" --interface-after \"181 +- 4 ohm\"",
    ];

    /// <inheritdoc/>
    public AnalysisOutcome Run(ImmutableArray<NamedMeasurement> measurements, TechniqueSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        PolarisationHold? hold = measurements.Select(item => item.Measurement).OfType<TimeSeries>().Select(PolarisationHold.Find)
            .Where(found => found is not null).OrderByDescending(found => found!.Time[^1]).FirstOrDefault();
        var options = new BruceVincentOptions
        {
            Voltage = Taken(settings, Voltage, hold is null ? null : new Uncertain(hold.Voltage, hold.VoltageUncertainty)),
            InitialCurrent = Taken(settings, Initial, null),
            SteadyCurrent = Taken(settings, Steady, null),
            InterfaceBefore = Uncertain.Of(settings.Require(Before, "the formula needs the interfacial resistance before the hold")),
            InterfaceAfter = Uncertain.Of(settings.Require(After, "the formula needs the interfacial resistance in the steady state")),
            Electrolyte = settings.Measure(Bulk) is { } bulk ? Uncertain.Of(bulk) : null,
        };
        return TransferenceOutcome.Of(BruceVincentMethod.Evaluate(options, cancellation), options);
    }

    private static Uncertain Taken(TechniqueSettings settings, string name, Uncertain? found) =>
        settings.Measure(name) is { } given ? Uncertain.Of(given)
            : found ?? Uncertain.Of(settings.Require(name, "no record of a polarisation at constant voltage was given from which it could be read"));
}
