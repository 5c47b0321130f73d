using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;

namespace Lamella.Cells.Experiments;

/// <summary>Capacity against rate: the cell is charged once, then discharged at each rate from that state.</summary>
/// <remarks>Each discharge starts from the same charged state, so that a rate does not carry the traces of the one before it.</remarks>
public sealed record RateTest : CellExperiment
{
    /// <summary>Gets the discharge currents.</summary>
    public ImmutableArray<CurrentLoad> Rates { get; init; } = MultiplesOfC(0.1, 0.2, 0.5, 1.0, 2.0, 5.0);

    /// <summary>Gets the charging current.</summary>
    public CurrentLoad Charge { get; init; } = CurrentLoad.OfRate(0.1);

    /// <summary>Gets the current that ends the hold at the upper cut-off.</summary>
    public CurrentLoad HoldUntil { get; init; } = CurrentLoad.OfRate(0.05);

    /// <summary>Gets the rest between charge and discharge.</summary>
    [Core.Unit("s")]
    public double Rest { get; init; } = 600.0;

    /// <inheritdoc/>
    public override string Name => "rate-test";

    /// <inheritdoc/>
    public override string Summary => "Capacity, energy and mean voltage against the discharge current.";

    /// <inheritdoc/>
    public override string Example => "run examples/li2024-qcpe/cell.yaml --experiment rate-test --set \"rates=0.2C, 1C, 5C\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        Setting("rates", Rates, "discharge currents", value => this with { Rates = value }),
        Setting("charge", Charge, "charging current", value => this with { Charge = value }),
        Setting("hold until", HoldUntil, "current that ends the hold at the upper cut-off", value => this with { HoldUntil = value }),
        Time("rest", Rest, "rest between charge and discharge", value => this with { Rest = value }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsCapacity(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature) => new(
        new ExperimentStage("charge", new Protocol(ChargedCell.FullCharge(cell, Charge, HoldUntil, Rest))),
        [.. Rates.Select(rate => new ExperimentStage(rate.ToString(), new Protocol([ProtocolSteps.Discharge(cell, rate)])))]);

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        double first = -runs.Stages[0].Run.Steps[0].Charge;
        return new ExperimentFindings(
            ChargedCell.DischargeColumns,
            [.. runs.Stages.Select((stage, index) => ChargedCell.Row(stage.Name, runs.Cell, Rates[index], stage.Run.Steps[0], first))],
            [],
            ChargedCell.Notes(runs.Preparation));
    }
}
