using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core.Errors;
using Lamella.Numerics.Execution;

namespace Lamella.Cells.Experiments;

/// <summary>Runs an experiment on a described cell; stages that do not depend on each other share the cores.</summary>
/// <remarks>Every stage has its own simulator and its own slot, so the result is the same to the bit for any number of threads.</remarks>
public static class ExperimentRunner
{
    /// <summary>Runs an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="cell">The described cell.</param>
    /// <param name="temperature">Temperature [K], above 0.</param>
    /// <param name="options">Model, mesh and tolerances; null for the defaults.</param>
    /// <param name="keep">What the runs keep; null for series and splits of the voltage.</param>
    /// <param name="threads">Number of threads, ≥ 1.</param>
    /// <param name="stateOfCharge">State of charge to start from [–], 0 to 1, or null for that of the experiment.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>Runs and findings.</returns>
    /// <exception cref="InputException">The experiment does not fit the cell, or it brings the cell to its start itself.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ExperimentResult Run(
        CellExperiment experiment,
        CellDescription cell,
        [Core.Unit("K")] double temperature,
        CellOptions? options = null,
        RunOptions? keep = null,
        int threads = 1,
        [Core.Unit("–")] double? stateOfCharge = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(cell);
        ExperimentPlan plan = StartingFrom(stateOfCharge, experiment, PlanFor(experiment, cell, temperature));
        RunOptions kept = (keep ?? new RunOptions()) with { SplitVoltage = true };
        CellRun? preparation = plan.Preparation is { } common
            ? RunStage(common, null, cell, temperature, options, kept, cancellation) : null;
        var runs = new CellRun[plan.Stages.Length];
        DedicatedWorkers.Run(
            runs.Length,
            threads,
            item => runs[item] = RunStage(plan.Stages[item], preparation?.FinalState, cell, temperature, options, kept, cancellation),
            cancellation);
        var result = new ExperimentRuns(
            cell, temperature, preparation, [.. runs.Select((run, index) => new StageRun(plan.Stages[index].Name, run))]);
        return new ExperimentResult(experiment, result, experiment.Evaluate(result));
    }

    /// <summary>Expands an experiment to the steps that it runs.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="cell">The described cell.</param>
    /// <param name="temperature">Temperature [K], above 0.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The experiment does not fit the cell.</exception>
    public static ExperimentPlan PlanFor(CellExperiment experiment, CellDescription cell, [Core.Unit("K")] double temperature)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(cell);
        if (experiment.Misfit(cell) is { } misfit)
        {
            throw Refused(experiment, cell, misfit);
        }

        try
        {
            return experiment.Plan(cell, temperature);
        }
        catch (ArgumentException error)
        {
            throw Refused(experiment, cell, error.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static ExperimentPlan StartingFrom(double? stateOfCharge, CellExperiment experiment, ExperimentPlan plan) =>
        stateOfCharge is not { } start ? plan
        : experiment.StartsAnywhere ? plan with { Stages = [.. plan.Stages.Select(stage => stage with { StateOfCharge = start })] }
        : throw new InputException(
            InputPlace.Whole($"experiment '{experiment.Name}'"),
            FormattableString.Invariant($"it brings the cell to its start itself; a state of charge of {start} to start from has no meaning for it."),
            $"a state of charge to start from with {string.Join(", ", CellExperiments.All.Where(other => other.StartsAnywhere).Select(other => other.Name))}",
            "Leave the state of charge out.");

    private static InputException Refused(CellExperiment experiment, CellDescription cell, string why) => new(
        InputPlace.Whole($"experiment '{experiment.Name}'"),
        $"it cannot be run on '{cell.Name}': {why}",
        string.Empty,
        $"Change the settings or the cell; 'lamella experiments {experiment.Name}' explains both.");

    private static CellRun RunStage(
        ExperimentStage stage, CellState? from, CellDescription cell, double temperature, CellOptions? options, RunOptions keep, CancellationToken cancellation)
    {
        CellSimulator simulator = CellSimulator.Create(stage.Cell ?? cell, temperature, options);
        return simulator.Run(stage.Protocol, from ?? simulator.Equilibrium(stage.StateOfCharge), keep, cancellation);
    }
}
