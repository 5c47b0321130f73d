using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Stripping and plating at rising currents, the critical-current protocol, in one cell without pause between currents.</summary>
/// <remarks>
/// A current counts as sustained when all its half cycles carry their whole time or charge. The model knows the limits that
/// transport, kinetics, lithium and the voltage window set; voids and dendrites are not in it, so that its critical current is
/// an upper bound for a cell that they short.
/// </remarks>
public sealed record StrippingPlating : CellExperiment
{
    /// <summary>Gets the currents in the order in which they are applied.</summary>
    public ImmutableArray<CurrentLoad> Currents { get; init; } = [.. Enumerable.Range(1, 30).Select(tenth => CurrentLoad.OfDensity(tenth))];

    /// <summary>Gets the time of a half cycle; ignored where <see cref="HalfCycleCharge"/> is given.</summary>
    [Core.Unit("s")]
    public double HalfCycle { get; init; } = 1800.0;

    /// <summary>Gets the charge of a half cycle, or null where the time is fixed.</summary>
    public ChargeAmount? HalfCycleCharge { get; init; }

    /// <summary>Gets the number of whole cycles per current.</summary>
    [Core.Unit("–")]
    public int Cycles { get; init; } = 1;

    /// <inheritdoc/>
    public override string Name => "critical-current";

    /// <inheritdoc/>
    public override string Summary => "Stripping and plating at stepped currents until a half cycle fails (critical-current protocol).";

    /// <inheritdoc/>
    public override string Example => "run examples/li2024-qcpe/cell.yaml --variant \"symmetric qcpe@p-dol\" --experiment critical-current --set \"half cycle=30 min\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        Setting("currents", Currents, "currents in their order", value => this with { Currents = value }),
        Time("half cycle", HalfCycle, "time of a half cycle", value => this with { HalfCycle = value }),
        new("half-cycle charge", HalfCycleCharge?.ToString() ?? "none", "charge of a half cycle instead of a time, or 'none'", text => this with { HalfCycleCharge = text.Is("none") ? null : text.Charge() }),
        Count("cycles", Cycles, 10_000, "whole cycles per current", value => this with { Cycles = value }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsTwoLithiumSides(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        StepTerms terms = HalfCycleCharge is null ? new StepTerms { Duration = HalfCycle } : new StepTerms { Charge = HalfCycleCharge };
        ImmutableArray<ProtocolItem> currents =
        [
            .. Currents.Select(load => new ProtocolRepeat(
                [ProtocolSteps.Charge(cell, load, terms), ProtocolSteps.Discharge(cell, load, terms)], Cycles, load.ToString())),
        ];
        Protocol protocol = Protocol.Of([new ProtocolRepeat(currents, 1, string.Empty, StopsEarly: true)]);
        return new ExperimentPlan(null, [new ExperimentStage("stripping and plating", protocol) { StateOfCharge = 0.5 }]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        ImmutableArray<StepResult> steps = runs.Stages[0].Run.Steps;
        ReportedRow[] rows = [.. steps.GroupBy(step => step.Block).Select(Row)];
        bool failed = steps[^1].Ending is not (StepEnding.Duration or StepEnding.ChargeCutOff);
        ReportedRow[] sustained = [.. rows.Where(row => row.Note.Length == 0)];
        double highest = sustained.Length > 0 ? sustained.Max(row => row.Values[0]) : double.NaN;
        string note = !failed ? "the highest of the stated currents: all were sustained"
            : FormattableString.Invariant($"the next one, {steps[^1].Block}, failed: {steps[^1].Reason}");
        return new ExperimentFindings(
            [
                new("current density", "mA/cm2"), new("charge of a half cycle", "mAh/cm2"), new("voltage of the charge", "mV"), new("voltage of the discharge", "mV"),
            ],
            [.. rows],
            [new("highest sustained current density", highest, "mA/cm2", note)],
            ["The limits of the model are transport, kinetics, lithium and the voltage window; voids and dendrites are not in it."]);
    }

    private static ReportedRow Row(IGrouping<string, StepResult> current)
    {
        StepResult last = current.Last();
        StepResult? charge = current.LastOrDefault(step => step.Label.StartsWith("Charge", StringComparison.Ordinal));
        StepResult? discharge = current.LastOrDefault(step => step.Label.StartsWith("Discharge", StringComparison.Ordinal));
        return new ReportedRow(
            current.Key,
            [
                Math.Abs(current.First().StartCurrent) / 10.0, Math.Abs(last.Charge) / 3.6e4,
                1e3 * (charge?.EndVoltage ?? double.NaN), 1e3 * (discharge?.EndVoltage ?? double.NaN),
            ],
            last.Ending is StepEnding.Duration or StepEnding.ChargeCutOff ? string.Empty : last.Reason);
    }
}
