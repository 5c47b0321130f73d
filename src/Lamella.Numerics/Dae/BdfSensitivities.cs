using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Dae;

/// <summary>Forward sensitivities of a solution, carried along step by step.</summary>
/// <remarks>
/// Staggered direct method: after the state of a step is accepted, the Jacobian is evaluated and factored there, and one
/// solve per parameter gives its sensitivity exactly, with the same formula, order and step. Steps are chosen for the state
/// alone. <b>Source.</b> Caracotsios and Stewart, Comput. Chem. Eng. 9 (1985) 359,
/// <see href="https://doi.org/10.1016/0098-1354(85)85014-6"/>; Li, Petzold and Zhu, Appl. Numer. Math. 32 (2000) 161,
/// <see href="https://doi.org/10.1016/S0168-9274(99)00020-3"/>.
/// </remarks>
internal sealed class BdfSensitivities
{
    private const double InitialCoefficient = 1e8; // [1/s], as for consistent initial values
    private const int InitialCorrections = 3; // linear: one would do but for the terms of order 1/coefficient

    private readonly ISensitivitySystem system;
    private readonly BdfCounters counters;
    private readonly int n;
    private readonly double[][] past; // divided differences per parameter
    private readonly double[][] corrections;
    private readonly double[][] values;
    private readonly double[][] slopes;
    private readonly double[][] predicted;
    private readonly double[][] predictedSlopes;
    private readonly bool[] differential;

    internal BdfSensitivities(ISensitivitySystem system, BdfCounters counters)
    {
        (this.system, this.counters, n) = (system, counters, system.Size);
        past = Vectors(BdfHistory.Rows * n);
        corrections = Vectors(n);
        values = Vectors(n);
        slopes = Vectors(n);
        predicted = Vectors(n);
        predictedSlopes = Vectors(n);
        differential = new bool[n];
        system.MarkDifferential(differential);
    }

    /// <summary>Returns ∂y/∂p at the time reported last.</summary>
    internal Span<double> Value(int parameter) => values[parameter];

    /// <summary>Makes algebraic sensitivities and derivatives consistent with the differential sensitivities kept.</summary>
    internal CallbackStatus Begin(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        CallbackStatus status = Linearise(time, y, yPrime, InitialCoefficient);
        for (int p = 0; p < values.Length && status == CallbackStatus.Success; p++)
        {
            Array.Clear(slopes[p]);
            for (int i = 0; i < InitialCorrections && status == CallbackStatus.Success; i++)
            {
                status = system.EvaluateSensitivityResidual(p, time, y, yPrime, values[p], slopes[p], corrections[p]);
                if (status == CallbackStatus.Success)
                {
                    Solve(corrections[p]);
                    CorrectStart(p);
                }
            }
        }

        return status;
    }

    /// <summary>Solves for the sensitivities at the end of a step whose state has converged.</summary>
    internal CallbackStatus Correct(BdfHistory history, double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        // Nothing that a repeated step needs changes before all that can fail has succeeded.
        CallbackStatus status = Linearise(time, y, yPrime, history.LeadingCoefficient);
        for (int p = 0; p < values.Length && status == CallbackStatus.Success; p++)
        {
            if (history.OrderUsed == 0)
            {
                history.BeginCompanion(past[p], values[p], slopes[p]);
            }

            history.PredictCompanion(past[p], predicted[p], predictedSlopes[p]);
            status = system.EvaluateSensitivityResidual(
                p, time, y, yPrime, predicted[p], predictedSlopes[p], corrections[p]);
        }

        for (int p = 0; p < values.Length && status == CallbackStatus.Success; p++)
        {
            Solve(corrections[p]);
            BdfKernels.Scale(corrections[p], -1.0);
            predicted[p].CopyTo(values[p], 0);
            Kernels.AddScaled(values[p], 1.0, corrections[p]);
            predictedSlopes[p].CopyTo(slopes[p], 0);
            Kernels.AddScaled(slopes[p], history.LeadingCoefficient, corrections[p]);
        }

        return status;
    }

    /// <summary>Follows the state into the accepted step.</summary>
    internal void Accept(BdfHistory history, bool keepCorrection)
    {
        for (int p = 0; p < past.Length; p++)
        {
            BdfKernels.Accept(past[p], history.Order, keepCorrection, corrections[p]);
        }
    }

    /// <summary>Evaluates one sensitivity within the last step.</summary>
    internal void Interpolate(int parameter, BdfHistory history, double sinceEnd, Span<double> s, Span<double> sPrime) =>
        history.InterpolateCompanion(past[parameter], sinceEnd, s, sPrime);

    /// <summary>Makes the values reported those of a time within the last step.</summary>
    internal void MoveTo(BdfHistory history, double sinceEnd)
    {
        for (int p = 0; p < past.Length; p++)
        {
            history.InterpolateCompanion(past[p], sinceEnd, values[p], slopes[p]);
        }
    }

    private double[][] Vectors(int length)
    {
        double[][] vectors = new double[system.ParameterCount][];
        for (int p = 0; p < vectors.Length; p++)
        {
            vectors[p] = new double[length];
        }

        return vectors;
    }

    private CallbackStatus Linearise(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, double c)
    {
        counters.Jacobians++;
        CallbackStatus status = system.EvaluateJacobian(time, y, yPrime);
        if (status != CallbackStatus.Success)
        {
            return status;
        }

        counters.Factorisations++;
        return system.Factor(c);
    }

    private void Solve(double[] rightHandSide)
    {
        counters.Solves++;
        system.Solve(rightHandSide);
    }

    private void CorrectStart(int parameter)
    {
        for (int i = 0; i < n; i++)
        {
            if (differential[i])
            {
                slopes[parameter][i] -= InitialCoefficient * corrections[parameter][i];
            }
            else
            {
                values[parameter][i] -= corrections[parameter][i];
            }
        }
    }
}
