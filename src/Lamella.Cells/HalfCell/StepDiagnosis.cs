using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.HalfCell;

/// <summary>Why a step ended, as a value and in words.</summary>
internal readonly record struct StepOutcome(StepEnding Ending, string Reason);

/// <summary>Turns events and solver statuses into endings that a person understands.</summary>
internal static class StepDiagnosis
{
    /// <summary>Room at a particle surface below which a corrector that dies has hit the end of the host [–].</summary>
    private const double NearlyExhausted = 5e-3;

    /// <summary>Share of the salt below which a corrector that dies has hit the limiting current [–].</summary>
    private const double NearlyDepleted = 0.05;

    /// <summary>An ending that already holds at the first instant under load, or null.</summary>
    internal static StepOutcome? AlreadyEnded(HalfCellSystem system, ReadOnlySpan<double> y)
    {
        Span<double> roots = stackalloc double[system.RootCount];
        system.EvaluateRoots(0.0, y, y, roots);
        for (int index = 0; index < roots.Length; index++)
        {
            if (roots[index] <= 0.0)
            {
                StepOutcome outcome = Of((CellEvent)index, system, y);
                return outcome with { Reason = $"{outcome.Reason} at the first instant under load: no charge passed" };
            }
        }

        return null;
    }

    /// <summary>The ending of a hold that finds the host full or empty already.</summary>
    internal static StepOutcome NothingToHold() => new(
        StepEnding.HostExhausted, "the cathode is at the end of its host already: nothing is left to hold, no charge passed");

    /// <summary>The ending of a step whose consistent start was not found.</summary>
    internal static StepOutcome CannotStart(ProtocolStep step, BdfDiagnostics diagnostics) => new(
        StepEnding.CannotStart,
        FormattableString.Invariant(
            $"'{step.Label}' asks for more than the cell can carry: no state of the cell meets {(step.Control == StepControl.Current ? "this current" : "this voltage")} ({diagnostics.Cause}). Lower the load or start from another state of charge."));

    /// <summary>The ending of a step that ran.</summary>
    internal static StepOutcome Of(HalfCellSystem system, BdfSolver solver, BdfStatus status, ProtocolStep step) => status switch
    {
        BdfStatus.RootFound => Of((CellEvent)solver.RootIndex, system, solver.State),
        BdfStatus.StopTimeReached => new(
            StepEnding.Duration, FormattableString.Invariant($"the duration of {step.MaximumDuration:G6} s was reached")),
        BdfStatus.StepTaken => new(
            StepEnding.SolverStopped, FormattableString.Invariant($"the limit of {solver.Statistics.Steps} solver steps was reached")),
        _ => Failure(system, solver, status),
    };

    private static StepOutcome Of(CellEvent cause, HalfCellSystem system, ReadOnlySpan<double> y) => cause switch
    {
        CellEvent.LowerVoltage => new(
            StepEnding.LowerVoltageCutOff,
            FormattableString.Invariant($"the voltage {system.Voltage(y):F4} V is at or below the lower limit {system.LowerVoltage:G6} V")),
        CellEvent.UpperVoltage => new(
            StepEnding.UpperVoltageCutOff,
            FormattableString.Invariant($"the voltage {system.Voltage(y):F4} V is at or above the upper limit {system.UpperVoltage:G6} V")),
        CellEvent.CurrentCutOff => new(
            StepEnding.CurrentCutOff,
            FormattableString.Invariant($"the current fell to {system.CurrentCutOff / 10.0:G4} mA/cm2")),
        CellEvent.SaltDepleted => new(
            StepEnding.SaltDepleted, "the salt is used up in part of the electrolyte: the current is above the limiting current"),
        CellEvent.HostExhausted => new(
            StepEnding.HostExhausted,
            "the surface of the cathode particles holds no more lithium (or has none left): the host, not the cut-off, ends the step"),
        _ => new(StepEnding.LithiumExhausted, "the lithium foil is used up"),
    };

    private static StepOutcome Failure(HalfCellSystem system, BdfSolver solver, BdfStatus status)
    {
        // A corrector that dies while the salt runs out or the particles fill up has hit a limit of the cell, not of the solver.
        ReadOnlySpan<double> y = solver.State;
        string at = FormattableString.Invariant($" after {solver.Time:G6} s");
        if (system.LeastSaltShare(y) < NearlyDepleted)
        {
            return new(
                StepEnding.SaltDepleted,
                "the salt is used up in part of the electrolyte" + at + ": the current is above the limiting current");
        }

        if (system.IsHostExhausted(y, NearlyExhausted))
        {
            return Of(CellEvent.HostExhausted, system, y);
        }

        return new(StepEnding.SolverStopped, $"the solver stopped ({status}: {solver.Diagnostics.Cause}){at}; {system.Describe(solver.Diagnostics.Unknown)}");
    }
}
