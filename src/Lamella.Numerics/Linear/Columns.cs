using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Linear;

/// <summary>A 4×4 matrix held in registers, one vector per column.</summary>
/// <remarks>
/// Fused multiply–add where the processor has it; the same results then come from every run on that processor.
/// </remarks>
internal readonly ref struct Columns
{
    private readonly Vector256<double> c0;
    private readonly Vector256<double> c1;
    private readonly Vector256<double> c2;
    private readonly Vector256<double> c3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Columns(Vector256<double> c0, Vector256<double> c1, Vector256<double> c2, Vector256<double> c3) =>
        (this.c0, this.c1, this.c2, this.c3) = (c0, c1, c2, c3);

    /// <summary>Reads 16 column-major numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Columns Load(ref double source) => new(
        Vector256.LoadUnsafe(ref source),
        Vector256.LoadUnsafe(ref source, 4),
        Vector256.LoadUnsafe(ref source, 8),
        Vector256.LoadUnsafe(ref source, 12));

    /// <summary>Reads 16 row-major numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Columns Transposed(ref double source) => new(
        Column(ref source, 0), Column(ref source, 1), Column(ref source, 2), Column(ref source, 3));

    /// <summary>Writes 16 column-major numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Store(ref double destination)
    {
        c0.StoreUnsafe(ref destination);
        c1.StoreUnsafe(ref destination, 4);
        c2.StoreUnsafe(ref destination, 8);
        c3.StoreUnsafe(ref destination, 12);
    }

    /// <summary>Returns this·x, the columns weighted by the elements of x in two independent chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<double> Times(Vector256<double> x) =>
        Vector256.MultiplyAddEstimate(c1, Element(x, 1), c0 * Element(x, 0)) +
        Vector256.MultiplyAddEstimate(c3, Element(x, 3), c2 * Element(x, 2));

    /// <summary>Returns b − this·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<double> SubtractTimes(Vector256<double> b, Vector256<double> x) => b - Times(x);

    /// <summary>Returns the matrix product this·right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Columns Times(Columns right) => new(Times(right.c0), Times(right.c1), Times(right.c2), Times(right.c3));

    /// <summary>Returns this − right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Columns Minus(Columns right) => new(c0 - right.c0, c1 - right.c1, c2 - right.c2, c3 - right.c3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Column(ref double source, int column) => Vector256.Create(
        Unsafe.Add(ref source, column),
        Unsafe.Add(ref source, column + 4),
        Unsafe.Add(ref source, column + 8),
        Unsafe.Add(ref source, column + 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Element(Vector256<double> x, int index) => Vector256.Create(x.GetElement(index));
}
