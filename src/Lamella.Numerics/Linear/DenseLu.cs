namespace Lamella.Numerics.Linear;

/// <summary>LU factorisation with partial pivoting of a small dense matrix, in storage of its own.</summary>
/// <remarks><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 3.4 (outer-product form).</remarks>
public sealed class DenseLu
{
    private readonly double[] lu; // row-major; unit lower triangle below the diagonal, upper triangle from it
    private readonly int[] pivots;

    /// <summary>Makes room for the factors.</summary>
    /// <param name="size">Number of unknowns n, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public DenseLu(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Size = size;
        lu = new double[size * size];
        pivots = new int[size];
    }

    /// <summary>Gets n, the number of unknowns.</summary>
    public int Size { get; }

    /// <summary>Factors a matrix; the input is read only.</summary>
    /// <param name="matrix">A, row-major, shape (n, n).</param>
    /// <returns>False when A is singular or holds a NaN; the factors are then unusable.</returns>
    /// <exception cref="ArgumentException">The length is not n².</exception>
    public bool Factor(ReadOnlySpan<double> matrix)
    {
        if (matrix.Length != lu.Length)
        {
            throw new ArgumentException($"A {Size}×{Size} matrix has {lu.Length} entries, got {matrix.Length}.", nameof(matrix));
        }

        matrix.CopyTo(lu);
        for (int k = 0; k < Size; k++)
        {
            int pivot = PivotRow(k);
            pivots[k] = pivot;
            double value = lu[(pivot * Size) + k];
            if (!(Math.Abs(value) > 0.0 && double.IsFinite(value)))
            {
                return false;
            }

            Span<double> row = lu.AsSpan(k * Size, Size);
            SwapRows(row, pivot, k);
            for (int i = k + 1; i < Size; i++)
            {
                Span<double> target = lu.AsSpan(i * Size, Size);
                double factor = target[k] / value;
                target[k] = factor;
                if (factor != 0.0)
                {
                    Kernels.AddScaled(target[(k + 1)..], -factor, row[(k + 1)..]);
                }
            }
        }

        return true;
    }

    /// <summary>Solves with the factors made last.</summary>
    /// <param name="rightHandSide">On entry b, on exit x, shape (n).</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    public void Solve(Span<double> rightHandSide)
    {
        if (rightHandSide.Length != Size)
        {
            throw new ArgumentException($"{Size} unknowns need {Size} elements, got {rightHandSide.Length}.", nameof(rightHandSide));
        }

        for (int k = 0; k < Size; k++)
        {
            (rightHandSide[k], rightHandSide[pivots[k]]) = (rightHandSide[pivots[k]], rightHandSide[k]);
        }

        for (int i = 1; i < Size; i++)
        {
            rightHandSide[i] -= Kernels.Dot(lu.AsSpan(i * Size, i), rightHandSide[..i]);
        }

        for (int i = Size - 1; i >= 0; i--)
        {
            double known = Kernels.Dot(lu.AsSpan((i * Size) + i + 1, Size - i - 1), rightHandSide[(i + 1)..]);
            rightHandSide[i] = (rightHandSide[i] - known) / lu[(i * Size) + i];
        }
    }

    private int PivotRow(int k)
    {
        int pivot = k;
        double largest = Math.Abs(lu[(k * Size) + k]);
        for (int i = k + 1; i < Size; i++)
        {
            double candidate = Math.Abs(lu[(i * Size) + k]);
            if (candidate > largest || double.IsNaN(candidate))
            {
                (pivot, largest) = (i, candidate);
            }
        }

        return pivot;
    }

    private void SwapRows(Span<double> row, int pivot, int k)
    {
        if (pivot == k)
        {
            return;
        }

        Span<double> other = lu.AsSpan(pivot * Size, Size);
        for (int j = 0; j < Size; j++)
        {
            (row[j], other[j]) = (other[j], row[j]);
        }
    }
}
