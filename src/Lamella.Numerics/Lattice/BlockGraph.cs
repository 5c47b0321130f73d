using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>Makes the first coarse level of a lattice: its partition and the graph whose links are sums of parallel links.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class BlockGraph<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A link joins two cells if l² > θ²·dᵢ·dⱼ, d the sums of the links of a cell.
    private const double Strength = 0.08;
    private const int Inner = 12;
    private const int AllJoined = (1 << Inner) - 1;

    /// <summary>For each set of joined neighbours within a block the lowest cell that each cell is connected with, three bits a cell.</summary>
    private static readonly ImmutableArray<int> _lowest = [.. Enumerable.Range(0, AllJoined + 1).Select(Lowest)];
    private readonly LatticeLevel<T> _fine;
    private readonly BlockPartition _partition;
    private readonly LevelGrid _grid;

    private BlockGraph(LatticeLevel<T> fine) => (_fine, _grid, _partition) = (fine, fine.Grid, new BlockPartition(fine.Grid));

    /// <summary>Makes the partition and the graph of a lattice.</summary>
    internal static (BlockPartition Partition, GraphLevel<T> Graph) Of(LatticeLevel<T> fine, WorkerTeam team)
    {
        var maker = new BlockGraph<T>(fine);
        BlockPartition partition = maker._partition;
        team.Run(member =>
        {
            using var links = new BlockLinks<T>(fine);
            foreach (int row in Rows(partition, member, team.Size))
            {
                maker.Part(row, links);
            }
        });
        partition.Number();
        var parts = new GraphRows<T>[team.Size];
        team.Run(member =>
        {
            using var links = new BlockLinks<T>(fine);
            (parts[member], var nodes) = (new GraphRows<T>(), new BlockRows());
            foreach (int row in Rows(partition, member, team.Size))
            {
                maker.Link(row, links, nodes, parts[member]);
            }
        });
        GraphLevel<T> graph = GraphRows<T>.Assemble(parts);
        graph.Order = GraphOrder.OfRuns(partition.FirstOfRow, partition.Colour);
        return (partition, graph);
    }

    private static IEnumerable<int> Rows(BlockPartition partition, int member, int members)
    {
        int from = (int)((long)partition.Rows * member / members), to = (int)((long)partition.Rows * (member + 1) / members);
        return Enumerable.Range(from, to - from);
    }

    /// <summary>Finds the parts of the blocks of a row; leaves in First how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part(int row, BlockLinks<T> links)
    {
        links.Fetch(2 * (row % _partition.By), 2 * (row / _partition.By));
        int nodes = 0;
        for (int bx = 0; bx < _partition.Bx; bx++)
        {
            int block = (row * _partition.Bx) + bx;
            (_partition.Parts[block], int count) = Join(links, 2 * bx);
            _partition.First[block] = count;
            nodes += count;
        }

        _partition.FirstOfRow[row + 1] = nodes;
    }

    /// <summary>Joins the cells of a block along strong links.</summary>
    /// <returns>Two bits a cell, and the number of parts.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ushort Parts, int Count) Join(BlockLinks<T> links, int x)
    {
        T* diagonal = stackalloc T[BlockLinks<T>.Cells];
        T total = T.Zero;
        for (int cell = 0; cell < BlockLinks<T>.Cells; cell++)
        {
            diagonal[cell] = links.Diagonal(cell, x);
            total += diagonal[cell];
        }

        if (!(total > T.Zero))
        {
            return (0, 0);
        }

        T bar = T.CreateChecked(Strength * Strength);
        int joined = 0;
        for (int k = 0; k < Inner; k++)
        {
            (int cell, int axis) = Pair(k);
            T link = links.Forward(cell, axis, x);
            joined |= link * link > bar * (diagonal[cell] * diagonal[cell | (1 << axis)]) ? 1 << k : 0;
        }

        return joined == AllJoined ? ((ushort)0, 1) : Number(_lowest[joined], diagonal);
    }

    private static (ushort Parts, int Count) Number(int lowest, T* diagonal)
    {
        int* part = stackalloc int[BlockLinks<T>.Cells];
        (int count, int parts) = (0, 0);
        for (int cell = 0; cell < BlockLinks<T>.Cells; cell++)
        {
            // Cells without any link belong to no part; what they say is never used.
            if (diagonal[cell] > T.Zero)
            {
                int first = (lowest >> (3 * cell)) & 7;
                part[cell] = first == cell ? Math.Min(count++, BlockPartition.MostParts - 1) : part[first];
                parts |= part[cell] << (2 * cell);
            }
        }

        return ((ushort)parts, Math.Min(count, BlockPartition.MostParts));
    }

    /// <summary>The lower cell and the axis of the twelve pairs of neighbours in a block.</summary>
    private static (int Cell, int Axis) Pair(int k)
    {
        (int axis, int at) = (k >> 2, k & 3);
        return (axis == 0 ? at << 1 : axis == 1 ? (at & 1) | ((at & 2) << 1) : at, axis);
    }

    private static int Lowest(int joined)
    {
        Span<int> label = [0, 1, 2, 3, 4, 5, 6, 7];
        for (int pass = 0; pass < label.Length; pass++)
        {
            for (int k = 0; k < Inner; k++)
            {
                (int cell, int axis) = Pair(k);
                int other = cell | (1 << axis);
                if ((joined & (1 << k)) != 0)
                {
                    (label[cell], label[other]) = (Math.Min(label[cell], label[other]), Math.Min(label[cell], label[other]));
                }
            }
        }

        int packed = 0;
        for (int cell = 0; cell < label.Length; cell++)
        {
            packed |= label[cell] << (3 * cell);
        }

        return packed;
    }

    /// <summary>Adds up the links of the nodes of a row of blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Link(int row, BlockLinks<T> links, BlockRows nodes, GraphRows<T> target)
    {
        links.Fetch(2 * (row % _partition.By), 2 * (row / _partition.By));
        for (int bx = 0; bx < _partition.Bx; bx++)
        {
            int block = (row * _partition.Bx) + bx, first = _partition.First[block];
            int next = bx + 1 < _partition.Bx ? _partition.First[block + 1] : _partition.FirstOfRow[row + 1];
            if (next == first)
            {
                continue;
            }

            nodes.Clear(first, next - first);
            for (int axis = 0; axis < 3; axis++)
            {
                LinkOutside(row, bx, axis, links, nodes);
            }

            for (int k = 0; k < Inner && next - first > 1; k++)
            {
                (int cell, int axis) = Pair(k);
                int part = _partition.Part(block, cell), other = _partition.Part(block, cell | (1 << axis));
                double link = Beyond(row, bx, axis) ? 0.0 : double.CreateChecked(links.Forward(cell, axis, 2 * bx));
                nodes.Add(part, first + other, link);
                nodes.Add(other, first + part, link);
            }

            nodes.CopyTo(target);
        }
    }

    private bool Beyond(int row, int bx, int axis) =>
        (2 * (axis == 0 ? bx : axis == 1 ? row % _partition.By : row / _partition.By)) + 1 >= _grid.Extent.Along(axis);

    /// <summary>Adds the links of a block to its two neighbours along an axis.</summary>
    private void LinkOutside(int row, int bx, int axis, BlockLinks<T> links, BlockRows nodes)
    {
        int by = row % _partition.By, bz = row / _partition.By, block = (row * _partition.Bx) + bx;
        int at = axis == 0 ? bx : axis == 1 ? by : bz, length = _grid.Extent.Along(axis), bit = 1 << axis;
        (int below, int above) = (Neighbour(axis, at - 1, bx, by, bz), Neighbour(axis, at + 1, bx, by, bz));
        int lastBelow = at == 0 && length % 2 == 1 ? 0 : bit, lastOwn = Beyond(row, bx, axis) ? 0 : bit;
        LinkFace(bx, block, new Face(axis, Upper: false, below, 0, lastBelow), links, nodes);
        LinkFace(bx, block, new Face(axis, Upper: true, above, lastOwn, 0), links, nodes);
    }

    /// <summary>Adds the links through one face of the block at a position of its row.</summary>
    /// <param name="bx">Position of the block.</param>
    /// <param name="block">The block.</param>
    /// <param name="face">The face.</param>
    /// <param name="links">Links of the row of blocks.</param>
    /// <param name="nodes">Receives the links.</param>
    private void LinkFace(int bx, int block, Face face, BlockLinks<T> links, BlockRows nodes)
    {
        (int second, int third) = face.Axis == 0 ? (2, 4) : face.Axis == 1 ? (1, 4) : (1, 2);
        ReadOnlySpan<int> cells = [0, second, third, second | third];
        bool whole = _partition.Parts[block] == 0 && (face.Other < 0 || _partition.Parts[face.Other] == 0);
        double sum = 0.0;
        foreach (int cell in cells)
        {
            int own = cell | face.Own;
            double link = double.CreateChecked(face.Upper ? links.Forward(own, face.Axis, 2 * bx) : links.Back(own, face.Axis, 2 * bx));
            if (whole)
            {
                sum += link;
                continue;
            }

            nodes.Add(_partition.Part(block, own), face.Other < 0 ? _partition.NodeCount : _partition.Node(face.Other, cell | face.Beyond), link);
        }

        nodes.Add(0, face.Other < 0 ? _partition.NodeCount : _partition.First[face.Other], sum);
    }

    /// <summary>The block next to one, −1 beyond an end that is not periodic.</summary>
    private int Neighbour(int axis, int at, int bx, int by, int bz)
    {
        int count = axis == 0 ? _partition.Bx : axis == 1 ? _partition.By : _partition.Bz;
        if (at < 0 || at >= count)
        {
            if (_grid.Ends[axis] != AxisEnds.Periodic)
            {
                return -1;
            }

            at = at < 0 ? count - 1 : 0;
        }

        return _partition.Block(axis == 0 ? at : bx, axis == 1 ? at : by, axis == 2 ? at : bz);
    }

    /// <summary>A face of a block.</summary>
    /// <param name="Axis">Its normal.</param>
    /// <param name="Upper">Whether it is the upper one along the axis.</param>
    /// <param name="Other">The block beyond, or −1 for an electrode.</param>
    /// <param name="Own">The bit of the axis in the places of the cells at the face: 0 for the lower ones.</param>
    /// <param name="Beyond">The same for the cells beyond.</param>
    private readonly record struct Face(int Axis, bool Upper, int Other, int Own, int Beyond);
}
