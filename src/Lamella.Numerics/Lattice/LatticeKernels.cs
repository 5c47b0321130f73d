using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>The loops of a level over the cells of one plane, compiled once for each kind of links.</summary>
/// <remarks>
/// Pointers and vectors: the loops run at the speed of memory, and safe spans reach two thirds of that. The tail of a row
/// is a whole vector whose surplus lanes write back what they read; the ghosts behind a row make room for it. Compiled at full
/// strength from the first call: unoptimised vector code is fifty times slower, and a solve has few iterations.
/// </remarks>
/// <typeparam name="T">Number type of the level.</typeparam>
/// <typeparam name="TLinks">Where the links come from.</typeparam>
internal sealed unsafe partial class LatticeKernels<T, TLinks> : LatticeLevel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLinks : struct, ILinks<T>
{
    private readonly TLinks _links;

    internal LatticeKernels(LevelGrid grid, TLinks links)
        : base(grid) => _links = links;

    /// <inheritdoc/>
    internal override double Link(int axis, int i) => double.CreateChecked(_links.Forward(axis, i));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Start(int z)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        T* u = U, f = F;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            Vector512<T> colour = Colour(y + z);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                links.At(i, out var w, out var e, out var s, out var n, out var b, out var a);
                Vector512<T> diagonal = w + e + (s + n) + (b + a);
                Vector512<T> value = Divide(Vector512.Load(f + i), diagonal) & colour;
                Keep(u + i, value, g.Nx - x);
            }
        }

        Wrap(u, z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Relax(int z, int colour)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        T* u = U, f = F;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            Vector512<T> mask = Colour(y + z + colour);

            // The neighbours to the left are fetched before the vector they share with is stored: they are of the other colour, and a
            // load across a store that is still on its way waits for it, which took half of the time.
            Vector512<T> left = Vector512.Load(u + row - 1);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                links.At(i, out var w, out var e, out var s, out var n, out var b, out var a);
                Vector512<T> diagonal = w + e + (s + n) + (b + a);
                Vector512<T> sum = Fused(w, left, Vector512.Load(f + i));
                left = Vector512.Load(u + i + Vector512<T>.Count - 1);
                sum = Fused(e, Vector512.Load(u + i + 1), sum);
                sum = Fused(s, Vector512.Load(u + i - g.RowStride), sum);
                sum = Fused(n, Vector512.Load(u + i + g.RowStride), sum);
                sum = Fused(b, Vector512.Load(u + i - g.PlaneStride), sum);
                sum = Fused(a, Vector512.Load(u + i + g.PlaneStride), sum);
                Vector512<T> value = Vector512.ConditionalSelect(mask, Divide(sum, diagonal), Vector512.Load(u + i));
                Keep(u + i, value, g.Nx - x);
            }
        }

        Wrap(u, z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Restrict(int z, BlockPartition blocks, T* coarse)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        T* buffer = stackalloc T[Vector512<T>.Count];
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z), block = blocks.Block(0, y >> 1, z >> 1), shift = ((y & 1) * 4) + ((z & 1) * 8);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                Vector512<T> residual = Vector512.Load(F + i) - Current(links, U, i, g.RowStride, g.PlaneStride);
                residual &= Inside(g.Nx - x);
                residual.Store(buffer);
                int count = Math.Min(Vector512<T>.Count, g.Nx - x);
                for (int k = 0; k < count; k += 2)
                {
                    int at = block + ((x + k) >> 1), parts = blocks.Parts[at] >> shift;
                    (int first, int second) = (parts & 3, (parts >> 2) & 3);
                    T* to = coarse + blocks.First[at];
                    if (first == second)
                    {
                        to[first] += buffer[k] + buffer[k + 1];
                        continue;
                    }

                    to[first] += buffer[k];
                    to[second] += buffer[k + 1];
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Restrict(int z, LatticeLevel<T> next)
    {
        TLinks links = _links;
        (LevelGrid g, LevelGrid wide) = (Grid, next.Grid);
        bool adds = (z & 1) != 0;
        for (int y = 0; y < g.Ny; y += 2)
        {
            int row = g.Row(y, z), other = y + 1 < g.Ny ? g.RowStride : 0;
            T* to = next.F + wide.Row(y >> 1, z >> 1);
            for (int x = 0; x < g.Nx; x += 2 * Vector512<T>.Count)
            {
                int second = x + Vector512<T>.Count, half = x >> 1;
                Vector512<T> low = Residual(links, row + x, other) & Inside(g.Nx - x);
                Vector512<T> high = second < g.Nx ? Residual(links, row + second, other) & Inside(g.Nx - second) : Vector512<T>.Zero;
                Vector512<T> sums = BlockSums.Pairs(low, high);
                Keep(to + half, adds ? Vector512.Load(to + half) + sums : sums, wide.Nx - half);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Keep(int z, T weight)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        T* u = U, f = F, kept = Kept;
        Vector512<T> factor = Vector512.Create(weight);
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                Keep(kept + i, factor * Vector512.Load(u + i), g.Nx - x);
                Keep(f + i, Vector512.Load(f + i) - (factor * Current(links, u, i, g.RowStride, g.PlaneStride)), g.Nx - x);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Step(int z, T alpha, T* x, T* r, T* p)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        T* u = U;
        Vector512<T> step = Vector512.Create(alpha);
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            Vector512<T> colour = Colour(y + z);
            for (int k = 0; k < g.Nx; k += Vector512<T>.Count)
            {
                int i = row + k;
                Vector512<T> own = Vector512.Load(p + i);
                links.At(i, out var w, out var e, out var s, out var n, out var b, out var a);
                Vector512<T> current = w * (own - Vector512.Load(p + i - 1));
                current = Fused(e, own - Vector512.Load(p + i + 1), current);
                current = Fused(s, own - Vector512.Load(p + i - g.RowStride), current);
                current = Fused(n, own - Vector512.Load(p + i + g.RowStride), current);
                current = Fused(b, own - Vector512.Load(p + i - g.PlaneStride), current);
                current = Fused(a, own - Vector512.Load(p + i + g.PlaneStride), current);
                Vector512<T> residual = Vector512.Load(r + i) - (step * current);
                Keep(r + i, residual, g.Nx - k);
                Keep(x + i, Vector512.Load(x + i) + (step * own), g.Nx - k);
                Keep(u + i, Divide(residual, w + e + (s + n) + (b + a)) & colour, g.Nx - k);
            }
        }

        Wrap(u, z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Residual(int z, T* v, T* r)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                Keep(r + i, -Current(links, v, i, g.RowStride, g.PlaneStride), g.Nx - x);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Apply(int z, T* v, T* target)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                Keep(target + i, Current(links, v, i, g.RowStride, g.PlaneStride), g.Nx - x);
            }
        }
    }

    /// <summary>F − A·U, and that of the cells of another row added where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> Residual(in TLinks links, int i, int other)
    {
        T* u = U, f = F;
        int row = Grid.RowStride, plane = Grid.PlaneStride;
        Vector512<T> residual = Vector512.Load(f + i) - Current(links, u, i, row, plane);
        return other == 0 ? residual : residual + (Vector512.Load(f + i + other) - Current(links, u, i + other, row, plane));
    }

    /// <summary>Net current leaving each cell for the potential v: differences first, so that a constant gives exactly zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Current(in TLinks links, T* v, int i, int row, int plane)
    {
        links.At(i, out var w, out var e, out var s, out var n, out var b, out var a);
        Vector512<T> own = Vector512.Load(v + i);
        Vector512<T> current = w * (own - Vector512.Load(v + i - 1));
        current = Fused(e, own - Vector512.Load(v + i + 1), current);
        current = Fused(s, own - Vector512.Load(v + i - row), current);
        current = Fused(n, own - Vector512.Load(v + i + row), current);
        current = Fused(b, own - Vector512.Load(v + i - plane), current);
        return Fused(a, own - Vector512.Load(v + i + plane), current);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Fused(Vector512<T> a, Vector512<T> b, Vector512<T> sum) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), sum.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), sum.AsDouble()).As<double, T>();

    /// <summary>Lanes whose position has the given parity: all bits set there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Colour(int parity)
    {
        if (typeof(T) == typeof(float))
        {
            return ((parity & 1) == 0 ? Vector512.Create(0x00000000FFFFFFFFUL) : Vector512.Create(0xFFFFFFFF00000000UL)).As<ulong, T>();
        }

        Vector128<ulong> pair = (parity & 1) == 0 ? Vector128.Create(ulong.MaxValue, 0UL) : Vector128.Create(0UL, ulong.MaxValue);
        Vector256<ulong> four = Vector256.Create(pair, pair);
        return Vector512.Create(four, four).As<ulong, T>();
    }

    /// <summary>Lanes that lie within the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Inside(int remaining) => remaining >= Vector512<T>.Count
        ? Vector512<T>.AllBitsSet
        : Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(remaining)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(T* target, Vector512<T> value, int remaining)
    {
        if (remaining >= Vector512<T>.Count)
        {
            value.Store(target);
        }
        else
        {
            Vector512.ConditionalSelect(Inside(remaining), value, Vector512.Load(target)).Store(target);
        }
    }

    /// <summary>Quotient, and zero for a cell without any link.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Divide(Vector512<T> a, Vector512<T> b) =>
        (a / b) & Vector512.GreaterThan(b, Vector512<T>.Zero);
}
