using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lamella.Numerics.Lattice;

/// <summary>
/// Links looked up from the classes of the two cells, at most four classes: one byte a cell in memory instead of three
/// numbers, and one permutation instead of a load.
/// </summary>
/// <typeparam name="T">Number type of the level: <see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly unsafe struct TableLinks4<T>(byte* classes, T* tables, int row, int plane) : ILinks<T>
    where T : unmanaged
{
    /// <summary>Classes that a table holds.</summary>
    internal const int Classes = 4;
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
            Vector512<int> own = Vector512.ShiftLeft(Avx512F.ConvertToVector512Int32(Vector128.Load(c)), 2);
            Vector512<float> x = Vector512.Load((float*)tables);
            Vector512<float> y = Vector512.Load((float*)tables + Table), z = Vector512.Load((float*)tables + (2 * Table));
            west = Avx512F.PermuteVar16x32(x, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c - 1))).As<float, T>();
            east = Avx512F.PermuteVar16x32(x, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c + 1))).As<float, T>();
            south = Avx512F.PermuteVar16x32(y, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c - row))).As<float, T>();
            north = Avx512F.PermuteVar16x32(y, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c + row))).As<float, T>();
            below = Avx512F.PermuteVar16x32(z, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c - plane))).As<float, T>();
            above = Avx512F.PermuteVar16x32(z, own | Avx512F.ConvertToVector512Int32(Vector128.Load(c + plane))).As<float, T>();
        }
        else
        {
            Vector512<long> own = Vector512.ShiftLeft(Wide(c), 2);
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
    private static Vector512<long> Wide(byte* c) =>
        Avx512F.ConvertToVector512Int64(Vector128.CreateScalar(*(ulong*)c).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> Look(int table, Vector512<long> index) => Avx512F.PermuteVar8x64x2(
        Vector512.Load((double*)tables + table), index, Vector512.Load((double*)tables + table + 8)).As<double, T>();
}
