namespace Lamella.Numerics.Linear;

/// <summary>Cholesky factorisation of a small symmetric matrix in place, A = L·Lᵀ, with a floor for pivots that round-off took.</summary>
/// <remarks><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 4.2.</remarks>
public static class Cholesky
{
    private const int Short = 24;

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
                row[j] = Less(row[j], row[..j], other) / other[j];
            }

            double pivot = Less(diagonal, row[..i], row);
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
            x[i] = Less(x[i], row[..i], x) / row[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            if (n < Short)
            {
                for (int k = i + 1; k < n; k++)
                {
                    x[i] -= factor[(k * n) + i] * x[k];
                }

                x[i] /= factor[(i * n) + i];
            }
            else
            {
                x[i] /= factor[(i * n) + i];
                Kernels.AddScaled(x[..i], -x[i], factor.Slice(i * n, i));
            }
        }
    }

    /// <summary>Returns start − Σ x·y; vectors pay from some length on.</summary>
    private static double Less(double start, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length >= Short)
        {
            return start - Kernels.Dot(x, y);
        }

        for (int k = 0; k < x.Length; k++)
        {
            start -= x[k] * y[k];
        }

        return start;
    }

    private static void RequireLength(int length, int least)
    {
        if (length < least)
        {
            throw new ArgumentException($"{least} elements are needed, got {length}.");
        }
    }
}
