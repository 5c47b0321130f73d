using System.Collections.Immutable;
using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Mean coulombic efficiency of lithium on a bare collector, by stripping and plating a share of a reservoir.</summary>
/// <remarks>
/// After a conditioning cycle a reservoir Q_T is plated; n times Q_C is stripped and plated; then everything is stripped, Q_S.
/// CE = (n·Q_C + Q_S)/(n·Q_C + Q_T); Adams, Zheng, Ren, Xu and Zhang, Adv. Energy Mater. 8 (2018) 1702097,
/// doi 10.1002/aenm.201702097, after Aurbach, Gofer and Langzam, J. Electrochem. Soc. 136 (1989) 3198, doi 10.1149/1.2096425.
/// The model loses a stated share of what is plated; the experiment finds that share again only where the reservoir outlasts
/// the cycles.
/// </remarks>
public sealed record AurbachEfficiency : CellExperiment
{
    /// <summary>Gets the charge of the reservoir, Q_T.</summary>
    public ChargeAmount Reservoir { get; init; } = ChargeAmount.OfDensity(5.0 * 3.6e4);

    /// <summary>Gets the charge of a cycle, Q_C.</summary>
    public ChargeAmount Cycled { get; init; } = ChargeAmount.OfDensity(3.6e4);

    /// <summary>Gets the number of cycles, n.</summary>
    [Core.Unit("–")]
    public int Cycles { get; init; } = 10;

    /// <summary>Gets the current.</summary>
    public CurrentLoad Current { get; init; } = CurrentLoad.OfDensity(5.0);

    /// <summary>Gets the voltage at which the collector counts as bare [V].</summary>
    [Core.Unit("V")]
    public double StripUntil { get; init; } = 1.0;

    /// <summary>Gets the share of the plated lithium that is lost; NaN for that of the described cell.</summary>
    [Core.Unit("–")]
    public double Loss { get; init; } = double.NaN;

    /// <inheritdoc/>
    public override string Name => "aurbach-efficiency";

    /// <inheritdoc/>
    public override string Summary => "Mean coulombic efficiency of lithium on copper from a reservoir (Aurbach).";

    /// <inheritdoc/>
    public override string Example => "run examples/cells/li-cu.yaml --experiment aurbach-efficiency --set \"loss=2 %\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("reservoir", Reservoir.ToString(), "charge plated before the cycles", text => this with { Reservoir = text.Charge() }),
        new("cycled", Cycled.ToString(), "charge of a cycle", text => this with { Cycled = text.Charge() }),
        Count("cycles", Cycles, 10_000, "number of cycles", value => this with { Cycles = value }),
        Setting("current", Current, "current of plating and stripping", value => this with { Current = value }),
        new("strip until", StepTerms.VoltageText(StripUntil), "voltage at which the collector counts as bare", text => this with { StripUntil = text.Voltage() }),
        new("loss", double.IsNaN(Loss) ? "described" : Loss.ToString("R", CultureInfo.InvariantCulture), "share of the plated lithium that is lost, or 'described' for that of the cell", text => this with { Loss = text.Is("described") ? double.NaN : text.Share() }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => CopperCell.Misfit(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        ProtocolStep plate = CopperCell.Plate(cell, Current, Reservoir), empty = CopperCell.Strip(cell, Current, null, StripUntil);
        ImmutableArray<ProtocolItem> cycle = [CopperCell.Strip(cell, Current, Cycled, StripUntil), CopperCell.Plate(cell, Current, Cycled)];
        Protocol protocol = Protocol.Of([plate, empty, plate, new ProtocolRepeat(cycle, Cycles, "cycles", StopsEarly: true), empty]);
        return new ExperimentPlan(null, [new ExperimentStage("copper", protocol) { Cell = CopperCell.WithLoss(cell, Loss) }]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        CellRun run = runs.Stages[0].Run;
        ImmutableArray<StepResult> steps = run.Steps;
        StepResult[] inCycles = [.. steps.Where(step => step.Block == "cycles")];
        bool complete = steps.Length >= 4 && inCycles.Length == 2 * Cycles && inCycles.All(step => step.Ending == StepEnding.ChargeCutOff);
        double stripped = Math.Abs(steps[^1].Charge), reservoir = Math.Abs(steps[Math.Min(2, steps.Length - 1)].Charge);
        double cycled = inCycles.Where((_, index) => index % 2 == 0).Sum(step => Math.Abs(step.Charge));
        double efficiency = complete ? (cycled + stripped) / (cycled + reservoir) : double.NaN;
        double first = steps.Length > 1 ? Math.Abs(steps[1].Charge / steps[0].Charge) : double.NaN;
        int side = runs.Cell.Positive is BareCollector ? -1 : 1;
        double plated = steps.Where(step => side * step.Charge > 0.0).Sum(step => Math.Abs(step.Charge));
        return ExperimentFindings.None with
        {
            Values =
            [
                new("coulombic efficiency", efficiency, "", "(n·Qc + Qs)/(n·Qc + Qt)"),
                new("efficiency of the conditioning cycle", first, ""),
                new("charge stripped at the end", stripped / 3.6e4, "mAh/cm2"),
                .. CopperCell.Inventory(CopperCell.WithLoss(runs.Cell, Loss), run, plated),
            ],
            Notes = complete ? []
                : [$"The reservoir did not outlast the cycles: {(inCycles.Length > 0 ? inCycles[^1].Reason : steps[^1].Reason)}. Take a larger reservoir or fewer cycles."],
        };
    }
}
