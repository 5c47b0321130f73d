using System.Collections.Immutable;
using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Coulombic efficiency of lithium on a bare collector, cycle by cycle: plate a charge, strip everything.</summary>
/// <remarks>The model loses a stated share of what is plated, so that every cycle shows 1 − share; the table shows that it does.</remarks>
public sealed record FixedCapacityEfficiency : CellExperiment
{
    /// <summary>Gets the charge that is plated in each cycle.</summary>
    public ChargeAmount Plated { get; init; } = ChargeAmount.OfDensity(3.6e4);

    /// <summary>Gets the number of cycles.</summary>
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
    public override string Name => "copper-efficiency";

    /// <inheritdoc/>
    public override string Summary => "Coulombic efficiency of lithium on copper cycle by cycle, at a fixed plated charge.";

    /// <inheritdoc/>
    public override string Example => "run examples/cells/li-cu.yaml --experiment copper-efficiency --set cycles=3 --set \"loss=2 %\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("plated", Plated.ToString(), "charge plated in each cycle", text => this with { Plated = text.Charge() }),
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
        ImmutableArray<ProtocolItem> cycle = [CopperCell.Plate(cell, Current, Plated), CopperCell.Strip(cell, Current, null, StripUntil)];
        return new ExperimentPlan(
            null,
            [new ExperimentStage("copper", Protocol.Of([new ProtocolRepeat(cycle, Cycles, "cycles", StopsEarly: true)])) { Cell = CopperCell.WithLoss(cell, Loss) }]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        CellRun run = runs.Stages[0].Run;
        var rows = ImmutableArray.CreateBuilder<ReportedRow>();
        double plated = 0.0;
        for (int i = 0; i + 1 < run.Steps.Length; i += 2)
        {
            StepResult plate = run.Steps[i], strip = run.Steps[i + 1];
            double put = Math.Abs(plate.Charge), back = Math.Abs(strip.Charge);
            plated += put;
            rows.Add(new ReportedRow(
                Text(plate.Cycle), [put / 3.6e4, back / 3.6e4, put > 0.0 ? back / put : double.NaN, 1e3 * plate.StartVoltage, 1e3 * plate.EndVoltage],
                plate.Ending == StepEnding.ChargeCutOff ? string.Empty : plate.Reason));
        }

        return new ExperimentFindings(
            [new("plated", "mAh/cm2"), new("stripped", "mAh/cm2"), new("coulombic efficiency", ""), new("first plating voltage", "mV"), new("last plating voltage", "mV")],
            rows.ToImmutable(),
            CopperCell.Inventory(CopperCell.WithLoss(runs.Cell, Loss), run, plated),
            []);
    }
}
