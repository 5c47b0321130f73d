using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.HalfCell;

/// <summary>What a run accumulates.</summary>
internal sealed class RunContext(RunRecorder recorder, BalanceTracker balance, RangeTracker ranges, RunOptions options)
{
    internal RunRecorder Recorder { get; } = recorder;

    internal BalanceTracker Balance { get; } = balance;

    internal RangeTracker Ranges { get; } = ranges;

    internal RunOptions Options { get; } = options;

    internal List<StepResult> Steps { get; } = [];

    /// <summary>Gets or sets the time at which the present step began [s].</summary>
    internal double Offset { get; set; }

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
}
