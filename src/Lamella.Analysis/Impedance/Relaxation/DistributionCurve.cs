using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Heights of the bells with their mean, spread and the residuals they leave, in the unit of the data.</summary>
/// <param name="Mean">x, shape (n).</param>
/// <param name="Lambda">λ.</param>
/// <param name="Residuals">Weighted residuals, data − fit, shape (2N).</param>
/// <param name="Curve">γ at the points asked for.</param>
/// <param name="Lower">Lower end of its 95 % band.</param>
/// <param name="Upper">Upper end of its 95 % band.</param>
internal sealed record DistributionCurve(
    double[] Mean, double Lambda, double[] Residuals, double[] Curve, double[] Lower, double[] Upper)
{
    private const double NormalQuantile = 1.959963984540054; // 97.5 %

    /// <summary>Draws the regularised distribution.</summary>
    internal static DistributionCurve Regularised(
        RidgeProblem problem, RelaxationGrid grid, double[] logTau, bool isSigned, double lambda, ProcessDensity? processes = null)
    {
        double[] matrix = problem.Matrix(lambda);
        (double[] mean, DenseCholesky factor) = problem.SolveSigned(matrix);
        double variance = problem.Misfit(mean) / problem.Rows;
        double[] deviation = Variances(grid, logTau, factor);
        for (int i = 0; i < deviation.Length; i++)
        {
            deviation[i] = Math.Sqrt((variance * deviation[i]) + (processes?.Variance[i] ?? 0.0));
        }

        if (!isSigned)
        {
            mean = NonNegative(matrix, problem.Right, mean, processes?.Bells(grid) ?? new double[problem.Count]);
        }

        double[] curve = Heights(grid, logTau, mean);
        if (processes is not null)
        {
            Kernels.AddScaled(curve, 1.0, processes.Density);
        }

        // Between the bells a narrow process may fall below the bells that stand for it.
        double floor = isSigned ? double.NegativeInfinity : 0.0;
        curve = [.. curve.Select(height => Math.Max(floor, height))];
        return new DistributionCurve(
            mean,
            lambda,
            problem.Residuals(mean),
            curve,
            [.. curve.Select((height, i) => Math.Max(floor, height - (NormalQuantile * deviation[i])))],
            [.. curve.Select((height, i) => height + (NormalQuantile * deviation[i]))]);
    }

    /// <summary>Solves for the deviation d from given bells p such that p + d ≥ 0.</summary>
    internal static double[] NonNegative(double[] matrix, double[] right, double[] signed, double[] given)
    {
        int n = given.Length;
        double[] shifted = [.. Enumerable.Range(0, n).Select(i => right[i] + Kernels.Dot(matrix.AsSpan(i * n, n), given))];
        double[] guess = [.. signed.Select((value, i) => value + given[i])];
        double[] whole = NonNegativeSolver.Solve(matrix, shifted, guess);
        return [.. whole.Select((value, i) => value - given[i])];
    }

    /// <summary>Returns γ at the points for given bells.</summary>
    internal static double[] Heights(RelaxationGrid grid, double[] logTau, ReadOnlySpan<double> bells)
    {
        double[] heights = new double[logTau.Length];
        Span<double> near = stackalloc double[16];
        for (int i = 0; i < logTau.Length; i++)
        {
            (int first, int count) = grid.At(logTau[i], near);
            heights[i] = Kernels.Dot(near[..count], bells.Slice(first, count));
        }

        return heights;
    }

    /// <summary>Returns φᵀ(CCᵀ)⁻¹φ at the points: the variance of γ over that of the noise.</summary>
    private static double[] Variances(RelaxationGrid grid, double[] logTau, DenseCholesky factor)
    {
        int n = grid.Count;
        double[] inverse = new double[n * n];
        for (int k = 0; k < n; k++)
        {
            inverse[(k * n) + k] = 1.0;
            factor.Solve(inverse.AsSpan(k * n, n));
        }

        double[] variances = new double[logTau.Length];
        Span<double> near = stackalloc double[16];
        for (int i = 0; i < logTau.Length; i++)
        {
            (int first, int count) = grid.At(logTau[i], near);
            double sum = 0.0;
            for (int k = 0; k < count; k++)
            {
                sum += near[k] * Kernels.Dot(near[..count], inverse.AsSpan(((first + k) * n) + first, count));
            }

            variances[i] = Math.Max(0.0, sum);
        }

        return variances;
    }
}
