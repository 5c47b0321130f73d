using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Turns solver statuses into endings that a person understands.</summary>
internal static class StepDiagnosis
{
    /// <summary>An ending that already holds at the first instant under load, or null.</summary>
    internal static StepOutcome? AlreadyEnded(ICellSystem system, ReadOnlySpan<double> y)
    {
        Span<double> roots = stackalloc double[system.RootCount];
        system.EvaluateRoots(0.0, y, y, roots);
        for (int index = 0; index < roots.Length; index++)
        {
            if (roots[index] <= 0.0)
            {
                StepOutcome outcome = system.Outcome(index, 0.0, y);
                return outcome with { Reason = $"{outcome.Reason} at the first instant under load: no charge passed" };
            }
        }

        return null;
    }

    /// <summary>The ending of a step whose consistent start was not found.</summary>
    internal static StepOutcome CannotStart(ProtocolStep step, BdfDiagnostics diagnostics) => new(
        StepEnding.CannotStart,
        FormattableString.Invariant(
            $"'{step.Label}' asks for more than the cell can carry: no state of the cell meets this {Quantity(step.Control)} ({diagnostics.Cause}). Lower the load or start from another state of charge."));

    /// <summary>The ending of a step that ran.</summary>
    internal static StepOutcome Of(ICellSystem system, BdfSolver solver, BdfStatus status, ProtocolStep step) => status switch
    {
        BdfStatus.RootFound => system.Outcome(solver.RootIndex, solver.Time, solver.State),
        BdfStatus.StopTimeReached => new(
            StepEnding.Duration, $"the duration of {Duration(step.MaximumDuration)} was reached"),
        BdfStatus.StepTaken => new(
            StepEnding.SolverStopped, FormattableString.Invariant($"the limit of {solver.Statistics.Steps} solver steps was reached")),
        _ => Failure(system, solver, status),
    };

    private static string Quantity(StepControl control) => control switch
    {
        StepControl.Current => "current",
        StepControl.Voltage => "voltage",
        StepControl.Power => "power",
        _ => "resistance",
    };

    private static string Duration(double seconds) => seconds switch
    {
        >= 7200.0 => FormattableString.Invariant($"{seconds / 3600.0:G4} h"),
        >= 120.0 => FormattableString.Invariant($"{seconds / 60.0:G4} min"),
        >= 1e-2 => FormattableString.Invariant($"{seconds:G4} s"),
        _ => FormattableString.Invariant($"{1e6 * seconds:G4} us"),
    };

    private static StepOutcome Failure(ICellSystem system, BdfSolver solver, BdfStatus status)
    {
        // A corrector that dies while the salt runs out or the particles fill up has hit a limit of the cell, not of the solver.
        string at = FormattableString.Invariant($" after {solver.Time:G6} s");
        return system.PhysicalLimit(solver.Time, solver.State) is { } limit
            ? limit with { Reason = limit.Reason + at }
            : new(StepEnding.SolverStopped, $"the solver stopped ({status}: {solver.Diagnostics.Cause}){at}; {system.Describe(solver.Diagnostics.Unknown)}");
    }
}
