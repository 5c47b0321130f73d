using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Sensitivities;

namespace Lamella.UseCases.Running;

/// <summary>Runs a protocol or an experiment on a cell, and once more on a refined mesh where that is wanted.</summary>
internal sealed class CellRunner(RunRequest request, RunnableCell input, double temperature)
{
    private readonly CellDescription cell = input.Cell;

    /// <summary>Runs what a plan asks for.</summary>
    /// <param name="planOf">Makes the plan of a cell.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    internal RunReport Run(Func<CellDescription, RunPlan> planOf, CancellationToken cancellation)
    {
        RunPlan plan = planOf(cell);
        RunReport report = !request.Sensitivities.IsEmpty ? WithSensitivities(plan, planOf, cancellation)
            : plan.Protocol is { } protocol ? Once(protocol, cancellation) : Once(plan.Experiment!, cancellation);
        bool check = request.CheckMesh ?? (request.IsStored || MeshCheck.IsCheap(report.Stages.Select(stage => stage.Run)));
        return check ? report with { Mesh = Check(plan, report, cancellation) } : report;
    }

    private RunReport Once(Protocol protocol, CancellationToken cancellation) =>
        new(cell, Simulate(protocol, request.Options, Keep(protocol.Count()), cancellation));

    private RunReport WithSensitivities(RunPlan plan, Func<CellDescription, RunPlan> planOf, CancellationToken cancellation)
    {
        SensitivityQuestion question = SensitivityQuestion.Of(request, input, plan);
        SensitivitySimulator simulator = question.Simulator(cell, temperature, request.Options);
        SensitivityRun run = simulator.Run(
            other => planOf(other).Protocol!, simulator.Equilibrium(StateOfCharge), Keep(plan.Protocol!.Count()), cancellation);
        return new RunReport(cell, run.Run) { Sensitivities = question.Answer(run) };
    }

    private double StateOfCharge => request.StateOfCharge ?? input.StateOfCharge;

    private CellRun Simulate(Protocol protocol, CellOptions options, RunOptions keep, CancellationToken cancellation)
    {
        CellSimulator simulator = CellSimulator.Create(cell, temperature, options);
        return simulator.Run(protocol, simulator.Equilibrium(StateOfCharge), keep, cancellation);
    }

    private RunReport Once(CellExperiment experiment, CancellationToken cancellation)
    {
        ExperimentResult result = ExperimentRunner.Run(experiment, cell, temperature, request.Options, Keep(0), request.Threads, request.StateOfCharge, cancellation);
        ImmutableArray<StageRun> stages = result.AllRuns;
        return new RunReport(cell, stages[0].Run) { Experiment = result, Stages = stages };
    }

    private RunOptions Keep(long steps) => new()
    {
        SplitVoltage = request.SplitVoltage,
        FieldTimes = request.FieldTimes,
        WhenAStepFails = request.WhenAStepFails,
        Progress = request.Progress is null || steps == 0 ? null : new StepsDone(request.Progress, steps),
    };

    private MeshCheck Check(RunPlan plan, RunReport report, CancellationToken cancellation)
    {
        CellOptions refined = MeshCheck.Refined(request.Options);
        if (plan.Protocol is { } protocol)
        {
            return MeshCheck.Compare(report.Run, Simulate(protocol, refined, new RunOptions { WhenAStepFails = request.WhenAStepFails }, cancellation));
        }

        ExperimentResult again = ExperimentRunner.Run(plan.Experiment!, cell, temperature, refined, null, request.Threads, request.StateOfCharge, cancellation);
        return MeshCheck.Of(
        [
            .. again.Runs.Stages.Select((stage, index) => (stage.Name, MeshCheck.Compare(report.Experiment!.Runs.Stages[index].Run, stage.Run))),
        ]);
    }

    private sealed class StepsDone(IProgress<RunProgress> progress, long steps) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => progress.Report(new RunProgress(
            FormattableString.Invariant($"step {value.Step} of {steps}: {value.Label}"), Math.Min(1.0, (value.Step - 1.0) / steps)));
    }
}
