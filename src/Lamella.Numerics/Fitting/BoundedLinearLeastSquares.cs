using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Numerics.Fitting;

/// <summary>min |J·x + r|² + μ·|x|² for x within bounds: the step of a bounded Levenberg–Marquardt iteration.</summary>
/// <remarks>
/// Active set: the free unknowns are solved by QR; one that leaves its bounds is stopped there, one whose gradient points
/// back inside is set free again. Ends after finitely many changes because the cost falls with each.
/// <b>Source.</b> Stark and Parker, Comput. Stat. 10 (1995) 129 (BVLS).
/// </remarks>
internal static class BoundedLinearLeastSquares
{
    /// <summary>Solves the problem.</summary>
    /// <param name="jacobian">J, shape (m, n), row-major.</param>
    /// <param name="residuals">r, shape (m).</param>
    /// <param name="damping">μ, ≥ 0.</param>
    /// <param name="lower">Lower bounds of x, each ≤ 0, shape (n).</param>
    /// <param name="upper">Upper bounds of x, each ≥ 0, shape (n).</param>
    /// <returns>x, shape (n).</returns>
    internal static double[] Solve(double[] jacobian, double[] residuals, double damping, double[] lower, double[] upper)
    {
        int n = lower.Length;
        double[] x = new double[n];
        bool[] isFree = new bool[n];
        double[] gradient = Gradient(jacobian, residuals, damping, x);
        for (int j = 0; j < n; j++)
        {
            isFree[j] = !(lower[j] == 0.0 && gradient[j] >= 0.0) && !(upper[j] == 0.0 && gradient[j] <= 0.0);
        }

        for (int change = 0; change < 10 * n; change++)
        {
            double[] target = SolveFree(jacobian, residuals, damping, x, isFree);
            if (!MoveWithin(x, target, isFree, lower, upper))
            {
                continue; // one unknown was stopped at its bound
            }

            gradient = Gradient(jacobian, residuals, damping, x);
            int wrong = MostWrong(gradient, x, isFree, lower, upper);
            if (wrong < 0)
            {
                break;
            }

            isFree[wrong] = true;
        }

        return x;
    }

    /// <summary>Goes towards the target as far as the bounds allow; true when it was reached.</summary>
    private static bool MoveWithin(double[] x, double[] target, bool[] isFree, double[] lower, double[] upper)
    {
        double share = 1.0;
        int stopped = -1;
        for (int j = 0; j < x.Length; j++)
        {
            double bound = target[j] < lower[j] ? lower[j] : target[j] > upper[j] ? upper[j] : double.NaN;
            if (isFree[j] && !double.IsNaN(bound))
            {
                double reach = (bound - x[j]) / (target[j] - x[j]);
                (share, stopped) = reach < share || stopped < 0 ? (reach, j) : (share, stopped);
            }
        }

        for (int j = 0; j < x.Length; j++)
        {
            x[j] = isFree[j] ? x[j] + (share * (target[j] - x[j])) : x[j];
        }

        if (stopped >= 0)
        {
            x[stopped] = target[stopped] < lower[stopped] ? lower[stopped] : upper[stopped];
            isFree[stopped] = false;
        }

        return stopped < 0;
    }

    private static int MostWrong(double[] gradient, double[] x, bool[] isFree, double[] lower, double[] upper)
    {
        int wrong = -1;
        double worst = 0.0;
        double scale = gradient.Max(Math.Abs);
        for (int j = 0; j < x.Length; j++)
        {
            bool inward = !isFree[j] && lower[j] < upper[j]
                && ((x[j] <= lower[j] && gradient[j] < 0.0) || (x[j] >= upper[j] && gradient[j] > 0.0));
            double size = Math.Abs(gradient[j]);
            if (inward && size > worst && size > 1e-12 * scale)
            {
                (wrong, worst) = (j, size);
            }
        }

        return wrong;
    }

    private static double[] Gradient(double[] jacobian, double[] residuals, double damping, double[] x)
    {
        int n = x.Length;
        double[] gradient = new double[n];
        for (int i = 0; i < residuals.Length; i++)
        {
            ReadOnlySpan<double> row = jacobian.AsSpan(i * n, n);
            double value = residuals[i] + Linear.Kernels.Dot(row, x);
            Linear.Kernels.AddScaled(gradient, value, row);
        }

        for (int j = 0; j < n; j++)
        {
            gradient[j] += damping * x[j];
        }

        return gradient;
    }

    private static double[] SolveFree(double[] jacobian, double[] residuals, double damping, double[] x, bool[] isFree)
    {
        int n = x.Length, m = residuals.Length;
        int[] index = [.. Enumerable.Range(0, n).Where(j => isFree[j])];
        double[] target = [.. x];
        if (index.Length == 0)
        {
            return target;
        }

        Matrix<double> matrix = Matrix<double>.Build.Dense(m + index.Length, index.Length);
        Vector<double> right = Vector<double>.Build.Dense(m + index.Length);
        for (int i = 0; i < m; i++)
        {
            double known = residuals[i];
            for (int j = 0; j < n; j++)
            {
                known += isFree[j] ? 0.0 : jacobian[(i * n) + j] * x[j];
            }

            right[i] = -known;
            for (int k = 0; k < index.Length; k++)
            {
                matrix[i, k] = jacobian[(i * n) + index[k]];
            }
        }

        for (int k = 0; k < index.Length; k++)
        {
            matrix[m + k, k] = Math.Sqrt(damping);
        }

        Vector<double> solution = matrix.QR().Solve(right);
        for (int k = 0; k < index.Length; k++)
        {
            target[index[k]] = solution[k];
        }

        return target;
    }
}
