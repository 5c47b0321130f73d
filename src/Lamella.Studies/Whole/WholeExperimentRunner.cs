using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Core.Errors;

namespace Lamella.Studies.Whole;

/// <summary>Runs a whole experiment on one cell.</summary>
internal static class WholeExperimentRunner
{
    /// <summary>Finds out whether the experiment fits the cell, before anything is simulated.</summary>
    /// <exception cref="InputException">It does not; the message shows where it stands.</exception>
    internal static void RequireSuitable(WholeExperiment whole, CellDescription cell)
    {
        if (whole.Experiment is not { } experiment)
        {
            _ = Protocol(whole, cell);
            return;
        }

        try
        {
            _ = ExperimentRunner.PlanFor(experiment, cell, whole.Temperature);
        }
        catch (InputException misfit)
        {
            throw new InputException(whole.Place, misfit.Problem, misfit.Allowed, "Choose another variant, or correct the settings.");
        }
    }

    /// <summary>Runs it.</summary>
    internal static WholeExperimentResult Run(WholeExperiment whole, CellDescription cell, int threads, CancellationToken cancellation)
    {
        if (whole.Experiment is { } named)
        {
            Cells.Experiments.ExperimentResult done =
                ExperimentRunner.Run(named, cell, whole.Temperature, threads: threads, cancellation: cancellation);
            return new WholeExperimentResult(whole, cell, done.AllRuns, done.Findings);
        }

        CellSimulator simulator = CellSimulator.Create(cell, whole.Temperature);
        var run = simulator.Run(
            Protocol(whole, cell), simulator.Equilibrium(whole.StateOfCharge), new RunOptions { SplitVoltage = true }, cancellation);
        return new WholeExperimentResult(whole, cell, [new StageRun("run", run)], ExperimentFindings.None);
    }

    /// <summary>Drive cycles lie in no study yet, so steps are read without a folder to look them up.</summary>
    private static Protocol Protocol(WholeExperiment whole, CellDescription cell) =>
        ProtocolYaml.Read(whole.StepNodes!, cell, string.Empty);
}
