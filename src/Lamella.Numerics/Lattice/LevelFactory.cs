using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Lamella.Numerics.Lattice;

/// <summary>Makes the finest level of a network: from tables where the classes are few, otherwise with stored links.</summary>
internal static unsafe class LevelFactory
{
    /// <summary>Makes the level.</summary>
    internal static LatticeLevel<T> Create<T>(LatticeNetwork network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var grid = new LevelGrid(network.Extent, network.Ends);
        int classes = ClassesWithGhosts(network);
        if (network.Classes is null || classes > TableLinks8<T>.Classes || !Avx512F.IsSupported)
        {
            return Stored<T>(network, grid);
        }

        int size = classes <= TableLinks4<T>.Classes ? TableLinks4<T>.Classes : TableLinks8<T>.Classes;
        var labels = new LatticeArray<byte>(grid.Length + 64);
        var tables = new LatticeArray<T>((3 * size * size) + 64);
        FillLabels(network, grid, labels.Start);
        FillTables(network, size, tables.Start);
        LatticeLevel<T> level = size == TableLinks4<T>.Classes
            ? new LatticeKernels<T, TableLinks4<T>>(grid, new TableLinks4<T>(labels.Start, tables.Start, grid.RowStride, grid.PlaneStride))
            : new LatticeKernels<T, TableLinks8<T>>(grid, new TableLinks8<T>(labels.Start, tables.Start, grid.RowStride, grid.PlaneStride));
        level.Own(labels);
        level.Own(tables);
        return level;
    }

    /// <summary>Says how many bytes the finest level and the vectors of a solve will take, before anything is allocated.</summary>
    internal static long Bytes(LatticeExtent extent, int? classCount, int number)
    {
        const int ghostClasses = 2;
        long cells = LevelGrid.PaddedLength(extent);
        bool table = classCount + ghostClasses <= TableLinks8<float>.Classes && Avx512F.IsSupported;
        // Four fields and the classes or links.
        return cells * ((4 * number) + (table ? 1 : 3 * number));
    }

    private static int Insulator(LatticeNetwork network)
    {
        for (int k = 0; k < network.ClassCount; k++)
        {
            int own = k;
            bool linked = network.Electrodes.Any(row => row[own] > 0.0)
                || network.Tables.Any(table => Enumerable.Range(0, network.ClassCount).Any(other => table[(own * network.ClassCount) + other] > 0.0));
            if (!linked)
            {
                return k;
            }
        }

        return network.ClassCount;
    }

    private static int ClassesWithGhosts(LatticeNetwork network) =>
        network.ClassCount + (Insulator(network) == network.ClassCount ? 1 : 0) + (network.Ends.Contains(AxisEnds.Electrodes) ? 1 : 0);

    private static void FillLabels(LatticeNetwork network, LevelGrid g, byte* labels)
    {
        int insulator = Insulator(network), electrode = Math.Max(network.ClassCount, insulator + 1);
        new Span<byte>(labels, g.Length + 64).Fill((byte)insulator);
        byte[] classes = network.Classes!;
        for (int z = 0; z < g.Nz; z++)
        {
            for (int y = 0; y < g.Ny; y++)
            {
                classes.AsSpan(g.Nx * (y + (g.Ny * z)), g.Nx).CopyTo(new Span<byte>(labels + g.Row(y, z), g.Nx));
            }
        }

        foreach ((int from, int ghost, int axis) in Ghosts(g))
        {
            labels[ghost] = g.Ends[axis] == AxisEnds.Periodic ? labels[from] : g.Ends[axis] == AxisEnds.Electrodes ? (byte)electrode : (byte)insulator;
        }
    }

    /// <summary>Lists every ghost with the cell at the other end of its axis.</summary>
    private static IEnumerable<(int From, int Ghost, int Axis)> Ghosts(LevelGrid g)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            (int rows, int columns) = axis == 0 ? (g.Nz, g.Ny) : axis == 1 ? (g.Nz, g.Nx) : (g.Ny, g.Nx);
            int length = g.Extent.Along(axis);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int first = axis == 0 ? g.Row(column, row) : axis == 1 ? g.Row(0, row) + column : g.Row(row, 0) + column;
                    int last = first + ((length - 1) * g.Stride(axis));
                    yield return (last, first - g.Stride(axis), axis);
                    yield return (first, last + g.Stride(axis), axis);
                }
            }
        }
    }

    private static void FillTables<T>(LatticeNetwork network, int size, T* tables)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = network.ClassCount, electrode = Math.Max(count, Insulator(network) + 1);
        for (int axis = 0; axis < 3; axis++)
        {
            T* table = tables + (axis * size * size);
            for (int a = 0; a < count; a++)
            {
                for (int b = 0; b < count; b++)
                {
                    table[(a * size) + b] = T.CreateChecked(network.Tables[axis][(a * count) + b]);
                }

                if (network.Ends[axis] == AxisEnds.Electrodes)
                {
                    T link = T.CreateChecked(network.Electrodes[axis][a]);
                    (table[(a * size) + electrode], table[(electrode * size) + a]) = (link, link);
                }
            }
        }
    }

    private static LatticeKernels<T, StoredLinks<T>> Stored<T>(LatticeNetwork network, LevelGrid g)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LatticeArray<T>[] arrays = [new(g.Length), new(g.Length), new(g.Length)];
        for (int axis = 0; axis < 3; axis++)
        {
            T* target = arrays[axis].Start;
            for (int z = axis == 2 ? -1 : 0; z < g.Nz; z++)
            {
                for (int y = axis == 1 ? -1 : 0; y < g.Ny; y++)
                {
                    for (int x = axis == 0 ? -1 : 0; x < g.Nx; x++)
                    {
                        target[g.Row(y, z) + x] = T.CreateChecked(network.Forward(axis, x, y, z));
                    }
                }
            }
        }

        var level = new LatticeKernels<T, StoredLinks<T>>(
            g, new StoredLinks<T>(arrays[0].Start, arrays[1].Start, arrays[2].Start, g.RowStride, g.PlaneStride));
        foreach (LatticeArray<T> array in arrays)
        {
            level.Own(array);
        }

        return level;
    }
}
