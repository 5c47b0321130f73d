namespace Lamella.Numerics.Linear;

/// <summary>Cholesky factorisation A = C·Cᵀ of a symmetric positive definite matrix, in storage of its own.</summary>
/// <remarks><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 4.2.5 (row-oriented form).</remarks>
public sealed class DenseCholesky
{
    private readonly double[] factor; // row-major, lower triangle
    private int size;

    /// <summary>Makes room for the factor.</summary>
    /// <param name="capacity">Largest number of unknowns n, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public DenseCholesky(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        factor = new double[capacity * capacity];
    }

    /// <summary>Gets the largest number of unknowns.</summary>
    public int Capacity { get; }

    /// <summary>Gets ln det A of the matrix factored last.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0.0;
            for (int i = 0; i < size; i++)
            {
                sum += 2.0 * Math.Log(factor[(i * Capacity) + i]);
            }

            return sum;
        }
    }

    /// <summary>Factors the rows and columns of a matrix that are chosen.</summary>
    /// <param name="matrix">A, row-major, of which the lower triangle is read, shape (stride, stride).</param>
    /// <param name="stride">Length of its rows.</param>
    /// <param name="chosen">Which rows and columns take part, rising, at most <see cref="Capacity"/>.</param>
    /// <returns>False when that part is not positive definite; the factor is then unusable.</returns>
    /// <exception cref="ArgumentException">Too many rows are chosen.</exception>
    public bool Factor(ReadOnlySpan<double> matrix, int stride, ReadOnlySpan<int> chosen)
    {
        if (chosen.Length > Capacity)
        {
            throw new ArgumentException($"{chosen.Length} unknowns; there is room for {Capacity}.", nameof(chosen));
        }

        size = chosen.Length;
        for (int i = 0; i < size; i++)
        {
            Span<double> row = factor.AsSpan(i * Capacity, i + 1);
            ReadOnlySpan<double> source = matrix.Slice(chosen[i] * stride, stride);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = factor.AsSpan(j * Capacity, j + 1);
                row[j] = (source[chosen[j]] - Kernels.Dot(row[..j], other)) / other[j];
            }

            double square = source[chosen[i]] - Kernels.Dot(row[..i], row);
            if (!(square > 0.0 && double.IsFinite(square)))
            {
                return false;
            }

            row[i] = Math.Sqrt(square);
        }

        return true;
    }

    /// <summary>Solves A·x = b with the factor made last.</summary>
    /// <param name="vector">On entry b, on exit x, shape (n).</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public void Solve(Span<double> vector)
    {
        SolveLower(vector);
        for (int i = size - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = factor.AsSpan(i * Capacity, i + 1);
            vector[i] /= row[i];
            Kernels.AddScaled(vector[..i], -vector[i], row);
        }
    }

    /// <summary>Solves C·x = b with the factor made last.</summary>
    /// <param name="vector">On entry b, on exit x, shape (n).</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public void SolveLower(Span<double> vector)
    {
        if (vector.Length != size)
        {
            throw new ArgumentException($"{size} unknowns need {size} elements, got {vector.Length}.", nameof(vector));
        }

        for (int i = 0; i < size; i++)
        {
            ReadOnlySpan<double> row = factor.AsSpan(i * Capacity, i + 1);
            vector[i] = (vector[i] - Kernels.Dot(row[..i], vector)) / row[i];
        }
    }
}
