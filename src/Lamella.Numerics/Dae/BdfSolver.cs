namespace Lamella.Numerics.Dae;

/// <summary>Solves F(t, y, ẏ) = 0 of index 1 by backward differentiation of variable step and order 1 to 5.</summary>
/// <remarks>
/// <para>Call <see cref="Initialise"/>, then <see cref="Step"/> until it says something other than
/// <see cref="BdfStatus.StepTaken"/>. After a jump of the system's inputs call <see cref="Restart"/>. All memory is taken
/// when a system of another size is initialised; steps allocate nothing. One solver serves one thread.</para>
/// <para><b>Method.</b> Fixed-leading-coefficient formulas with interpolated history, modified Newton corrector whose
/// matrix is factored for every new leading coefficient, step and order chosen from error estimates at three orders.</para>
/// <para><b>Source.</b> Brenan, Campbell and Petzold, <i>Numerical Solution of Initial-Value Problems in
/// Differential-Algebraic Equations</i>, SIAM 1996, <see href="https://doi.org/10.1137/1.9781611971224"/>; Hindmarsh et al.,
/// ACM Trans. Math. Softw. 31 (2005) 363, <see href="https://doi.org/10.1145/1089014.1089020"/>.</para>
/// </remarks>
public sealed partial class BdfSolver
{
    private const double RoundOff = 2.220446049250313e-16;

    private readonly BdfCounters counters = new();
    private BdfWorkspace work;
    private IDaeSystem? system;
    private double stepEnd; // end of the last accepted step; beyond Time while a root inside that step is being reported

    /// <summary>Makes a solver.</summary>
    /// <param name="options">Accuracy and limits; null for the defaults.</param>
    public BdfSolver(BdfOptions? options = null)
    {
        Options = options ?? new BdfOptions();
        work = new BdfWorkspace(0, 0, counters);
    }

    /// <summary>Gets accuracy and limits.</summary>
    public BdfOptions Options { get; }

    /// <summary>Gets the time of <see cref="State"/> [s].</summary>
    public double Time { get; private set; }

    /// <summary>Gets the state at <see cref="Time"/>, shape (n); overwritten by the next call.</summary>
    public ReadOnlySpan<double> State => work.Y;

    /// <summary>Gets dy/dt at <see cref="Time"/>, shape (n); overwritten by the next call.</summary>
    public ReadOnlySpan<double> Derivative => work.YPrime;

    /// <summary>Gets where the last accepted step began [s]: <see cref="Interpolate"/> reaches from here to <see cref="Time"/>.</summary>
    public double StepStart { get; private set; }

    /// <summary>Gets the root function that crossed zero, the first of them if there are several; −1 for none.</summary>
    public int RootIndex { get; private set; } = -1;

    /// <summary>Gets, per root function, +1 if it rose through zero at <see cref="Time"/>, −1 if it fell, 0 otherwise.</summary>
    public ReadOnlySpan<sbyte> RootDirections => work.Roots.Directions;

    /// <summary>Gets the cost so far.</summary>
    public BdfStatistics Statistics => counters.Snapshot(work.History.OrderUsed, work.History.StepUsed);

    /// <summary>Gets where and why the last failure happened.</summary>
    public BdfDiagnostics Diagnostics { get; private set; }

    /// <summary>Takes a system and makes its initial values consistent.</summary>
    /// <param name="newSystem">The system.</param>
    /// <param name="time">t₀ [s].</param>
    /// <param name="y">State: differential unknowns as they are, algebraic ones as a guess, shape (n).</param>
    /// <param name="yPrime">Guess of the derivatives (zero will do), shape (n).</param>
    /// <returns><see cref="BdfStatus.Initialised"/>, <see cref="BdfStatus.InitialisationFailed"/> or
    /// <see cref="BdfStatus.FatalCallback"/>.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length, or an option is out of range.</exception>
    public BdfStatus Initialise(IDaeSystem newSystem, double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        ArgumentNullException.ThrowIfNull(newSystem);
        int n = newSystem.Size;
        RequireLength(n, y.Length, nameof(y));
        RequireLength(n, yPrime.Length, nameof(yPrime));
        Options.Validate(n);
        if (work.Y.Length != n || work.RootCount != newSystem.RootCount)
        {
            work = new BdfWorkspace(n, newSystem.RootCount, counters);
        }

        for (int i = 0; i < n; i++)
        {
            work.AbsoluteTolerances[i] = Options.AbsoluteToleranceOf(i);
        }

        newSystem.RaiseTolerances(work.AbsoluteTolerances);

        (system, sensitivities) = (newSystem, null);
        counters.Reset();
        y.CopyTo(work.Y);
        yPrime.CopyTo(work.YPrime);
        return Begin(time);
    }

    /// <summary>Goes on from <see cref="Time"/> after the system's inputs jumped: consistent values anew, order 1.</summary>
    /// <returns>As <see cref="Initialise"/>.</returns>
    /// <exception cref="InvalidOperationException">The solver was never initialised.</exception>
    public BdfStatus Restart()
    {
        RequireSystem();
        counters.Restarts++;
        BdfStatus status = Begin(Time);
        return status == BdfStatus.Initialised && sensitivities is not null ? BeginSensitivities() : status;
    }

    /// <summary>Takes one step, never beyond the stop time.</summary>
    /// <param name="stopTime">Latest time [s], ≥ <see cref="Time"/>; may be infinite.</param>
    /// <returns>What happened; the state is at <see cref="Time"/>.</returns>
    /// <exception cref="InvalidOperationException">The solver was never initialised.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stopTime"/> lies before <see cref="Time"/>.</exception>
    public BdfStatus Step(double stopTime)
    {
        RequireSystem();
        if (!(stopTime >= Time))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stopTime), FormattableString.Invariant($"The stop time {stopTime} s lies before the present time {Time} s."));
        }

        if (Time < stepEnd)
        {
            return Report(Math.Min(stepEnd, stopTime), stopTime); // the rest of a step in which a root was found
        }

        if (stopTime - Time <= 100.0 * RoundOff * (Math.Abs(Time) + work.History.StepUsed))
        {
            Time = stopTime;
            return BdfStatus.StopTimeReached;
        }

        BdfStatus status = Advance(stopTime);
        return status == BdfStatus.StepTaken ? Report(stepEnd, stopTime) : status;
    }

    /// <summary>Steps until a root, the stop time or a failure.</summary>
    /// <param name="stopTime">Latest time [s], ≥ <see cref="Time"/>, finite.</param>
    /// <returns>What ended it.</returns>
    /// <exception cref="InvalidOperationException">The solver was never initialised.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stopTime"/> lies before <see cref="Time"/>.</exception>
    public BdfStatus Solve(double stopTime)
    {
        BdfStatus status;
        do
        {
            status = Step(stopTime);
        }
        while (status == BdfStatus.StepTaken);
        return status;
    }

    /// <summary>Evaluates the solution within the last step, as accurately as the step itself.</summary>
    /// <param name="time">From <see cref="StepStart"/> to the end of the step [s].</param>
    /// <param name="y">Receives the state, shape (n).</param>
    /// <param name="yPrime">Receives its derivative, shape (n).</param>
    /// <exception cref="InvalidOperationException">No step was taken since the solver was initialised or restarted.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> lies outside the step.</exception>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void Interpolate(double time, Span<double> y, Span<double> yPrime)
    {
        RequireWithinStep(time, y.Length, yPrime.Length);
        work.History.Interpolate(time - stepEnd, y, yPrime);
    }

    private void RequireWithinStep(double time, int length, int lengthOfPrime)
    {
        RequireLength(work.Y.Length, length, "y");
        RequireLength(work.Y.Length, lengthOfPrime, "yPrime");
        if (work.History.OrderUsed == 0)
        {
            throw new InvalidOperationException("There is no step to interpolate in: call Step first.");
        }

        double slack = 100.0 * RoundOff * (Math.Abs(stepEnd) + work.History.StepUsed);
        if (!(time >= StepStart - slack && time <= stepEnd + slack))
        {
            throw new ArgumentOutOfRangeException(
                nameof(time), FormattableString.Invariant($"{time} s is outside the last step, {StepStart} to {stepEnd} s."));
        }
    }

    private static void RequireLength(int expected, int actual, string name)
    {
        if (expected != actual)
        {
            throw new ArgumentException($"{expected} unknowns need {expected} elements, got {actual}.", name);
        }
    }

    private void RequireSystem()
    {
        if (system is null)
        {
            throw new InvalidOperationException("The solver has no system: call Initialise first.");
        }
    }

    /// <summary>Tells what lies between <see cref="Time"/> and <paramref name="end"/> of the accepted step.</summary>
    private BdfStatus Report(double end, double stopTime)
    {
        RootIndex = -1;
        bool found = false;
        if (work.RootCount > 0)
        {
            CallbackStatus status = work.Roots.Search(system!, work.History, stepEnd, Time, end, out found);
            if (status != CallbackStatus.Success)
            {
                return Fail(BdfStatus.FatalCallback, end, default, "the root functions could not be evaluated");
            }
        }

        double reached = found ? work.Roots.Found : end;
        if (reached != stepEnd || Time > StepStart)
        {
            work.History.Interpolate(reached - stepEnd, work.Y, work.YPrime);
            sensitivities?.MoveTo(work.History, reached - stepEnd);
        }

        Time = reached;
        if (found)
        {
            RootIndex = RootDirections.IndexOfAnyExcept((sbyte)0);
            return BdfStatus.RootFound;
        }

        return Time >= stopTime ? BdfStatus.StopTimeReached : BdfStatus.StepTaken;
    }
}
