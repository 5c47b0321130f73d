using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Linear sweep of the voltage to the limit of the electrolyte.</summary>
/// <remarks>The limit depends on the threshold, the rate and the electrode: all three stand beside it.</remarks>
public sealed record LinearSweep : CellExperiment
{
    /// <summary>Gets the last voltage [V]; NaN for the upper cut-off of the cell.</summary>
    [Core.Unit("V")]
    public double To { get; init; } = double.NaN;

    /// <summary>Gets the rate.</summary>
    [Core.Unit("V/s")]
    public double Rate { get; init; } = 1e-4;

    /// <summary>Gets the current densities at which the limit is read; the last one ends the sweep.</summary>
    public ImmutableArray<CurrentLoad> Thresholds { get; init; } = Densities(0.05, 0.1, 0.5);

    /// <inheritdoc/>
    public override string Name => "linear-sweep";

    /// <inheritdoc/>
    public override string Summary => "Voltage at which the current of a slow sweep passes stated thresholds (linear sweep voltammetry).";

    /// <inheritdoc/>
    public override string Example => "run examples/cells/li-inert.yaml --experiment linear-sweep --set \"rate=1 mV/s\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("to", double.IsNaN(To) ? "upper cut-off" : StepTerms.VoltageText(To), "last voltage, or 'upper cut-off'", text => this with { To = text.Is("upper cut-off") ? double.NaN : text.Voltage() }),
        new("rate", Text(Rate, "mV/s"), "rate of the sweep", text => this with { Rate = text.VoltageRate() }),
        Setting("thresholds", Thresholds, "currents at which the voltage is read; the largest ends the sweep", value => this with { Thresholds = value }),
    ];

    /// <inheritdoc/>
    public override bool StartsAnywhere => true;

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => null;

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        CurrentLoad largest = Thresholds.MaxBy(load => load.DensityIn(cell))!;
        ProtocolStep sweep = ProtocolSteps.Sweep(
            cell, double.NaN, double.IsNaN(To) ? cell.UpperCutOff : To, Rate, new StepTerms { Current = largest });
        return new ExperimentPlan(null, [new ExperimentStage("sweep", new Protocol([sweep]))]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        CellRun run = runs.Stages[0].Run;
        return new ExperimentFindings(
            [new("threshold", "mA/cm2"), new("voltage", "V")],
            [.. Thresholds.Select(load => Row(run, load, load.DensityIn(runs.Cell), runs.Cell.Area))],
            [],
            [FormattableString.Invariant($"Swept at {1e3 * Rate:G4} mV/s on {1e4 * runs.Cell.Area:G4} cm2: {run.Steps[0].Reason}. A faster sweep or a higher threshold shows a higher limit.")]);
    }

    private static ReportedRow Row(CellRun run, CurrentLoad load, double density, double area)
    {
        double threshold = density * area;
        for (int i = 1; i < run.Series.Length; i++)
        {
            double before = Math.Abs(run.Series.Current[i - 1]), now = Math.Abs(run.Series.Current[i]);
            if (before < threshold && now >= threshold * (1.0 - 1e-9))
            {
                double share = Math.Min(1.0, (threshold - before) / (now - before));
                double voltage = run.Series.Voltage[i - 1] + (share * (run.Series.Voltage[i] - run.Series.Voltage[i - 1]));
                return new ReportedRow(load.ToString(), [density / 10.0, voltage]);
            }
        }

        return new ReportedRow(load.ToString(), [density / 10.0, double.NaN], "the current did not rise to it");
    }
}
