namespace Lamella.Numerics.Dae;

/// <summary>Finds algebraic unknowns and derivatives that satisfy F(t, y, ẏ) = 0 for given differential unknowns.</summary>
/// <remarks>
/// <para>With the matrix ∂F/∂y + c·∂F/∂ẏ for a large c, one solve gives corrections δ of the algebraic unknowns and c·δ of
/// the derivatives; what δ would do to the differential unknowns is smaller by 1/c and is dropped. Newton's method with
/// that matrix, damped so that the norm of the next simplified correction falls (natural monotonicity), converges also
/// from far away on exponential kinetics.</para>
/// <para><b>Source.</b> Brown, Hindmarsh and Petzold, SIAM J. Sci. Comput. 19 (1998) 1495,
/// <see href="https://doi.org/10.1137/S1064827595289996"/>; Deuflhard, <i>Newton Methods for Nonlinear Problems</i>,
/// Springer 2004, section 3.3 (damping).</para>
/// </remarks>
internal sealed class ConsistentInitialiser(int size, BdfCounters counters)
{
    private const int MaximumIterations = 60;
    private const double SmallestDamping = 1.0 / (1 << 20);
    private const double Tolerance = 1e-5; // of the error weights
    private const double Exhausted = 1e-10; // no use in correcting further
    private const double QuickRate = 0.1; // simplified Newton goes on with the same Jacobian while it is this fast

    private static ReadOnlySpan<double> LeadingCoefficients => [1e8, 1e12, 1e5]; // [1/s]

    private readonly bool[] differential = new bool[size];
    private readonly double[] y = new double[size];
    private readonly double[] yPrime = new double[size];
    private readonly double[] trialY = new double[size];
    private readonly double[] trialPrime = new double[size];
    private readonly double[] correction = new double[size];
    private readonly double[] trialCorrection = new double[size];

    /// <summary>Gets the last correction, for diagnostics.</summary>
    internal ReadOnlySpan<double> LastCorrection => correction;

    /// <summary>Gets which unknowns are differential.</summary>
    internal ReadOnlySpan<bool> Differential => differential;

    /// <summary>Makes the values consistent; leaves them unchanged on failure.</summary>
    /// <param name="system">The system; on success its kept Jacobian is fresh.</param>
    /// <param name="time">t [s].</param>
    /// <param name="weights">Error weights, shape (n).</param>
    /// <param name="state">State; its differential part is kept, shape (n).</param>
    /// <param name="slope">Guess of the derivatives, shape (n); those of algebraic unknowns become 0.</param>
    /// <returns>Success, recoverable when nothing consistent was found, or fatal.</returns>
    internal CallbackStatus Run(IDaeSystem system, double time, ReadOnlySpan<double> weights, Span<double> state, Span<double> slope)
    {
        system.MarkDifferential(differential);
        CallbackStatus status = CallbackStatus.Recoverable;
        foreach (double c in LeadingCoefficients)
        {
            state.CopyTo(y);
            for (int i = 0; i < size; i++)
            {
                yPrime[i] = differential[i] ? slope[i] : 0.0;
            }

            status = Iterate(system, time, c, weights);
            if (status != CallbackStatus.Recoverable)
            {
                break;
            }
        }

        if (status == CallbackStatus.Success)
        {
            y.CopyTo(state);
            yPrime.CopyTo(slope);
        }

        return status;
    }

    private CallbackStatus Iterate(IDaeSystem system, double time, double c, ReadOnlySpan<double> weights)
    {
        bool kept = false;
        double norm = double.NaN, damping = 1.0;
        int polished = 0;
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            CallbackStatus status = kept ? CallbackStatus.Success : Linearise(system, time, c, weights, out norm);
            if (status != CallbackStatus.Success || !double.IsFinite(norm))
            {
                return status == CallbackStatus.Fatal ? status : CallbackStatus.Recoverable;
            }

            status = Damp(system, time, c, weights, norm, ref damping, out double next);
            if (status == CallbackStatus.Fatal || (status == CallbackStatus.Recoverable && !kept))
            {
                return status;
            }

            if (status == CallbackStatus.Recoverable)
            {
                (kept, damping) = (false, 1.0); // the old matrix may be to blame
                continue;
            }

            // Beyond the tolerance, two corrections more cost little and bring the values close to round-off.
            polished += next <= Tolerance && damping == 1.0 ? 1 : 0;
            if (next <= Exhausted || polished == 3)
            {
                Apply(trialCorrection, 1.0, c); // at hand already, so take it too
                Commit();
                return CallbackStatus.Success;
            }

            Commit();
            kept = damping == 1.0 && (next <= QuickRate * norm || next <= Tolerance); // fast enough to keep the matrix
            trialCorrection.CopyTo(correction, 0);
            norm = next;
        }

        return CallbackStatus.Recoverable;
    }

    /// <summary>Evaluates residual and matrix and solves for the Newton correction.</summary>
    private CallbackStatus Linearise(IDaeSystem system, double time, double c, ReadOnlySpan<double> weights, out double norm)
    {
        norm = double.NaN;
        counters.Residuals++;
        CallbackStatus status = system.EvaluateResidual(time, y, yPrime, correction);
        if (status == CallbackStatus.Success)
        {
            counters.Jacobians++;
            status = system.EvaluateJacobian(time, y, yPrime);
        }

        if (status == CallbackStatus.Success)
        {
            counters.Factorisations++;
            status = system.Factor(c);
        }

        if (status == CallbackStatus.Success)
        {
            counters.Solves++;
            system.Solve(correction);
            norm = BdfKernels.Norm(correction, weights);
        }

        return status;
    }

    /// <summary>Shortens the step until the next simplified correction is smaller, and leaves it in the trial vectors.</summary>
    private CallbackStatus Damp(
        IDaeSystem system, double time, double c, ReadOnlySpan<double> weights, double norm, ref double damping, out double next)
    {
        for (damping = Math.Min(1.0, 4.0 * damping); damping >= SmallestDamping; damping *= 0.5)
        {
            y.CopyTo(trialY, 0);
            yPrime.CopyTo(trialPrime, 0);
            Apply(correction, damping, c);
            counters.Residuals++;
            CallbackStatus status = system.EvaluateResidual(time, trialY, trialPrime, trialCorrection);
            if (status == CallbackStatus.Fatal)
            {
                next = double.NaN;
                return status;
            }

            if (status == CallbackStatus.Success)
            {
                counters.Solves++;
                system.Solve(trialCorrection);
                next = BdfKernels.Norm(trialCorrection, weights);
                if (next <= (1.0 - (0.5 * damping)) * norm || next <= Tolerance)
                {
                    return CallbackStatus.Success;
                }
            }
        }

        next = double.NaN;
        return CallbackStatus.Recoverable;
    }

    private void Apply(double[] delta, double factor, double c)
    {
        for (int i = 0; i < size; i++)
        {
            if (differential[i])
            {
                trialPrime[i] -= factor * c * delta[i];
            }
            else
            {
                trialY[i] -= factor * delta[i];
            }
        }
    }

    private void Commit()
    {
        trialY.CopyTo(y, 0);
        trialPrime.CopyTo(yPrime, 0);
    }
}
