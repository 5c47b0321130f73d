using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Linear;

/// <summary>Block-tridiagonal matrix of 4×4 blocks with its LU factorisation, pivoting inside the diagonal blocks.</summary>
/// <remarks>
/// <para>Block row i reads L(i)·x(i−1) + D(i)·x(i) + U(i)·x(i+1) = b(i). <see cref="Factor"/> leaves the blocks as they
/// are, so a caller may keep its Jacobian here, change some entries, and factor again. L(0) and U(last) are ignored.</para>
/// <para>Storage: <see cref="Blocks"/> holds 48 numbers per block row: L, D, U, each row-major. Solving costs three
/// 4×4 products per block row because D⁻¹·L and D⁻¹·U are kept; only two of them wait for a neighbour.</para>
/// <para><b>Stability.</b> Elimination does not exchange block rows: it needs a matrix whose block pivots stay regular,
/// as those of transport along a line do.</para>
/// <para><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 4.5.1.</para>
/// </remarks>
public sealed class BlockTridiagonal4
{
    /// <summary>Order of one block.</summary>
    public const int Order = 4;

    private const int Entries = Order * Order;
    private const int RowEntries = 3 * Entries;

    private readonly double[] blocks;
    private readonly double[] factors; // per block row, column-major: pivot inverse V, V·L, V·U
    private readonly double[] work = new double[2 * Entries];

    /// <summary>Makes a zero matrix.</summary>
    /// <param name="blockRows">Number of block rows, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="blockRows"/> is below 1.</exception>
    public BlockTridiagonal4(int blockRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockRows, 1);
        BlockRows = blockRows;
        blocks = new double[blockRows * RowEntries];
        factors = new double[blockRows * RowEntries];
    }

    /// <summary>Gets the number of block rows.</summary>
    public int BlockRows { get; }

    /// <summary>Gets the number of scalar unknowns, 4 per block row.</summary>
    public int Size => BlockRows * Order;

    /// <summary>Gets all entries, shape (block rows, 3, 4, 4): lower, diagonal, upper block of row 0, then of row 1, …</summary>
    public Span<double> Blocks => blocks;

    /// <summary>Gets the block that couples block row <paramref name="row"/> to the one before it, row-major.</summary>
    /// <param name="row">Block row.</param>
    /// <returns>The 16 entries, writable.</returns>
    public Span<double> Lower(int row) => blocks.AsSpan(row * RowEntries, Entries);

    /// <summary>Gets the diagonal block of block row <paramref name="row"/>, row-major.</summary>
    /// <param name="row">Block row.</param>
    /// <returns>The 16 entries, writable.</returns>
    public Span<double> Diagonal(int row) => blocks.AsSpan((row * RowEntries) + Entries, Entries);

    /// <summary>Gets the block that couples block row <paramref name="row"/> to the one after it, row-major.</summary>
    /// <param name="row">Block row.</param>
    /// <returns>The 16 entries, writable.</returns>
    public Span<double> Upper(int row) => blocks.AsSpan((row * RowEntries) + (2 * Entries), Entries);

    /// <summary>Sets every entry to zero.</summary>
    public void Clear() => Array.Clear(blocks);

    /// <summary>Factors the matrix; its entries stay intact.</summary>
    /// <returns>False when a block pivot is singular or not a number; the factors are then unusable.</returns>
    public bool Factor()
    {
        ref double a = ref MemoryMarshal.GetArrayDataReference(blocks);
        ref double f = ref MemoryMarshal.GetArrayDataReference(factors);
        ref double w = ref MemoryMarshal.GetArrayDataReference(work);
        for (int row = 0; row < BlockRows; row++)
        {
            Columns lower = Columns.Transposed(ref a);
            Columns pivot = Columns.Transposed(ref Unsafe.Add(ref a, Entries));
            if (row > 0)
            {
                // Pivot block D − L·(V·U of the row before); all operands are column-major here.
                Columns eliminated = Columns.Load(ref Unsafe.Add(ref f, -Entries));
                pivot = pivot.Minus(lower.Times(eliminated));
            }

            pivot.Store(ref w);
            if (!Invert(ref w))
            {
                return false;
            }

            Columns inverse = Columns.Load(ref Unsafe.Add(ref w, Entries));
            inverse.Store(ref f);
            inverse.Times(lower).Store(ref Unsafe.Add(ref f, Entries));
            inverse.Times(Columns.Transposed(ref Unsafe.Add(ref a, 2 * Entries))).Store(ref Unsafe.Add(ref f, 2 * Entries));
            a = ref Unsafe.Add(ref a, RowEntries);
            f = ref Unsafe.Add(ref f, RowEntries);
        }

        return true;
    }

    /// <summary>Solves with the factors made last.</summary>
    /// <param name="rightHandSide">On entry b, on exit x, shape (4·block rows).</param>
    /// <exception cref="ArgumentException">The length is not <see cref="Size"/>.</exception>
    public void Solve(Span<double> rightHandSide)
    {
        if (rightHandSide.Length != Size)
        {
            throw new ArgumentException(
                $"{BlockRows} block rows need {Size} elements, got {rightHandSide.Length}.", nameof(rightHandSide));
        }

        ref double x = ref MemoryMarshal.GetReference(rightHandSide);
        ref double f = ref MemoryMarshal.GetArrayDataReference(factors);
        Vector256<double> known = Columns.Load(ref f).Times(Vector256.LoadUnsafe(ref x));
        known.StoreUnsafe(ref x);
        for (int row = 1; row < BlockRows; row++)
        {
            ref double block = ref Unsafe.Add(ref f, row * RowEntries);
            ref double own = ref Unsafe.Add(ref x, row * Order);
            Vector256<double> free = Columns.Load(ref block).Times(Vector256.LoadUnsafe(ref own));
            known = Columns.Load(ref Unsafe.Add(ref block, Entries)).SubtractTimes(free, known);
            known.StoreUnsafe(ref own);
        }

        for (int row = BlockRows - 2; row >= 0; row--)
        {
            ref double own = ref Unsafe.Add(ref x, row * Order);
            ref double upper = ref Unsafe.Add(ref f, (row * RowEntries) + (2 * Entries));
            known = Columns.Load(ref upper).SubtractTimes(Vector256.LoadUnsafe(ref own), known);
            known.StoreUnsafe(ref own);
        }
    }

    /// <summary>
    /// Gauss–Jordan inversion with partial pivoting of the column-major block at <paramref name="w"/>: its columns are the
    /// rows of the transpose, so this inverts the transpose, whose inverse is again the transpose. Needs 32 numbers.
    /// </summary>
    private static bool Invert(ref double w)
    {
        ref double v = ref Unsafe.Add(ref w, Entries);
        Vector256.Create(1.0, 0.0, 0.0, 0.0).StoreUnsafe(ref v);
        Vector256.Create(0.0, 1.0, 0.0, 0.0).StoreUnsafe(ref v, 4);
        Vector256.Create(0.0, 0.0, 1.0, 0.0).StoreUnsafe(ref v, 8);
        Vector256.Create(0.0, 0.0, 0.0, 1.0).StoreUnsafe(ref v, 12);
        for (int k = 0; k < Order; k++)
        {
            int pivot = k;
            double largest = Math.Abs(Unsafe.Add(ref w, (k * Order) + k));
            for (int i = k + 1; i < Order; i++)
            {
                double candidate = Math.Abs(Unsafe.Add(ref w, (i * Order) + k));
                (pivot, largest) = candidate > largest ? (i, candidate) : (pivot, largest);
            }

            if (!(largest > 0.0 && largest <= double.MaxValue)) // NaN fails too
            {
                return false;
            }

            Eliminate(ref w, ref v, k, pivot);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eliminate(ref double w, ref double v, int k, int pivot)
    {
        nuint chosen = (nuint)(pivot * Order), target = (nuint)(k * Order);
        Vector256<double> scale = Vector256.Create(1.0 / Unsafe.Add(ref w, (pivot * Order) + k));
        Vector256<double> left = Vector256.LoadUnsafe(ref w, chosen) * scale;
        Vector256<double> right = Vector256.LoadUnsafe(ref v, chosen) * scale;
        if (pivot != k)
        {
            Vector256.LoadUnsafe(ref w, target).StoreUnsafe(ref w, chosen);
            Vector256.LoadUnsafe(ref v, target).StoreUnsafe(ref v, chosen);
        }

        left.StoreUnsafe(ref w, target);
        right.StoreUnsafe(ref v, target);
        for (int i = 0; i < Order; i++)
        {
            if (i != k)
            {
                nuint row = (nuint)(i * Order);
                Vector256<double> factor = Vector256.Create(-Unsafe.Add(ref w, (i * Order) + k));
                Vector256.MultiplyAddEstimate(factor, left, Vector256.LoadUnsafe(ref w, row)).StoreUnsafe(ref w, row);
                Vector256.MultiplyAddEstimate(factor, right, Vector256.LoadUnsafe(ref v, row)).StoreUnsafe(ref v, row);
            }
        }
    }
}
