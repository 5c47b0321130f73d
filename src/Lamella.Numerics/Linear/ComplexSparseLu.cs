using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lamella.Numerics.Linear;

/// <summary>LU factorisation of a sparse matrix A + s·B for one complex s after the other.</summary>
/// <remarks>
/// <para>The first factorisation orders the columns by minimum degree and chooses pivots by size, with a preference for
/// the diagonal. Later ones keep order, pivots and pattern and cost their arithmetic only; where a kept pivot has become
/// small against its column, the pivots are chosen anew. Rows are brought to one scale for each s, because B·s spans many
/// decades.</para>
/// <para>Not thread-safe: one instance holds one set of factors.</para>
/// <para><b>Sources.</b> Gilbert and Peierls, SIAM J. Sci. Stat. Comput. 9 (1988) 862,
/// <see href="https://doi.org/10.1137/0909058"/>; Davis, <i>Direct Methods for Sparse Linear Systems</i>, SIAM 2006, ch. 6.</para>
/// </remarks>
public sealed partial class ComplexSparseLu
{
    /// <summary>A kept pivot this much smaller than its column is given up.</summary>
    private const double LargestGrowth = 1e3;

    private readonly SparsePencil matrix;
    private readonly int[] order; // unknown eliminated at each position
    private readonly int[] place; // position of each row among the pivots
    private readonly double[] scale; // of each row
    private readonly double[] constantSize; // largest entry of A in each row
    private readonly double[] linearSize;
    private readonly Complex[] work;
    private readonly FactorColumns lower;
    private readonly FactorColumns upper;
    private readonly Complex[] pivotInverse;
    private Complex shift;
    private bool analysed;

    /// <summary>Initializes a new instance of the <see cref="ComplexSparseLu"/> class and orders the columns.</summary>
    /// <param name="matrix">A + s·B.</param>
    public ComplexSparseLu(SparsePencil matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        this.matrix = matrix;
        int n = matrix.Size;
        order = MinimumDegree.Order(matrix);
        place = new int[n];
        scale = new double[n];
        (constantSize, linearSize) = (new double[n], new double[n]);
        for (int at = 0; at < matrix.Count; at++)
        {
            int row = matrix.Rows[at];
            constantSize[row] = Math.Max(constantSize[row], Math.Abs(matrix.Constant[at]));
            linearSize[row] = Math.Max(linearSize[row], Math.Abs(matrix.Linear[at]));
        }

        work = new Complex[n];
        (lower, upper) = (new FactorColumns(n, 4 * matrix.Count), new FactorColumns(n, 4 * matrix.Count));
        pivotInverse = new Complex[n];
    }

    /// <summary>Gets the number of entries of both factors, the pivots included; 0 before the first factorisation.</summary>
    public int FactorCount => analysed ? lower.Count + upper.Count + matrix.Size : 0;

    /// <summary>Gets how often pivots were chosen.</summary>
    public int PivotSearches { get; private set; }

    /// <summary>Factors A + s·B.</summary>
    /// <param name="shift">s.</param>
    /// <returns>False when the matrix is singular or holds a number that is not finite; the factors are then unusable.</returns>
    public bool Factor(Complex shift)
    {
        this.shift = shift;
        double size = Complex.Abs(shift);
        for (int row = 0; row < scale.Length; row++)
        {
            scale[row] = 1.0 / (constantSize[row] + (size * linearSize[row]));
        }

        if (analysed && FactorAgain())
        {
            return true;
        }

        Array.Clear(work); // what a broken-off factorisation left
        analysed = Search();
        return analysed;
    }

    /// <summary>Solves with the factors made last.</summary>
    /// <param name="rightHandSide">On entry b, on exit x, shape (n).</param>
    /// <exception cref="ArgumentException">The length is not n.</exception>
    /// <exception cref="InvalidOperationException">There are no factors.</exception>
    public void Solve(Span<Complex> rightHandSide)
    {
        int n = matrix.Size;
        if (rightHandSide.Length != n)
        {
            throw new ArgumentException($"{n} unknowns need {n} elements, got {rightHandSide.Length}.", nameof(rightHandSide));
        }

        if (!analysed)
        {
            throw new InvalidOperationException("The matrix is not factored: call Factor first and use its result only when it is true.");
        }

        Span<Complex> x = work;
        for (int row = 0; row < n; row++)
        {
            x[place[row]] = rightHandSide[row] * scale[row];
        }

        ref double target = ref Unsafe.As<Complex, double>(ref MemoryMarshal.GetReference(x));
        for (int k = 0; k < n; k++)
        {
            lower.SubtractScaled(k, x[k], ref target);
        }

        for (int k = n - 1; k >= 0; k--)
        {
            x[k] = FactorColumns.Product(x[k], pivotInverse[k]);
            upper.SubtractScaled(k, x[k], ref target);
        }

        for (int k = 0; k < n; k++)
        {
            rightHandSide[order[k]] = x[k];
        }

        x.Clear();
    }

    /// <summary>Factors with the kept order, pivots and pattern; false when a pivot no longer serves.</summary>
    private bool FactorAgain()
    {
        ref double target = ref Unsafe.As<Complex, double>(ref MemoryMarshal.GetArrayDataReference(work));
        for (int j = 0; j < order.Length; j++)
        {
            Scatter(order[j]);
            for (int at = upper.First(j), end = upper.End(j); at < end; at++)
            {
                int k = upper.Row(at);
                Complex value = work[k];
                work[k] = Complex.Zero;
                upper.Set(at, value);
                lower.SubtractScaled(k, value, ref target);
            }

            pivotInverse[j] = Inverse(work[j]);
            work[j] = Complex.Zero;
            if (!lower.Gather(j, pivotInverse[j], work, LargestGrowth))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a column of the matrix, its rows at their positions, into the work vector.</summary>
    private void Scatter(int column)
    {
        ReadOnlySpan<int> rows = matrix.Rows;
        ReadOnlySpan<double> constant = matrix.Constant, linear = matrix.Linear;
        for (int at = matrix.ColumnStart[column], end = matrix.ColumnStart[column + 1]; at < end; at++)
        {
            int row = rows[at];
            work[place[row]] = Scaled(row, constant[at], linear[at]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Complex Scaled(int row, double constant, double linear) =>
        new((constant + (shift.Real * linear)) * scale[row], shift.Imaginary * linear * scale[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Complex Inverse(Complex value)
    {
        double square = 1.0 / ((value.Real * value.Real) + (value.Imaginary * value.Imaginary));
        return new(value.Real * square, -value.Imaginary * square);
    }
}
