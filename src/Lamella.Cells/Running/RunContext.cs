using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>What a run accumulates.</summary>
internal sealed class RunContext(RunRecorder recorder, ICellObserver observer, RunOptions options, long stepCount)
{
    /// <summary>Solver steps between two messages about the progress.</summary>
    private const int StepsPerReport = 64;

    private int unreported;

    internal RunRecorder Recorder { get; } = recorder;

    internal ICellObserver Observer { get; } = observer;

    internal RunOptions Options { get; } = options;

    /// <summary>Gets what keeps the fields, or null.</summary>
    internal FieldRecorder? Fields { get; init; }

    internal List<StepResult> Steps { get; } = [];

    /// <summary>Gets or sets the time at which the present step began [s].</summary>
    internal double Offset { get; set; }

    /// <summary>Gets or sets the time of the step at which the present piece of it began [s].</summary>
    internal double PieceStart { get; set; }

    /// <summary>Gets the present step.</summary>
    internal ScheduledStep Scheduled { get; private set; }

    internal SolverWork Work { get; private set; }

    internal void Count(BdfStatistics cost) => Work = Work with
    {
        Steps = Work.Steps + cost.Steps,
        Residuals = Work.Residuals + cost.ResidualEvaluations,
        Jacobians = Work.Jacobians + cost.JacobianEvaluations,
        Factorisations = Work.Factorisations + cost.Factorisations,
        ErrorTestFailures = Work.ErrorTestFailures + cost.ErrorTestFailures,
        NewtonFailures = Work.NewtonFailures + cost.CorrectorFailures,
    };

    /// <summary>Takes the next step.</summary>
    internal void Begin(ScheduledStep scheduled)
    {
        Scheduled = scheduled;
        unreported = StepsPerReport;
        Report(Offset);
    }

    /// <summary>Tells about the progress now and then.</summary>
    internal void Report(double time)
    {
        if (Options.Progress is { } progress && ++unreported > StepsPerReport)
        {
            unreported = 0;
            progress.Report(new StepProgress(Steps.Count + 1, stepCount, Scheduled.Step.Label, time));
        }
    }
}
