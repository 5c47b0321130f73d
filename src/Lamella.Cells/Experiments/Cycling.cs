using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Charge, hold, rest, discharge, rest; again and again.</summary>
public sealed record Cycling : CellExperiment
{
    /// <summary>Gets the number of cycles.</summary>
    [Core.Unit("–")]
    public int Cycles { get; init; } = 10;

    /// <summary>Gets the charging current.</summary>
    public CurrentLoad Charge { get; init; } = CurrentLoad.OfRate(0.5);

    /// <summary>Gets the current that ends the hold at the upper cut-off.</summary>
    public CurrentLoad HoldUntil { get; init; } = CurrentLoad.OfRate(0.05);

    /// <summary>Gets the discharge current.</summary>
    public CurrentLoad Discharge { get; init; } = CurrentLoad.OfRate(1.0);

    /// <summary>Gets the rest after each charge and each discharge.</summary>
    [Core.Unit("s")]
    public double Rest { get; init; } = 600.0;

    /// <inheritdoc/>
    public override string Name => "cycling";

    /// <inheritdoc/>
    public override string Summary => "Charge and discharge capacity, efficiencies and mean voltages cycle by cycle.";

    /// <inheritdoc/>
    public override string Example => "run examples/zheng2025-aiose/cell.yaml --experiment cycling --set cycles=3";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        Count("cycles", Cycles, 100_000, "number of cycles", value => this with { Cycles = value }),
        Setting("charge", Charge, "charging current", value => this with { Charge = value }),
        Setting("hold until", HoldUntil, "current that ends the hold at the upper cut-off", value => this with { HoldUntil = value }),
        Setting("discharge", Discharge, "discharge current", value => this with { Discharge = value }),
        Time("rest", Rest, "rest after each charge and discharge", value => this with { Rest = value }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsCapacity(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        ImmutableArray<ProtocolItem> items =
        [
            .. ChargedCell.FullCharge(cell, Charge, HoldUntil, Rest), ProtocolSteps.Discharge(cell, Discharge), ProtocolSteps.Rest(Rest),
        ];
        return new ExperimentPlan(null, [new ExperimentStage("cycles", Protocol.Of([new ProtocolRepeat(items, Cycles, "cycling")]))]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs) => new(
        [
            new("charge", "mAh/cm2"), new("discharge", "mAh/cm2"), new("coulombic efficiency", ""), new("energy efficiency", ""),
            new("mean charge voltage", "V"), new("mean discharge voltage", "V"),
        ],
        [.. runs.Stages[0].Run.Steps.GroupBy(step => step.Cycle).Select(Row)],
        [],
        []);

    private static ReportedRow Row(IGrouping<int, StepResult> cycle)
    {
        double charge = cycle.Where(step => step.Charge > 0.0).Sum(step => step.Charge), discharge = -cycle.Where(step => step.Charge < 0.0).Sum(step => step.Charge);
        double energyIn = cycle.Where(step => step.Charge > 0.0).Sum(step => step.Energy), energyOut = -cycle.Where(step => step.Charge < 0.0).Sum(step => step.Energy);
        return new ReportedRow(
            Text(cycle.Key),
            [charge / 3.6e4, discharge / 3.6e4, Ratio(discharge, charge), Ratio(energyOut, energyIn), Ratio(energyIn, charge), Ratio(energyOut, discharge)]);
    }

    private static double Ratio(double part, double whole) => whole > 0.0 ? part / whole : double.NaN;
}
