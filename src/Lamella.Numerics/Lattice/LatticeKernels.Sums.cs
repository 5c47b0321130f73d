using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <content>Loops that read a plane and change nothing: sums over its links, and the links themselves.</content>
internal sealed unsafe partial class LatticeKernels<T, TLinks>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override double Energy(int z, T* v)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        double total = 0.0;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            Vector512<T> sum = Vector512<T>.Zero;
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                Vector512<T> product = Vector512.Load(v + i) * Current(links, v, i, g.RowStride, g.PlaneStride);
                sum += product & Inside(g.Nx - x);
            }

            total += double.CreateChecked(Vector512.Sum(sum));
        }

        return total;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Measure(int z, T* v, Span<double> powerAndCurrents)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        Vector512<double> power = Vector512<double>.Zero, alongX = power, alongZ = power;
        double alongY = 0.0;
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            Vector512<double> rowY = Vector512<double>.Zero;
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                int i = row + x;
                links.At(i, out _, out var e, out _, out var n, out _, out var a);
                Vector512<T> own = Vector512.Load(v + i), inside = Inside(g.Nx - x);
                AddFlow(e & inside, own, Vector512.Load(v + i + 1), ref power, ref alongX);
                AddFlow(n & inside, own, Vector512.Load(v + i + g.RowStride), ref power, ref rowY);
                AddFlow(a & inside, own, Vector512.Load(v + i + g.PlaneStride), ref power, ref alongZ);
            }

            alongY += Vector512.Sum(rowY) * g.Distance(1, y);
        }

        powerAndCurrents[0] += Vector512.Sum(power);
        powerAndCurrents[1] += Vector512.Sum(alongX);
        powerAndCurrents[2] += alongY;
        powerAndCurrents[3] += Vector512.Sum(alongZ) * g.Distance(2, z);
        MeasureEnds(z, v, powerAndCurrents);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Range(int z, Span<T> least, Span<T> largest)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        Vector512<T> none = Vector512.Create(T.PositiveInfinity);
        (Vector512<T> lowX, Vector512<T> lowY, Vector512<T> lowZ) = (none, none, none);
        (Vector512<T> highX, Vector512<T> highY, Vector512<T> highZ) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
        (int cellsX, int rows) = (Linked(0), Linked(1));
        bool above = z < Linked(2);
        for (int y = 0; y < g.Ny; y++)
        {
            int row = g.Row(y, z);
            for (int x = 0; x < g.Nx; x += Vector512<T>.Count)
            {
                links.At(row + x, out _, out var e, out _, out var n, out _, out var a);
                Vector512<T> inX = Inside(cellsX - x), inY = y < rows ? Inside(g.Nx - x) : Vector512<T>.Zero, inZ = above ? Inside(g.Nx - x) : Vector512<T>.Zero;
                (lowX, highX) = (Vector512.Min(lowX, Vector512.ConditionalSelect(inX, e, none)), Vector512.Max(highX, e & inX));
                (lowY, highY) = (Vector512.Min(lowY, Vector512.ConditionalSelect(inY, n, none)), Vector512.Max(highY, n & inY));
                (lowZ, highZ) = (Vector512.Min(lowZ, Vector512.ConditionalSelect(inZ, a, none)), Vector512.Max(highZ, a & inZ));
            }
        }

        for (int k = 0; k < Vector512<T>.Count; k++)
        {
            (least[0], largest[0]) = (T.Min(least[0], lowX[k]), T.Max(largest[0], highX[k]));
            (least[1], largest[1]) = (T.Min(least[1], lowY[k]), T.Max(largest[1], highY[k]));
            (least[2], largest[2]) = (T.Min(least[2], lowZ[k]), T.Max(largest[2], highZ[k]));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RowLinks(int y, int z, T* target, int stride)
    {
        TLinks links = _links;
        LevelGrid g = Grid;
        int row = g.Row(y, z);
        for (int x = 0; x <= g.Nx; x += Vector512<T>.Count)
        {
            links.At(row + x, out var w, out var e, out var s, out var n, out var b, out var a);
            Vector512<T> inside = Inside(g.Nx - x);
            (w & inside).Store(target + x);
            (e & inside).Store(target + stride + x);
            (s & inside).Store(target + (2 * stride) + x);
            (n & inside).Store(target + (3 * stride) + x);
            (b & inside).Store(target + (4 * stride) + x);
            (a & inside).Store(target + (5 * stride) + x);
        }
    }

    /// <summary>Adds the links of a plane to electrodes below it, and takes back what links above the last cells of its rows count too much.</summary>
    private void MeasureEnds(int z, T* v, Span<double> powerAndCurrents)
    {
        LevelGrid g = Grid;
        double surplus = 1.0 - g.Distance(0, g.Nx - 1);
        for (int y = 0; y < g.Ny; y++)
        {
            powerAndCurrents[1] -= surplus * Flow(0, g.Row(y, z) + g.Nx - 1, v).Current;
        }

        for (int axis = 0; axis < 3; axis++)
        {
            if (g.Ends[axis] != AxisEnds.Electrodes || (axis == 2 && z > 0))
            {
                continue;
            }

            int rows = axis == 1 ? 1 : g.Ny, cells = axis == 0 ? 1 : g.Nx;
            for (int y = 0; y < rows; y++)
            {
                for (int x = 0; x < cells; x++)
                {
                    (double power, double current) = Flow(axis, g.Row(y, z) + x - g.Stride(axis), v);
                    powerAndCurrents[0] += power;
                    powerAndCurrents[axis + 1] += current * g.Distance(axis, -1);
                }
            }
        }
    }

    private (double Power, double Current) Flow(int axis, int i, T* v)
    {
        double drop = double.CreateTruncating(v[i]) - double.CreateTruncating(v[i + Grid.Stride(axis)]);
        double current = double.CreateTruncating(_links.Forward(axis, i)) * drop;
        return (current * drop, current);
    }

    /// <summary>Adds current and power of links between pairs of cells, in double precision from differences on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFlow(
        Vector512<T> link, Vector512<T> own, Vector512<T> next, ref Vector512<double> power, ref Vector512<double> current)
    {
        if (typeof(T) == typeof(float))
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(own.AsSingle());
            (Vector512<double> nextLow, Vector512<double> nextHigh) = Vector512.Widen(next.AsSingle());
            (Vector512<double> linkLow, Vector512<double> linkHigh) = Vector512.Widen(link.AsSingle());
            AddFlow(linkLow, low - nextLow, ref power, ref current);
            AddFlow(linkHigh, high - nextHigh, ref power, ref current);
        }
        else
        {
            AddFlow(link.AsDouble(), own.AsDouble() - next.AsDouble(), ref power, ref current);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFlow(Vector512<double> link, Vector512<double> drop, ref Vector512<double> power, ref Vector512<double> current)
    {
        Vector512<double> flow = link * drop;
        current += flow;
        power = Vector512.FusedMultiplyAdd(flow, drop, power);
    }

    /// <summary>Number of cells along an axis that are linked to another one above.</summary>
    private int Linked(int axis)
    {
        int length = Grid.Extent.Along(axis);
        return length > 1 && Grid.Ends[axis] == AxisEnds.Periodic ? length : length - 1;
    }
}
