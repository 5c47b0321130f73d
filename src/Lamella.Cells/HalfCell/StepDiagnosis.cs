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
            StepEnding.Duration, $"the duration of {Duration(step.MaximumDuration)} was reached"),
        BdfStatus.StepTaken => new(
            StepEnding.SolverStopped, FormattableString.Invariant($"the limit of {solver.Statistics.Steps} solver steps was reached")),
        _ => Failure(system, solver, status),
    };

    private static StepOutcome Of(CellEvent cause, HalfCellSystem system, ReadOnlySpan<double> y) => cause switch
    {
        CellEvent.LowerVoltage => new(
            StepEnding.LowerVoltageCutOff,
            Limit(system.Voltage(y), "lower", "below", system.LowerVoltage)),
        CellEvent.UpperVoltage => new(
            StepEnding.UpperVoltageCutOff,
            Limit(system.Voltage(y), "upper", "above", system.UpperVoltage)),
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

    /// <summary>A voltage that stopped at its limit, or one that lies beyond it at once.</summary>
    private static string Limit(double voltage, string name, string side, double limit) => Math.Abs(voltage - limit) < 1e-4
        ? FormattableString.Invariant($"the voltage reached the {name} limit of {limit:G6} V")
        : FormattableString.Invariant($"the voltage of {voltage:F4} V is {side} the {name} limit of {limit:G6} V");

    private static string Duration(double seconds) => seconds switch
    {
        >= 7200.0 => FormattableString.Invariant($"{seconds / 3600.0:G4} h"),
        >= 120.0 => FormattableString.Invariant($"{seconds / 60.0:G4} min"),
        >= 1e-2 => FormattableString.Invariant($"{seconds:G4} s"),
        _ => FormattableString.Invariant($"{1e6 * seconds:G4} us"),
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
