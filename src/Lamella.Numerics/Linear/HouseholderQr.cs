namespace Lamella.Numerics.Linear;

/// <summary>QR factorisation of a tall dense matrix by Householder reflections: least squares without squaring the condition.</summary>
/// <remarks>
/// <para>A = Q·R with A of shape (m, n), m ≥ n, stored by columns. Columns that depend on earlier ones to round-off get the
/// coefficient zero, so that the fitted values and the residuals stay exact where single coefficients are not defined.</para>
/// <para><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), algorithms 5.2.1 and 5.3.2.</para>
/// </remarks>
public sealed class HouseholderQr
{
    private const double DependentColumn = 1e-14; // of the column's own norm; below it only rounding is left

    private readonly double[] factors; // below the diagonal and on the diagonal the reflectors, above it R
    private readonly double[] diagonal;
    private readonly double[] scales; // 2/(vᵀv)
    private readonly bool[] dependent;

    /// <summary>Factors a matrix.</summary>
    /// <param name="columns">A by columns: element (i, j) is <c>columns[(j * rows) + i]</c>, shape (m·n). Copied.</param>
    /// <param name="rows">m, ≥ the number of columns.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of m, or there are more columns than rows.</exception>
    public HouseholderQr(ReadOnlySpan<double> columns, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        int count = columns.Length / rows;
        if (columns.Length != count * rows || count > rows)
        {
            throw new ArgumentException(
                $"{columns.Length} elements are no matrix of {rows} rows with 0 to {rows} columns.", nameof(columns));
        }

        (Rows, Columns) = (rows, count);
        factors = columns.ToArray();
        diagonal = new double[count];
        scales = new double[count];
        dependent = new bool[count];
        for (int j = 0; j < count; j++)
        {
            FactorColumn(j);
        }
    }

    /// <summary>Gets m.</summary>
    public int Rows { get; }

    /// <summary>Gets n.</summary>
    public int Columns { get; }

    /// <summary>Gets the number of columns that do not depend on earlier ones.</summary>
    public int Rank => Columns - dependent.Count(column => column);

    /// <summary>Gets |R| of the last column: the part of it that the other columns cannot describe; 0 when it depends on them, or there is none.</summary>
    public double LastPivot => Columns > 0 ? Math.Abs(diagonal[^1]) : 0.0;

    /// <summary>Minimises |A·x − b|².</summary>
    /// <param name="right">On entry b, on exit Qᵀ·b, whose elements from n on hold the residual, shape (m).</param>
    /// <param name="solution">Receives x, shape (n).</param>
    /// <returns>The smallest sum of squares.</returns>
    /// <exception cref="ArgumentException">A length is not m or n.</exception>
    public double Solve(Span<double> right, Span<double> solution)
    {
        RequireLength(right.Length, Rows, nameof(right));
        RequireLength(solution.Length, Columns, nameof(solution));
        ApplyTransposed(right);
        double square = Kernels.Dot(right[Columns..], right[Columns..]);
        right[..Columns].CopyTo(solution);
        for (int j = Columns - 1; j >= 0; j--)
        {
            if (dependent[j])
            {
                square += right[j] * right[j];
                solution[j] = 0.0;
                continue;
            }

            solution[j] /= diagonal[j];
            Kernels.AddScaled(solution[..j], -solution[j], factors.AsSpan(j * Rows, j));
        }

        return square;
    }

    /// <summary>Turns Qᵀ·b, as <see cref="Solve"/> leaves it, into the residual b − A·x.</summary>
    /// <param name="transformed">On entry Qᵀ·b, on exit the residual, shape (m).</param>
    /// <exception cref="ArgumentException">The length is not m.</exception>
    public void ToResidual(Span<double> transformed)
    {
        RequireLength(transformed.Length, Rows, nameof(transformed));
        for (int j = 0; j < Columns; j++)
        {
            transformed[j] = dependent[j] ? transformed[j] : 0.0;
        }

        for (int j = Columns - 1; j >= 0; j--)
        {
            Reflect(j, transformed);
        }
    }

    /// <summary>Writes out the first n columns of Q; those of dependent columns are zero.</summary>
    /// <param name="destination">Receives Q by columns, shape (m·n).</param>
    /// <exception cref="ArgumentException">The length is not m·n.</exception>
    public void CopyOrthogonalColumns(Span<double> destination)
    {
        RequireLength(destination.Length, Rows * Columns, nameof(destination));
        destination.Clear();
        for (int k = 0; k < Columns; k++)
        {
            if (!dependent[k])
            {
                Span<double> column = destination.Slice(k * Rows, Rows);
                column[k] = 1.0;
                for (int j = k; j >= 0; j--) // the reflections behind k leave unit vector k as it is
                {
                    Reflect(j, column);
                }
            }
        }
    }

    /// <summary>Copies R.</summary>
    /// <param name="destination">Receives R by columns, zeros below the diagonal, shape (n·n).</param>
    /// <exception cref="ArgumentException">The length is not n².</exception>
    public void CopyTriangle(Span<double> destination)
    {
        RequireLength(destination.Length, Columns * Columns, nameof(destination));
        destination.Clear();
        for (int j = 0; j < Columns; j++)
        {
            factors.AsSpan(j * Rows, j).CopyTo(destination[(j * Columns)..]);
            destination[(j * Columns) + j] = diagonal[j];
        }
    }

    /// <summary>Multiplies a vector by Qᵀ.</summary>
    /// <param name="vector">On entry b, on exit Qᵀ·b, shape (m).</param>
    /// <exception cref="ArgumentException">The length is not m.</exception>
    public void ApplyTransposed(Span<double> vector)
    {
        RequireLength(vector.Length, Rows, nameof(vector));
        for (int j = 0; j < Columns; j++)
        {
            Reflect(j, vector);
        }
    }

    private void FactorColumn(int j)
    {
        Span<double> column = factors.AsSpan(j * Rows, Rows);
        double whole = Kernels.Dot(column, column); // the reflections so far have kept the norm
        Span<double> tail = column[j..];
        double norm = Math.Sqrt(Kernels.Dot(tail, tail));
        if (!(norm > DependentColumn * Math.Sqrt(whole)))
        {
            (dependent[j], diagonal[j], scales[j]) = (true, 0.0, 0.0);
            return;
        }

        double head = tail[0];
        diagonal[j] = head > 0.0 ? -norm : norm;
        tail[0] = head - diagonal[j];
        scales[j] = 2.0 / Kernels.Dot(tail, tail);
        for (int k = j + 1; k < Columns; k++)
        {
            Span<double> other = factors.AsSpan((k * Rows) + j, Rows - j);
            Kernels.AddScaled(other, -scales[j] * Kernels.Dot(tail, other), tail);
        }
    }

    private void Reflect(int j, Span<double> vector)
    {
        if (!dependent[j])
        {
            ReadOnlySpan<double> reflector = factors.AsSpan((j * Rows) + j, Rows - j);
            Span<double> tail = vector[j..];
            Kernels.AddScaled(tail, -scales[j] * Kernels.Dot(reflector, tail), reflector);
        }
    }

    private static void RequireLength(int actual, int expected, string name)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"Expected {expected} elements but got {actual}.", name);
        }
    }
}
