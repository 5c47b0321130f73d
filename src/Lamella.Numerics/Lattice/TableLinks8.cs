using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lamella.Numerics.Lattice;

/// <summary>Links looked up from the classes of the two cells, at most eight classes; see <see cref="TableLinks4{T}"/>.</summary>
/// <typeparam name="T">Number type of the level: <see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly unsafe struct TableLinks8<T>(byte* classes, T* tables, int row, int plane) : ILinks<T>
    where T : unmanaged
{
    /// <summary>Classes that a table holds.</summary>
    internal const int Classes = 8;
    private const int Table = Classes * Classes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(
        int i,
        out Vector512<T> west,
        out Vector512<T> east,
        out Vector512<T> south,
        out Vector512<T> north,
        out Vector512<T> below,
        out Vector512<T> above)
    {
        byte* c = classes + i;
        if (typeof(T) == typeof(float))
        {
            Vector512<int> own = Vector512.ShiftLeft(Narrow(c), 3);
            west = Look(0, own | Narrow(c - 1));
            east = Look(0, own | Narrow(c + 1));
            south = Look(Table, own | Narrow(c - row));
            north = Look(Table, own | Narrow(c + row));
            below = Look(2 * Table, own | Narrow(c - plane));
            above = Look(2 * Table, own | Narrow(c + plane));
        }
        else
        {
            Vector512<long> own = Vector512.ShiftLeft(Wide(c), 3);
            west = Look(0, own | Wide(c - 1));
            east = Look(0, own | Wide(c + 1));
            south = Look(Table, own | Wide(c - row));
            north = Look(Table, own | Wide(c + row));
            below = Look(2 * Table, own | Wide(c - plane));
            above = Look(2 * Table, own | Wide(c + plane));
        }
    }

    /// <inheritdoc/>
    public T Forward(int axis, int i)
    {
        int next = i + (axis == 0 ? 1 : axis == 1 ? row : plane);
        return tables[(Table * axis) + (classes[i] * Classes) + classes[next]];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Narrow(byte* c) => Avx512F.ConvertToVector512Int32(Vector128.Load(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Wide(byte* c) =>
        Avx512F.ConvertToVector512Int64(Vector128.CreateScalar(*(ulong*)c).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> Look(int table, Vector512<int> index)
    {
        float* t = (float*)tables + table;
        Vector512<float> low = Avx512F.PermuteVar16x32x2(Vector512.Load(t), index, Vector512.Load(t + 16));
        Vector512<float> high = Avx512F.PermuteVar16x32x2(Vector512.Load(t + 32), index, Vector512.Load(t + 48));
        Vector512<int> isHigh = Vector512.GreaterThan(index, Vector512.Create(31));
        return Vector512.ConditionalSelect(isHigh.AsSingle(), high, low).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> Look(int table, Vector512<long> index)
    {
        double* t = (double*)tables + table;
        Vector512<double> found = Avx512F.PermuteVar8x64x2(Vector512.Load(t), index, Vector512.Load(t + 8));
        for (int quarter = 1; quarter < 4; quarter++)
        {
            double* q = t + (16 * quarter);
            Vector512<double> next = Avx512F.PermuteVar8x64x2(Vector512.Load(q), index, Vector512.Load(q + 8));
            found = Vector512.ConditionalSelect(Vector512.GreaterThan(index, Vector512.Create((16L * quarter) - 1)).AsDouble(), next, found);
        }

        return found.As<double, T>();
    }
}
