using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>min xᵀHx − 2bᵀx over x ≥ 0, H positive definite.</summary>
/// <remarks>
/// Whole blocks of unknowns change between free and zero at once; when that no longer shortens the list of those that are
/// wrong, one after the other is set free, as long as the gradient asks for it, and stopped where it becomes negative.
/// <b>Source.</b> Portugal, Júdice and Vicente, Math. Comput. 63 (1994) 625,
/// <see href="https://doi.org/10.1090/S0025-5718-1994-1250776-4"/>; Kim and Park, SIAM J. Sci. Comput. 33 (2011) 3261,
/// <see href="https://doi.org/10.1137/110821172"/>; Lawson and Hanson, <i>Solving Least Squares Problems</i> (1974), chapter 23.
/// </remarks>
internal static class NonNegativeSolver
{
    private const int Patience = 8;
    private const double Tolerance = 1e-10;

    /// <summary>Solves the problem.</summary>
    /// <param name="matrix">H, row-major, shape (n, n).</param>
    /// <param name="right">b, shape (n).</param>
    /// <param name="guess">A vector whose positive elements are likely to be free, shape (n).</param>
    /// <returns>x, shape (n).</returns>
    internal static double[] Solve(double[] matrix, double[] right, ReadOnlySpan<double> guess)
    {
        int n = right.Length;
        bool[] isFree = new bool[n];
        for (int i = 0; i < n; i++)
        {
            isFree[i] = guess[i] > 0.0;
        }

        var cholesky = new DenseCholesky(n);
        double scale = right.Max(Math.Abs);
        int fewest = n + 1, patience = Patience;
        while (patience > 0)
        {
            double[] solution = SolveFree(cholesky, matrix, right, isFree);
            int[] wrong = [.. Enumerable.Range(0, n).Where(i => isFree[i]
                ? solution[i] < 0.0
                : Pull(matrix, right, solution, i) > Tolerance * scale)];
            if (wrong.Length == 0)
            {
                return [.. solution.Select(value => Math.Max(0.0, value))];
            }

            (fewest, patience) = wrong.Length < fewest ? (wrong.Length, Patience) : (fewest, patience - 1);
            foreach (int i in wrong)
            {
                isFree[i] = !isFree[i];
            }
        }

        return OneByOne(cholesky, matrix, right, Tolerance * scale);
    }

    private static double[] OneByOne(DenseCholesky cholesky, double[] matrix, double[] right, double tolerance)
    {
        int n = right.Length;
        double[] x = new double[n];
        bool[] isFree = new bool[n];
        for (int added = 0; added < 3 * n; added++)
        {
            int next = Enumerable.Range(0, n).Where(i => !isFree[i]).Append(-1).MaxBy(i => i < 0 ? tolerance : Pull(matrix, right, x, i));
            if (next < 0)
            {
                break;
            }

            isFree[next] = true;
            double[] target = SolveFree(cholesky, matrix, right, isFree);
            for (int k = 0; k < n && Enumerable.Range(0, n).Any(i => isFree[i] && target[i] <= 0.0); k++)
            {
                double share = Enumerable.Range(0, n).Where(i => isFree[i] && target[i] <= 0.0)
                    .Min(i => x[i] <= 0.0 ? 0.0 : x[i] / (x[i] - target[i]));
                for (int i = 0; i < n; i++)
                {
                    x[i] = isFree[i] ? x[i] + (share * (target[i] - x[i])) : 0.0;
                    if (isFree[i] && target[i] <= 0.0 && x[i] <= 1e-15 * Math.Abs(target[i]))
                    {
                        (isFree[i], x[i]) = (false, 0.0);
                    }
                }

                target = SolveFree(cholesky, matrix, right, isFree);
            }

            x = target;
        }

        return [.. x.Select(value => Math.Max(0.0, value))];
    }

    /// <summary>Returns how strongly unknown i is pulled upwards: b − Hx.</summary>
    private static double Pull(double[] matrix, double[] right, double[] solution, int i) =>
        right[i] - Kernels.Dot(matrix.AsSpan(i * right.Length, right.Length), solution);

    private static double[] SolveFree(DenseCholesky cholesky, double[] matrix, double[] right, bool[] isFree)
    {
        int[] chosen = [.. Enumerable.Range(0, right.Length).Where(i => isFree[i])];
        double[] part = [.. chosen.Select(i => right[i])], solution = new double[right.Length];
        if (chosen.Length > 0 && cholesky.Factor(matrix, right.Length, chosen))
        {
            cholesky.Solve(part);
            for (int k = 0; k < chosen.Length; k++)
            {
                solution[chosen[k]] = part[k];
            }
        }

        return solution;
    }
}
