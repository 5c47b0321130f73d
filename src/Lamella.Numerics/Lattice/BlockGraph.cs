using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>Makes the first coarse level of a lattice: its partition and the graph whose links are sums of parallel links.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class BlockGraph<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Cells of a block.</summary>
    private const int Cells = 8;

    /// <summary>Links of a cell: two along each axis, the one to the lower neighbour first.</summary>
    private const int Directions = 6;

    // A link joins two cells if l² > θ²·dᵢ·dⱼ, d the sums of the links of a cell.
    private const double Threshold = 0.08;
    private readonly LatticeLevel<T> _fine;
    private readonly BlockPartition _partition;
    private readonly LevelGrid _grid;

    private BlockGraph(LatticeLevel<T> fine) => (_fine, _grid, _partition) = (fine, fine.Grid, new BlockPartition(fine.Grid));

    /// <summary>Makes the partition and the graph of a lattice.</summary>
    internal static (BlockPartition Partition, GraphLevel<T> Graph) Of(LatticeLevel<T> fine, WorkerTeam team)
    {
        var maker = new BlockGraph<T>(fine);
        BlockPartition partition = maker._partition;
        int rows = partition.Rows;
        Share(team, rows, maker.Part);
        maker.Number();
        int[] lengths = new int[partition.NodeCount + 1];
        Share(team, rows, row => maker.CountLinks(row, lengths));
        long total = 0;
        foreach (int length in lengths)
        {
            total += length;
        }

        var graph = new GraphLevel<T>(partition.NodeCount, checked((int)total));
        for (int node = 0; node < partition.NodeCount; node++)
        {
            graph.Starts[node + 1] = graph.Starts[node] + lengths[node];
        }

        Share(team, rows, row => maker.Fill(row, graph));
        graph.Order = GraphOrder.OfRows(partition.FirstOfRow, partition.Colour);
        return (partition, graph);
    }

    private static void Share(WorkerTeam team, int rows, Action<int> body) => team.Run(member =>
    {
        for (int row = (int)((long)rows * member / team.Size); row < (int)((long)rows * (member + 1) / team.Size); row++)
        {
            body(row);
        }
    });

    /// <summary>Finds the parts of the blocks of a row; leaves in First how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Part(int row)
    {
        T* links = stackalloc T[Cells * Directions];
        int nodes = 0;
        for (int bx = 0; bx < _partition.Bx; bx++)
        {
            Fetch(row, bx, links);
            int block = (row * _partition.Bx) + bx;
            (_partition.Parts[block], int count) = Join(links);
            _partition.First[block] = count;
            nodes += count;
        }

        _partition.FirstOfRow[row + 1] = nodes;
    }

    private void Number()
    {
        int[] rows = _partition.FirstOfRow;
        for (int row = 0; row < _partition.Rows; row++)
        {
            int next = rows[row];
            for (int block = row * _partition.Bx; block < (row + 1) * _partition.Bx; block++)
            {
                (next, _partition.First[block]) = (checked(next + _partition.First[block]), next);
            }

            rows[row + 1] = next;
        }
    }

    /// <summary>Fetches the links of the cells of a block; those of cells beyond the end are zero.</summary>
    private void Fetch(int row, int bx, T* links) => _fine.BlockLinks(2 * bx, 2 * (row % _partition.By), 2 * (row / _partition.By), links);

    /// <summary>Joins the cells of a block along strong links.</summary>
    /// <returns>Two bits a cell, and the number of parts.</returns>
    private static (ushort Parts, int Count) Join(T* links)
    {
        T* diagonal = stackalloc T[Cells];
        int* label = stackalloc int[Cells];
        for (int cell = 0; cell < Cells; cell++)
        {
            T* own = links + (cell * Directions);
            diagonal[cell] = own[0] + own[1] + (own[2] + own[3]) + (own[4] + own[5]);
            label[cell] = cell;
        }

        T bar = T.CreateChecked(Threshold * Threshold);
        for (int cell = 0; cell < Cells; cell++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                int other = cell | (1 << axis);
                T link = links[(cell * Directions) + (2 * axis) + 1];
                if (other != cell && link * link > bar * (diagonal[cell] * diagonal[other]))
                {
                    Merge(label, label[cell], label[other]);
                }
            }
        }

        return Number(label, diagonal);
    }

    private static void Merge(int* label, int a, int b)
    {
        for (int cell = 0; cell < Cells && a != b; cell++)
        {
            label[cell] = label[cell] == Math.Max(a, b) ? Math.Min(a, b) : label[cell];
        }
    }

    private static (ushort Parts, int Count) Number(int* label, T* diagonal)
    {
        int* part = stackalloc int[Cells];
        (int count, int parts) = (0, 0);
        for (int cell = 0; cell < Cells; cell++)
        {
            // Cells without any link belong to no part; what they say is never used.
            if (diagonal[cell] > T.Zero)
            {
                part[cell] = label[cell] == cell ? count++ : part[label[cell]];
                parts |= Math.Min(part[cell], BlockPartition.MostParts - 1) << (2 * cell);
            }
        }

        return ((ushort)parts, Math.Min(count, BlockPartition.MostParts));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountLinks(int row, int[] lengths)
    {
        T* links = stackalloc T[Cells * Directions];
        var rows = new BlockRows();
        for (int bx = 0; bx < _partition.Bx; bx++)
        {
            int first = Gather(row, bx, links, rows);
            for (int part = 0; part < rows.Count; part++)
            {
                lengths[first + part] = rows.Length(part);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int row, GraphLevel<T> graph)
    {
        T* links = stackalloc T[Cells * Directions];
        var rows = new BlockRows();
        for (int bx = 0; bx < _partition.Bx; bx++)
        {
            int first = Gather(row, bx, links, rows);
            for (int part = 0; part < rows.Count; part++)
            {
                int at = graph.Starts[first + part];
                graph.Ends[first + part] = T.CreateSaturating(rows.End(part));
                for (int k = 0; k < rows.Length(part); k++)
                {
                    (graph.Columns[at + k], graph.Links[at + k]) = (rows.Column(part, k), T.CreateSaturating(rows.Link(part, k)));
                }
            }
        }
    }

    /// <summary>Adds up the links of the nodes of a block.</summary>
    /// <returns>The first node of the block.</returns>
    private int Gather(int row, int bx, T* links, BlockRows rows)
    {
        int block = (row * _partition.Bx) + bx, first = _partition.First[block];
        int next = bx + 1 < _partition.Bx ? _partition.First[block + 1] : _partition.FirstOfRow[row + 1];
        rows.Clear(next - first);
        if (next == first)
        {
            return first;
        }

        Fetch(row, bx, links);
        int by = row % _partition.By, bz = row / _partition.By;
        for (int axis = 0; axis < 3; axis++)
        {
            int at = axis == 0 ? bx : axis == 1 ? by : bz;
            (int below, int above) = (Neighbour(axis, at - 1, bx, by, bz), Neighbour(axis, at + 1, bx, by, bz));
            int bit = 1 << axis, lastBelow = (at == 0 ? _grid.Extent.Along(axis) - 1 : 1) & 1;
            bool thin = (2 * at) + 1 >= _grid.Extent.Along(axis);
            for (int cell = 0; cell < Cells; cell++)
            {
                int part = (_partition.Parts[block] >> (2 * cell)) & 3;
                bool upper = (cell & bit) != 0;
                T back = links[(cell * Directions) + (2 * axis)], forth = links[(cell * Directions) + (2 * axis) + 1];
                Add(rows, part, back, upper ? _partition.Node(block, cell ^ bit) : below < 0 ? -1 : _partition.Node(below, (cell & ~bit) | (lastBelow << axis)));
                Add(rows, part, forth, !upper && !thin ? _partition.Node(block, cell | bit) : above < 0 ? -1 : _partition.Node(above, cell & ~bit));
            }
        }

        rows.RemoveOwn(first);
        return first;
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

    private static void Add(BlockRows rows, int part, T link, int node)
    {
        if (link > T.Zero)
        {
            rows.Add(part, node, double.CreateChecked(link));
        }
    }
}
