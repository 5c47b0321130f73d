using System.Numerics;
using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Lattice;

/// <summary>Lattices that tests make for themselves, and their matrices written out link by link.</summary>
internal static unsafe class TestLattices
{
    /// <summary>Random cells of a few classes; class 0 insulates, the others differ by the factor given.</summary>
    internal static LatticeNetwork OfClasses(LatticeExtent extent, AxisEnds[] ends, int classes, double factor, ulong seed, double insulating = 0.4)
    {
        var generator = new SeededGenerator(seed);
        byte[] cells = new byte[extent.Count];
        for (int k = 0; k < cells.Length; k++)
        {
            cells[k] = (byte)(generator.NextUniform() < insulating ? 0 : 1 + (int)(generator.NextUniform() * (classes - 1)));
        }

        double[] value = [0.0, .. Enumerable.Range(0, classes - 1).Select(k => Math.Pow(factor, k))];
        double[][] tables = [.. Enumerable.Range(1, 3).Select(axis => Enumerable.Range(0, classes * classes)
            .Select(k => (value[k / classes], value[k % classes])).Select(pair => pair.Item1 * pair.Item2 == 0.0 ? 0.0 : axis * 2.0 / ((1.0 / pair.Item1) + (1.0 / pair.Item2))).ToArray())];
        double[][] electrodes = [.. Enumerable.Range(1, 3).Select(axis => value.Select(one => 2.0 * axis * one).ToArray())];
        return LatticeNetwork.OfClasses(extent, ends, cells, classes, tables, electrodes);
    }

    /// <summary>The same network told link by link, which other kernels store.</summary>
    internal static LatticeNetwork Told(LatticeNetwork network) => LatticeNetwork.OfLinks(network.Extent, network.Ends, network);

    /// <summary>The matrix of a network, from its links alone.</summary>
    internal static double[,] Matrix(LatticeNetwork network)
    {
        LatticeExtent extent = network.Extent;
        double[,] matrix = new double[extent.Count, extent.Count];
        for (int cell = 0; cell < extent.Count; cell++)
        {
            int[] at = [cell % extent.Nx, cell / extent.Nx % extent.Ny, cell / extent.Nx / extent.Ny];
            for (int axis = 0; axis < 3; axis++)
            {
                int[] next = [.. at], before = [.. at];
                (next[axis], before[axis]) = (at[axis] + 1, at[axis] - 1);
                Add(matrix, network, cell, next, network.Forward(axis, at[0], at[1], at[2]), axis);
                Add(matrix, network, cell, before, network.Forward(axis, before[0], before[1], before[2]), axis);
            }
        }

        return matrix;
    }

    /// <summary>Where a cell lies in the arrays of a level.</summary>
    internal static int Index(LevelGrid grid, int cell) => grid.Row(cell / grid.Nx % grid.Ny, cell / grid.Nx / grid.Ny) + (cell % grid.Nx);

    /// <summary>Copies values of cells into an array of a level, its periodic borders included.</summary>
    internal static void Put<T>(LatticeLevel<T> level, double[] values, T* target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int cell = 0; cell < values.Length; cell++)
        {
            target[Index(level.Grid, cell)] = T.CreateChecked(values[cell]);
        }

        for (int z = 0; z < level.Grid.Nz; z++)
        {
            level.Wrap(target, z);
        }

        level.WrapPlanes(target);
    }

    internal static double[] Numbers(long count, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => (2.0 * generator.NextUniform()) - 1.0)];
    }

    private static void Add(double[,] matrix, LatticeNetwork network, int cell, int[] other, double link, int axis)
    {
        LatticeExtent extent = network.Extent;
        bool beyond = other[axis] < 0 || other[axis] >= extent.Along(axis);
        matrix[cell, cell] += link;
        if (!beyond || network.End(axis) == AxisEnds.Periodic)
        {
            other[axis] = (other[axis] + extent.Along(axis)) % extent.Along(axis);
            matrix[cell, other[0] + (extent.Nx * (other[1] + (extent.Ny * other[2])))] -= link;
        }
    }
}
