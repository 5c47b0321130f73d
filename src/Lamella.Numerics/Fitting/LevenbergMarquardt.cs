using Lamella.Numerics.Linear;

namespace Lamella.Numerics.Fitting;

/// <summary>One descent of a bounded Levenberg–Marquardt iteration in scaled variables.</summary>
/// <remarks>
/// One-sided differences while far away, central ones from the first sign of convergence on; central ones from the
/// beginning for what a model that gives its derivatives leaves open.
/// <b>Source.</b> Madsen, Nielsen and Tingleff, <i>Methods for Non-Linear Least Squares Problems</i>, 2nd ed., Technical
/// University of Denmark 2004, section 3.2 (damping); Moré, Lect. Notes Math. 630 (1978) 105 (tests of convergence).
/// </remarks>
internal sealed class LevenbergMarquardt
{
    private const double FirstDamping = 1e-3; // of the largest diagonal element of JᵀJ
    private const double VanishedGradient = 1e-10; // cosine between residuals and any column
    private const int MaximumTrials = 30;

    private readonly ResidualEvaluator evaluator;
    private readonly FitOptions options;
    private readonly FitJacobian slopes;
    private readonly int n;
    private readonly double[] trial;
    private readonly double[] trialResiduals;
    private double damping;
    private double growth;
    private bool central;

    internal LevenbergMarquardt(ResidualEvaluator evaluator, FitJacobian slopes, int parameterCount, FitOptions options)
    {
        (this.evaluator, this.slopes, this.options, n) = (evaluator, slopes, options, parameterCount);
        U = new double[n];
        trial = new double[n];
        Residuals = new double[evaluator.ResidualCount];
        trialResiduals = new double[evaluator.ResidualCount];
        Jacobian = new double[evaluator.ResidualCount * n];
    }

    /// <summary>Gets the scaled variables reached, shape (n).</summary>
    internal double[] U { get; }

    /// <summary>Gets the residuals there, shape (m).</summary>
    internal double[] Residuals { get; }

    /// <summary>Gets the Jacobian there, given or by central differences, shape (m, n).</summary>
    internal double[] Jacobian { get; }

    /// <summary>Gets half the sum of squares there.</summary>
    internal double Cost { get; private set; }

    /// <summary>Gets the iterations taken.</summary>
    internal int Iterations { get; private set; }

    /// <summary>Descends from a start.</summary>
    internal FitTermination Run(ReadOnlySpan<double> start)
    {
        start.CopyTo(U);
        (Iterations, central, growth, damping) = (0, slopes.IsGiven, 2.0, double.NaN);
        Cost = double.NaN;
        if (!evaluator.Evaluate(U, Residuals))
        {
            return FitTermination.NoAnswerAtStart;
        }

        Cost = HalfSquare(Residuals);
        while (Iterations < options.MaximumIterations)
        {
            Iterations++;
            slopes.Evaluate(U, Residuals, central, Jacobian);
            FitTermination? end = Descend();
            if (end is not { } reason)
            {
                continue;
            }

            if (central)
            {
                return reason;
            }

            (central, growth, damping) = (true, 2.0, double.NaN); // may have been the crude differences: look again
        }

        slopes.Evaluate(U, Residuals, central: true, Jacobian);
        return FitTermination.MaximumIterations;
    }

    /// <summary>Takes one successful step (null), or tells why there is none; the Jacobian then belongs to U.</summary>
    private FitTermination? Descend()
    {
        double[] gradient = Gradient(out double largestDiagonal, out double cosine);
        if (cosine <= VanishedGradient || Cost == 0.0)
        {
            return FitTermination.GradientVanished;
        }

        damping = double.IsNaN(damping) ? FirstDamping * largestDiagonal : damping;
        double[] lower = [.. U.Select(u => -u)], upper = [.. U.Select(u => 1.0 - u)];
        for (int attempt = 0; attempt < MaximumTrials; attempt++)
        {
            double[] step = BoundedLinearLeastSquares.Solve(Jacobian, Residuals, damping, lower, upper);
            double predicted = Predicted(gradient, step);
            if (step.Max(Math.Abs) <= options.StepTolerance)
            {
                return attempt == 0 ? FitTermination.StepBelowTolerance : FitTermination.NoFurtherReduction;
            }

            if (predicted <= options.CostTolerance * Cost)
            {
                return FitTermination.ReductionBelowTolerance;
            }

            for (int j = 0; j < n; j++)
            {
                trial[j] = Math.Clamp(U[j] + step[j], 0.0, 1.0);
            }

            double cost = evaluator.Evaluate(trial, trialResiduals) ? HalfSquare(trialResiduals) : double.PositiveInfinity;
            double gain = (Cost - cost) / predicted;
            if (gain > 1e-3)
            {
                Accept(cost, gain);
                return null;
            }

            damping *= growth;
            growth *= 2.0;
        }

        return FitTermination.NoFurtherReduction;
    }

    private void Accept(double cost, double gain)
    {
        trial.CopyTo(U, 0);
        trialResiduals.CopyTo(Residuals, 0);
        Cost = cost;
        damping *= Math.Max(1.0 / 3.0, 1.0 - Math.Pow((2.0 * gain) - 1.0, 3));
        growth = 2.0;
    }

    /// <summary>Jᵀr, the largest diagonal element of JᵀJ, and the largest cosine in a direction that the bounds leave open.</summary>
    private double[] Gradient(out double largestDiagonal, out double cosine)
    {
        double[] gradient = new double[n], squares = new double[n];
        for (int i = 0; i < Residuals.Length; i++)
        {
            ReadOnlySpan<double> row = Jacobian.AsSpan(i * n, n);
            Kernels.AddScaled(gradient, Residuals[i], row);
            for (int j = 0; j < n; j++)
            {
                squares[j] += row[j] * row[j];
            }
        }

        (largestDiagonal, cosine) = (0.0, 0.0);
        double size = Math.Sqrt(2.0 * Cost);
        for (int j = 0; j < n; j++)
        {
            largestDiagonal = Math.Max(largestDiagonal, squares[j]);
            bool closed = (U[j] <= 0.0 && gradient[j] > 0.0) || (U[j] >= 1.0 && gradient[j] < 0.0);
            if (!closed && squares[j] > 0.0)
            {
                cosine = Math.Max(cosine, Math.Abs(gradient[j]) / (Math.Sqrt(squares[j]) * size));
            }
        }

        return gradient;
    }

    private double Predicted(double[] gradient, double[] step)
    {
        double square = 0.0;
        for (int i = 0; i < Residuals.Length; i++)
        {
            double change = Kernels.Dot(Jacobian.AsSpan(i * n, n), step);
            square += change * change;
        }

        return -Kernels.Dot(gradient, step) - (0.5 * square);
    }

    private static double HalfSquare(double[] values) => 0.5 * Kernels.Dot(values, values);
}
