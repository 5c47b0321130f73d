using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Running;

/// <summary>Turns solver statuses into endings that a person understands.</summary>
internal static class StepDiagnosis
{
    /// <summary>How far ahead a limit that is touched at the beginning is looked at [s].</summary>
    private const double Ahead = 1e-6;

    /// <summary>A power that a cell at its limit does not deliver, over the one held [–].</summary>
    private const double MorePower = 1.05;

    /// <summary>Voltage below which a cell counts as having none [V].</summary>
    private const double NoVoltage = 1e-3;

    /// <summary>An ending that already holds at the first instant under load, or null.</summary>
    /// <remarks>
    /// A step that moves away from what ended the one before it, such as plating behind a complete stripping or charging an
    /// empty anode, has not ended; nor has a rest, which asks for nothing.
    /// </remarks>
    internal static StepOutcome? AlreadyEnded(SteppedSystem system, BdfSolver solver)
    {
        ReadOnlySpan<double> y = solver.State, rate = solver.Derivative;
        Span<double> roots = stackalloc double[system.RootCount];
        system.EvaluateRoots(0.0, y, rate, roots);
        for (int index = 0; index < roots.Length; index++)
        {
            if (roots[index] <= 0.0 && system.Outcome(index, 0.0, y) is var outcome
                && !(outcome.Ending is StepEnding.LithiumExhausted or StepEnding.HostExhausted
                    && (IsRest(system.Cell.Load) || IsRising(system, solver, index, roots[index]))))
            {
                return outcome;
            }
        }

        return null;
    }

    /// <summary>The ending of a load under which the model needs a voltage of the wrong sign, or null.</summary>
    /// <remarks>Only a cell that must stay above 0 V is judged: a symmetric cell has no wrong sign.</remarks>
    /// <param name="step">The step.</param>
    /// <param name="system">The model under its load.</param>
    /// <param name="y">The consistent start.</param>
    internal static StepOutcome? BeyondTheCell(ProtocolStep step, ICellSystem system, ReadOnlySpan<double> y) =>
        system.Limits.LowerVoltage > 0.0 && system.Voltage(0.0, y) is <= 0.0 and var voltage
            ? new(StepEnding.CannotStart, FormattableString.Invariant(
                $"'{step.Label}' asks for more than the cell can carry: at {Math.Abs(system.Current(y)) / 10.0:G4} mA/cm2 what it loses inside would leave {voltage:G4} V at its ends, and a cell delivers only above 0 V. Lower the load or start from another state of charge."))
            : null;

    private static bool IsRest(CellLoad load) => load.Control == StepControl.Current && load.SetPoint is ConstantSetPoint { Value: 0.0 };

    /// <summary>Tells whether a limit is being left: its root function rises.</summary>
    private static bool IsRising(SteppedSystem system, BdfSolver solver, int root, double now)
    {
        double[] later = solver.State.ToArray();
        for (int i = 0; i < later.Length; i++)
        {
            later[i] += Ahead * solver.Derivative[i];
        }

        double[] values = new double[system.RootCount];
        bool valid = system.EvaluateRoots(Ahead, later, solver.Derivative, values) == CallbackStatus.Success;
        bool rises = valid && values[root] > now;
        system.EvaluateRoots(0.0, solver.State, solver.Derivative, values); // the system is left as it was
        return rises;
    }

    /// <summary>Tells whether a step that states a time or a charge ended before it: 'Repeat up to' stops there.</summary>
    internal static bool IsEarly(ProtocolStep step, StepResult result) => result.Ending switch
    {
        StepEnding.CannotStart or StepEnding.SolverStopped => true,
        StepEnding.Duration or StepEnding.ChargeCutOff or StepEnding.Measured => false,
        _ => step.IsTimed,
    };

    /// <summary>Tells whether nothing can follow, or nothing shall.</summary>
    internal static bool EndsTheRun(StepResult result, FailurePolicy policy) =>
        result.Ending == StepEnding.SolverStopped
        || (policy == FailurePolicy.Stop && (result.Ending == StepEnding.CannotStart || (result.FirstSample == result.LastSample && result.Ending != StepEnding.Measured)));

    /// <summary>The ending of a step whose consistent start was not found.</summary>
    /// <param name="step">The step.</param>
    /// <param name="approach">How far the load could be approached.</param>
    /// <param name="after">Time of the step at which the load jumped [s]; 0 for its beginning.</param>
    internal static StepOutcome CannotStart(ProtocolStep step, LoadApproach approach, double after = 0.0)
    {
        string when = after > 0.0 ? FormattableString.Invariant($"after {Duration(after)}, ") : string.Empty;
        string at = FormattableString.Invariant($"{Math.Abs(approach.Current) / 10.0:G4} mA/cm2 and {approach.Voltage:G4} V");
        string why = approach.Limit is { } limit ? FormattableString.Invariant($"at {at} already, {limit.Reason}")
            : step.Control == StepControl.Power && approach.Share > 0.0 ? FormattableString.Invariant(
                $"the most it can do is {Math.Abs(approach.Current * approach.Voltage) / 10.0:G4} mW/cm2, at {at}")
            : step.Control == StepControl.Power && Math.Abs(approach.Voltage) < NoVoltage ? FormattableString.Invariant(
                $"at {approach.Voltage:G4} V it delivers no power")
            : $"no state of the cell meets this {Quantity(step.Control)} beyond {at}";
        return new(
            StepEnding.CannotStart,
            $"{when}'{step.Label}' asks for more than the cell can carry: {why}. Lower the load or start from another state of charge.");
    }

    /// <summary>The ending of a step that ran.</summary>
    internal static StepOutcome Of(SteppedSystem system, BdfSolver solver, BdfStatus status, ProtocolStep step, double begin) => status switch
    {
        BdfStatus.RootFound => system.Outcome(solver.RootIndex, solver.Time, solver.State),
        BdfStatus.StopTimeReached => new(StepEnding.Duration, Finished(step)),
        BdfStatus.StepTaken => new(
            StepEnding.SolverStopped, FormattableString.Invariant($"the limit of {solver.Statistics.Steps} solver steps was reached")),
        _ => Failure(system, solver, status, begin),
    };

    private static string Finished(ProtocolStep step) => step.Sweep is { } sweep
        && Math.Abs(step.Value.At(step.MaximumDuration) - step.Value.Start) >= sweep.Rate * step.MaximumDuration * (1.0 - 1e-9)
            ? FormattableString.Invariant($"the sweep reached {step.Value.At(step.MaximumDuration):G6} V")
            : $"the duration of {Duration(step.MaximumDuration)} was reached";

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

    private static StepOutcome Failure(SteppedSystem stepped, BdfSolver solver, BdfStatus status, double begin)
    {
        ICellSystem system = stepped.Cell;
        // A corrector that dies while the salt runs out or the particles fill up has hit a limit of the cell, not of the solver.
        string at = FormattableString.Invariant($" after {begin + solver.Time:G6} s");
        return system.PhysicalLimit(solver.Time, solver.State) is { } limit
            ? limit with { Reason = limit.Reason + at }
            : MostPower(stepped, solver) is { } most ? most with { Reason = most.Reason + at }
            : new(StepEnding.SolverStopped, $"the solver stopped ({status}: {solver.Diagnostics.Cause}){at}; {system.Describe(solver.Diagnostics.Unknown)}");
    }

    /// <summary>The ending of a held power that the cell cannot deliver any longer, or null.</summary>
    private static StepOutcome? MostPower(SteppedSystem stepped, BdfSolver solver)
    {
        ICellSystem system = stepped.Cell;
        CellLoad load = system.Load;
        if (load.Control != StepControl.Power)
        {
            return null;
        }

        var approach = new LoadApproach(system, new BdfSolver(solver.Options)); // the solver stays where it stopped
        system.Load = new CellLoad(StepControl.Power, MorePower * load.SetPoint.At(solver.Time));
        bool delivers = approach.Run(stepped, solver.State);
        system.Load = load;
        return delivers ? null : new(StepEnding.PowerLimit, FormattableString.Invariant(
            $"the cell delivers no more than {Math.Abs(approach.Current * approach.Voltage) / 10.0:G4} mW/cm2, at {Math.Abs(approach.Current) / 10.0:G4} mA/cm2 and {approach.Voltage:G4} V,"));
    }
}
