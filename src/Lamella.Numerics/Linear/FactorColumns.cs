using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Linear;

/// <summary>The columns of one sparse triangular factor without its diagonal, one after the other.</summary>
internal sealed class FactorColumns
{
    private readonly int[] start;
    private int[] rows;
    private Complex[] values;

    internal FactorColumns(int size, int capacity)
    {
        start = new int[size + 1];
        rows = new int[capacity];
        values = new Complex[capacity];
    }

    /// <summary>Gets the number of entries.</summary>
    internal int Count { get; private set; }

    internal int First(int column) => start[column];

    internal int End(int column) => start[column + 1];

    internal int Row(int at) => rows[at];

    internal Complex Value(int at) => values[at];

    internal void Set(int at, Complex value) => values[at] = value;

    internal void Clear() => Count = 0;

    internal void Add(int row, Complex value)
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, 2 * Count);
            Array.Resize(ref values, 2 * Count);
        }

        (rows[Count], values[Count]) = (row, value);
        Count++;
    }

    /// <summary>Ends the column that <see cref="Add"/> filled.</summary>
    internal void Close(int column) => start[column + 1] = Count;

    /// <summary>Replaces row numbers by their positions.</summary>
    internal void Renumber(ReadOnlySpan<int> place)
    {
        for (int at = 0; at < Count; at++)
        {
            rows[at] = place[rows[at]];
        }
    }

    /// <summary>target −= column·factor, both as pairs of real and imaginary parts.</summary>
    /// <param name="column">Column.</param>
    /// <param name="factor">Factor.</param>
    /// <param name="target">First number of a complex vector that every row of the column lies in.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SubtractScaled(int column, Complex factor, ref double target)
    {
        ref int row = ref MemoryMarshal.GetArrayDataReference(rows);
        ref double value = ref Unsafe.As<Complex, double>(ref MemoryMarshal.GetArrayDataReference(values));
        Vector128<double> real = Vector128.Create(-factor.Real);
        Vector128<double> imaginary = Vector128.Create(factor.Imaginary, -factor.Imaginary);
        for (int at = start[column], end = start[column + 1]; at < end; at++)
        {
            ref double own = ref Unsafe.Add(ref target, 2 * Unsafe.Add(ref row, at));
            Vector128<double> entry = Vector128.LoadUnsafe(ref value, (nuint)(2 * at));
            Vector128<double> swapped = Vector128.Shuffle(entry, Vector128.Create(1L, 0L));
            Vector128<double> sum = Vector128.MultiplyAddEstimate(entry, real, Vector128.LoadUnsafe(ref own));
            Vector128.MultiplyAddEstimate(swapped, imaginary, sum).StoreUnsafe(ref own);
        }
    }

    /// <summary>Moves a column out of a dense vector, times a factor, and leaves zeros there.</summary>
    /// <param name="column">Column, whose pattern is kept.</param>
    /// <param name="factor">Factor.</param>
    /// <param name="source">Dense vector.</param>
    /// <param name="limit">Largest modulus that is allowed.</param>
    /// <returns>False when an entry is larger than the limit or not a number.</returns>
    internal bool Gather(int column, Complex factor, Span<Complex> source, double limit)
    {
        bool bounded = true;
        double square = limit * limit;
        for (int at = start[column]; at < start[column + 1]; at++)
        {
            Complex scaled = Product(source[rows[at]], factor);
            source[rows[at]] = Complex.Zero;
            values[at] = scaled;
            bounded &= (scaled.Real * scaled.Real) + (scaled.Imaginary * scaled.Imaginary) <= square;
        }

        return bounded;
    }

    /// <summary>a·b without the special cases for infinities that the operator carries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Complex Product(Complex a, Complex b) =>
        new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));
}
