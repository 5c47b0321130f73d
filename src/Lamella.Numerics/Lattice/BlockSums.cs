using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lamella.Numerics.Lattice;

/// <summary>Pairs of neighbours along a row: their sums, and one value for both.</summary>
internal static unsafe class BlockSums
{
    /// <summary>Sums of the pairs of two successive vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Pairs<T>(Vector512<T> low, Vector512<T> high)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            (Vector512<ulong> a, Vector512<ulong> b) = (low.AsUInt64(), high.AsUInt64());
            Vector512<float> even = Vector512.Narrow(a, b).AsSingle();
            Vector512<float> odd = Vector512.Narrow(Vector512.ShiftRightLogical(a, 32), Vector512.ShiftRightLogical(b, 32)).AsSingle();
            return (even + odd).As<float, T>();
        }

        (Vector512<double> c, Vector512<double> d) = (low.AsDouble(), high.AsDouble());
        if (Avx512F.IsSupported)
        {
            Vector512<double> even = Avx512F.PermuteVar8x64x2(c, Vector512.Create(0L, 2, 4, 6, 8, 10, 12, 14), d);
            Vector512<double> odd = Avx512F.PermuteVar8x64x2(c, Vector512.Create(1L, 3, 5, 7, 9, 11, 13, 15), d);
            return (even + odd).As<double, T>();
        }

        Vector512<double> sums = Vector512.Create(
            c[0] + c[1], c[2] + c[3], c[4] + c[5], c[6] + c[7], d[0] + d[1], d[2] + d[3], d[4] + d[5], d[6] + d[7]);
        return sums.As<double, T>();
    }

    /// <summary>Adds each value of a row of pairs to both of its cells.</summary>
    /// <param name="from">One value a pair.</param>
    /// <param name="to">The cells.</param>
    /// <param name="count">Number of cells; the last one may have no partner.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Spread<T>(T* from, T* to, int count)
        where T : unmanaged, INumberBase<T>
    {
        int x = 0;
        if (typeof(T) == typeof(float))
        {
            for (; x <= count - (2 * Vector512<T>.Count); x += 2 * Vector512<T>.Count)
            {
                (Vector512<ulong> low, Vector512<ulong> high) = Vector512.Widen(Vector512.Load((uint*)(from + (x >> 1))));
                (low, high) = (low | Vector512.ShiftLeft(low, 32), high | Vector512.ShiftLeft(high, 32));
                T* first = to + x, second = first + Vector512<T>.Count;
                (Vector512.Load(first) + low.As<ulong, T>()).Store(first);
                (Vector512.Load(second) + high.As<ulong, T>()).Store(second);
            }
        }

        else if (typeof(T) == typeof(double) && Avx512F.IsSupported)
        {
            for (; x <= count - (2 * Vector512<T>.Count); x += 2 * Vector512<T>.Count)
            {
                var pairs = Vector512.Load((double*)(from + (x >> 1)));
                double* first = (double*)(to + x), second = first + Vector512<double>.Count;
                (Vector512.Load(first) + Avx512F.PermuteVar8x64(pairs, Vector512.Create(0L, 0, 1, 1, 2, 2, 3, 3))).Store(first);
                (Vector512.Load(second) + Avx512F.PermuteVar8x64(pairs, Vector512.Create(4L, 4, 5, 5, 6, 6, 7, 7))).Store(second);
            }
        }

        for (; x < count; x++)
        {
            to[x] += from[x >> 1];
        }
    }
}
