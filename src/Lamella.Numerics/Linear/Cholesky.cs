namespace Lamella.Numerics.Linear;

/// <summary>Cholesky factorisation of a small symmetric matrix in place, A = L·Lᵀ, with a floor for pivots that round-off took.</summary>
/// <remarks><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 4.2.</remarks>
public static class Cholesky
{
    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">A in its lower triangle, row-major, shape (n, n); holds L on return.</param>
    /// <param name="n">Number of rows.</param>
    /// <param name="leastPivot">Share of a diagonal element below which its pivot is raised to that share; 0 for none.</param>
    /// <exception cref="ArgumentException">The matrix has fewer than n² elements.</exception>
    public static void Factor(Span<double> matrix, int n, double leastPivot)
    {
        RequireLength(matrix.Length, n * n);
        for (int i = 0; i < n; i++)
        {
            Span<double> row = matrix.Slice(i * n, n);
            double diagonal = row[i];
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = matrix.Slice(j * n, n);
                row[j] = (row[j] - Kernels.Dot(row[..j], other)) / other[j];
            }

            double pivot = diagonal - Kernels.Dot(row[..i], row);
            row[i] = Math.Sqrt(Math.Max(pivot, leastPivot * diagonal));
        }
    }

    /// <summary>Solves with the factor.</summary>
    /// <param name="factor">L, row-major, shape (n, n).</param>
    /// <param name="n">Number of rows.</param>
    /// <param name="rightHandSide">On entry b, on exit x; the first n elements count.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> rightHandSide)
    {
        RequireLength(factor.Length, n * n);
        RequireLength(rightHandSide.Length, n);
        Span<double> x = rightHandSide;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = factor.Slice(i * n, i + 1);
            x[i] = (x[i] - Kernels.Dot(row[..i], x)) / row[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = factor.Slice(i * n, i + 1);
            x[i] /= row[i];
            Kernels.AddScaled(x[..i], -x[i], row);
        }
    }

    private static void RequireLength(int length, int least)
    {
        if (length < least)
        {
            throw new ArgumentException($"{least} elements are needed, got {length}.");
        }
    }
}
