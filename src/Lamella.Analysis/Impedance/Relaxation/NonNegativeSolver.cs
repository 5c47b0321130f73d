using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>min xᵀHx − 2bᵀx over x ≥ 0, H positive definite.</summary>
/// <remarks>
/// Whole blocks of unknowns change between free and zero at once; when that no longer shortens the list of those that are
/// wrong, only the last one changes, which ends after finitely many steps.
/// <b>Source.</b> Portugal, Júdice and Vicente, Math. Comput. 63 (1994) 625,
/// <see href="https://doi.org/10.1090/S0025-5718-1994-1250776-4"/>; Kim and Park, SIAM J. Sci. Comput. 33 (2011) 3261,
/// <see href="https://doi.org/10.1137/110821172"/>.
/// </remarks>
internal static class NonNegativeSolver
{
    private const int Patience = 5;
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
        double[] solution = new double[n];
        for (int round = 0; round < 3 * n; round++)
        {
            solution = SolveFree(cholesky, matrix, right, isFree);
            int[] wrong = [.. Enumerable.Range(0, n).Where(i => isFree[i]
                ? solution[i] < 0.0
                : Kernels.Dot(matrix.AsSpan(i * n, n), solution) - right[i] < -Tolerance * scale)];
            if (wrong.Length == 0)
            {
                break;
            }

            (fewest, patience) = wrong.Length < fewest ? (wrong.Length, Patience) : (fewest, patience - 1);
            foreach (int i in patience > 0 ? wrong : [wrong[^1]])
            {
                isFree[i] = !isFree[i];
            }
        }

        return [.. solution.Select(value => Math.Max(0.0, value))];
    }

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
