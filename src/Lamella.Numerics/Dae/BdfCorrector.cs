namespace Lamella.Numerics.Dae;

/// <summary>How the corrector of one step ended.</summary>
internal enum CorrectorOutcome
{
    /// <summary>The unknowns satisfy the step's equations closely enough.</summary>
    Converged,

    /// <summary>The iteration diverged, was too slow, met a NaN, or the matrix was singular.</summary>
    NotConverged,

    /// <summary>A callback asked for a shorter step.</summary>
    Recoverable,

    /// <summary>A callback asked to stop.</summary>
    Fatal,
}

/// <summary>Modified Newton iteration on F(t, y, ẏ(y)) = 0.</summary>
/// <remarks>
/// <para>The Jacobian is kept as long as the iteration converges fast, but factored anew for every leading coefficient c:
/// the iteration matrix is then exact for the linear equations of the system, so that its linear invariants hold to
/// round-off, and the convergence rate measured at one step remains a fair guess at the next.</para>
/// <para>The rate guessed grows with every step on which it was not measured, until a second iteration measures it.</para>
/// </remarks>
internal sealed class BdfCorrector(int size, BdfCounters counters)
{
    private const int MaximumIterations = 4;
    private const double FirstRate = 0.95; // nothing known yet: same caution as IDA's first step
    private const double FreshRate = 0.2; // after a new Jacobian in mid-course
    private const double SlowestRate = 0.9;
    private const double RefreshRate = 0.25; // slower than this, a new Jacobian pays at the next step
    private const double RateGrowth = 1.3; // per step without a measurement
    private const double Memory = 0.3; // part of the old rate kept beside a faster new one
    private const double Negligible = 1e-4; // of the tolerance

    private readonly double[] delta = new double[size];
    private IDaeSystem? system;
    private bool begun;
    private bool jacobianWanted = true;
    private double factoredFor = double.NaN;
    private double rate = FirstRate;

    /// <summary>Gets the last correction or, where a residual failed, that residual; for diagnostics.</summary>
    internal ReadOnlySpan<double> LastCorrection => delta;

    /// <summary>Forgets everything about the system before.</summary>
    internal void Begin(IDaeSystem newSystem, bool jacobianIsFresh)
    {
        system = newSystem;
        jacobianWanted = !jacobianIsFresh;
        factoredFor = double.NaN;
        rate = FirstRate;
        begun = false;
    }

    /// <summary>Takes note that someone else evaluated the Jacobian and factored it for c; NaN for a failed try.</summary>
    internal void Replaced(double c)
    {
        factoredFor = c;
        jacobianWanted = double.IsNaN(c);
        rate = FreshRate;
    }

    /// <summary>Predicts and corrects one step.</summary>
    internal CorrectorOutcome Run(
        BdfHistory history,
        double time,
        double tolerance,
        ReadOnlySpan<double> weights,
        Span<double> y,
        Span<double> yPrime,
        Span<double> e)
    {
        bool fresh = false;
        while (true)
        {
            history.Predict(y, yPrime);
            counters.Residuals++;
            CallbackStatus status = system!.EvaluateResidual(time, y, yPrime, delta);
            if (status == CallbackStatus.Success && jacobianWanted)
            {
                counters.Jacobians++;
                status = system.EvaluateJacobian(time, y, yPrime);
                fresh = true;
                jacobianWanted = status != CallbackStatus.Success;
                factoredFor = double.NaN;
                rate = begun ? FreshRate : FirstRate;
            }

            if (status != CallbackStatus.Success)
            {
                return status == CallbackStatus.Fatal ? CorrectorOutcome.Fatal : CorrectorOutcome.Recoverable;
            }

            CorrectorOutcome outcome = Factor(history.LeadingCoefficient);
            if (outcome == CorrectorOutcome.Converged)
            {
                outcome = Iterate(history.LeadingCoefficient, time, tolerance, weights, y, yPrime, e);
            }

            if (outcome is CorrectorOutcome.Converged or CorrectorOutcome.Fatal)
            {
                return outcome;
            }

            // The old Jacobian may be to blame: same step again with a new one. One of a prediction that failed is of no use
            // for a shorter step either: where a reaction grows by decades, its slopes make every correction look small.
            jacobianWanted = true;
            if (fresh)
            {
                return outcome;
            }
        }
    }

    private CorrectorOutcome Factor(double c)
    {
        if (c == factoredFor)
        {
            return CorrectorOutcome.Converged;
        }

        counters.Factorisations++;
        CallbackStatus status = system!.Factor(c);
        factoredFor = status == CallbackStatus.Success ? c : double.NaN;
        return status switch
        {
            CallbackStatus.Success => CorrectorOutcome.Converged,
            CallbackStatus.Fatal => CorrectorOutcome.Fatal,
            _ => CorrectorOutcome.NotConverged,
        };
    }

    private CorrectorOutcome Iterate(
        double c, double time, double tolerance, ReadOnlySpan<double> weights, Span<double> y, Span<double> yPrime, Span<double> e)
    {
        e.Clear();
        double guess = Math.Min(SlowestRate + 0.05, rate * RateGrowth), before = 0.0;
        for (int iteration = 1; ; iteration++)
        {
            counters.Solves++;
            system!.Solve(delta);
            double norm = BdfKernels.Correct(delta, c, weights, y, yPrime, e);
            if (!double.IsFinite(norm))
            {
                return CorrectorOutcome.NotConverged;
            }

            guess = iteration == 1 ? guess : Math.Max(Memory * guess, norm / before);
            if (norm <= Negligible * tolerance || (guess < 1.0 && guess / (1.0 - guess) * norm <= tolerance))
            {
                jacobianWanted = iteration > 1 && norm > Negligible * tolerance && guess > RefreshRate;
                rate = guess;
                begun = true;
                return CorrectorOutcome.Converged;
            }

            if (iteration > 1 && (guess > SlowestRate || !ReachesIn(MaximumIterations - iteration, guess, norm, tolerance)))
            {
                return CorrectorOutcome.NotConverged;
            }

            before = norm;
            counters.Residuals++;
            CallbackStatus status = system.EvaluateResidual(time, y, yPrime, delta);
            if (status != CallbackStatus.Success)
            {
                return status == CallbackStatus.Fatal ? CorrectorOutcome.Fatal : CorrectorOutcome.Recoverable;
            }
        }
    }

    private static bool ReachesIn(int iterations, double rate, double norm, double tolerance) =>
        iterations > 0 && Math.Pow(rate, iterations + 1) / (1.0 - rate) * norm <= tolerance;
}
