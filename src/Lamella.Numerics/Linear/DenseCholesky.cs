namespace Lamella.Numerics.Linear;

/// <summary>Cholesky factorisation A = C·Cᵀ of a symmetric positive definite matrix, in storage of its own.</summary>
/// <remarks>The factorisation is that of <see cref="Cholesky"/>; this class keeps the factor and can take part of a matrix.</remarks>
public sealed class DenseCholesky
{
    private readonly double[] factor; // row-major, lower triangle, packed to the rows that take part
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
                sum += 2.0 * Math.Log(factor[(i * size) + i]);
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
            ReadOnlySpan<double> source = matrix.Slice(chosen[i] * stride, stride);
            for (int j = 0; j <= i; j++)
            {
                factor[(i * size) + j] = source[chosen[j]];
            }
        }

        Cholesky.Factor(factor, size, 0.0);
        for (int i = 0; i < size; i++)
        {
            double pivot = factor[(i * size) + i];
            if (!(pivot > 0.0 && double.IsFinite(pivot)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Solves A·x = b with the factor made last.</summary>
    /// <param name="vector">On entry b, on exit x, shape (n).</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public void Solve(Span<double> vector)
    {
        if (vector.Length != size)
        {
            throw new ArgumentException($"{size} unknowns need {size} elements, got {vector.Length}.", nameof(vector));
        }

        Cholesky.Solve(factor, size, vector);
    }
}
