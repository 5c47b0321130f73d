using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The step of Levenberg and Marquardt for few parameters: (JᵀJ + μ·diag)·s = Jᵀr.</summary>
internal static class DampedStep
{
    private const double SmallestDiagonal = 1e-14; // of the largest; keeps a parameter without influence where it is

    /// <summary>Solves for the step.</summary>
    /// <param name="slopes">J by columns, ∂fit/∂parameter, shape (rows · parameters).</param>
    /// <param name="residuals">r = data − fit, shape (rows).</param>
    /// <param name="damping">μ, ≥ 0.</param>
    /// <param name="held">Which parameters stay.</param>
    /// <returns>The step; 0 for those that stay.</returns>
    internal static double[] Solve(ReadOnlySpan<double> slopes, ReadOnlySpan<double> residuals, double damping, bool[] held)
    {
        int rows = residuals.Length;
        int[] free = [.. Enumerable.Range(0, held.Length).Where(i => !held[i])];
        double[] step = new double[held.Length];
        if (free.Length == 0)
        {
            return step;
        }

        int n = free.Length;
        double[] matrix = new double[n * n], right = new double[n];
        double largest = 0.0;
        for (int a = 0; a < n; a++)
        {
            ReadOnlySpan<double> one = slopes.Slice(rows * free[a], rows);
            right[a] = Kernels.Dot(one, residuals);
            for (int b = 0; b <= a; b++)
            {
                matrix[(a * n) + b] = matrix[(b * n) + a] = Kernels.Dot(one, slopes.Slice(rows * free[b], rows));
            }

            largest = Math.Max(largest, matrix[(a * n) + a]);
        }

        for (int a = 0; a < n; a++)
        {
            matrix[(a * n) + a] += (damping * matrix[(a * n) + a]) + (SmallestDiagonal * largest);
        }

        var factors = new DenseLu(n);
        if (largest > 0.0 && factors.Factor(matrix))
        {
            factors.Solve(right);
            for (int a = 0; a < n; a++)
            {
                step[free[a]] = double.IsFinite(right[a]) ? Math.Clamp(right[a], -2.0, 2.0) : 0.0;
            }
        }

        return step;
    }
}
