using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>Makes the next level of a graph: Pᵀ·A·P, row by row, shared among threads without changing a digit.</summary>
internal static unsafe class GalerkinProduct
{
    /// <summary>Makes the level.</summary>
    internal static GraphLevel<T> Of<T>(GraphLevel<T> fine, GraphProlongation<T> prolongation, GraphAggregates<T> aggregates, WorkerTeam team)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = prolongation.CoarseCount, members = team.Size;
        Members sources = Sources(fine, prolongation);
        double[] ends = RowSums(fine, prolongation, aggregates);
        var parts = new (int[] Lengths, List<int> Columns, List<T> Links)[members];
        team.Run(member => parts[member] = Rows(
            fine, prolongation, sources, (int)((long)count * member / members), (int)((long)count * (member + 1) / members)));
        var level = new GraphLevel<T>(count, parts.Sum(part => part.Columns.Count));
        (int node, int at) = (0, 0);
        foreach ((int[] lengths, List<int> columns, List<T> links) in parts)
        {
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns).CopyTo(new Span<int>(level.Columns + at, columns.Count));
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(links).CopyTo(new Span<T>(level.Links + at, links.Count));
            foreach (int length in lengths)
            {
                level.Starts[node++] = at;
                at += length;
            }
        }

        level.Starts[count] = at;
        for (int k = 0; k < count; k++)
        {
            level.Ends[k] = T.CreateSaturating(ends[k]);
        }

        level.Order = GraphOrder.Greedy(level);
        return level;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Lengths, List<int> Columns, List<T> Links) Rows<T>(GraphLevel<T> fine, GraphProlongation<T> p, Members sources, int from, int to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int[] lengths, var columns, var links) = (new int[to - from], new List<int>(), new List<T>());
        var row = new SparseRow(p.CoarseCount);
        for (int coarse = from; coarse < to; coarse++)
        {
            row.Clear();
            for (int k = sources.Starts[coarse]; k < sources.Starts[coarse + 1]; k++)
            {
                int node = sources.Nodes[k];
                double weight = Weight(p, node, coarse);
                AddRow(p, node, weight * fine.Diagonal(node), row);
                for (int link = fine.Starts[node]; link < fine.Starts[node + 1]; link++)
                {
                    AddRow(p, fine.Columns[link], -weight * double.CreateChecked(fine.Links[link]), row);
                }
            }

            int before = columns.Count;
            foreach (int column in row.Columns)
            {
                T link = T.CreateSaturating(-row[column]);
                if (column != coarse && link != T.Zero)
                {
                    columns.Add(column);
                    links.Add(link);
                }
            }

            lengths[coarse - from] = columns.Count - before;
        }

        return (lengths, columns, links);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<T>(GraphProlongation<T> p, int node, double factor, SparseRow row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = p.Starts[node]; k < p.Starts[node + 1]; k++)
        {
            row.Add(p.Columns[k], factor * double.CreateChecked(p.Weights[k]));
        }
    }

    private static double Weight<T>(GraphProlongation<T> p, int node, int coarse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int k = p.Starts[node];
        while (p.Columns[k] != coarse)
        {
            k++;
        }

        return double.CreateChecked(p.Weights[k]);
    }

    /// <summary>Pᵀ·A·P·1, with P·1 as it is without rounding: exactly zero where nothing is linked to an electrode.</summary>
    private static double[] RowSums<T>(GraphLevel<T> fine, GraphProlongation<T> p, GraphAggregates<T> aggregates)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] ones = new double[fine.Count], sums = new double[p.CoarseCount];
        for (int node = 0; node < fine.Count; node++)
        {
            double end = double.CreateChecked(fine.Ends[node]);
            ones[node] = end == 0.0 ? 1.0 : 1.0 - (GraphProlongation<T>.Damping * end / aggregates.StrongDiagonal(node));
        }

        for (int node = 0; node < fine.Count; node++)
        {
            double sum = double.CreateChecked(fine.Ends[node]) * ones[node];
            for (int k = fine.Starts[node]; k < fine.Starts[node + 1]; k++)
            {
                sum += double.CreateChecked(fine.Links[k]) * (ones[node] - ones[fine.Columns[k]]);
            }

            for (int k = p.Starts[node]; sum != 0.0 && k < p.Starts[node + 1]; k++)
            {
                sums[p.Columns[k]] += sum * double.CreateChecked(p.Weights[k]);
            }
        }

        return sums;
    }

    /// <summary>The nodes that contribute to each coarse node, in ascending order.</summary>
    private static Members Sources<T>(GraphLevel<T> fine, GraphProlongation<T> p)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] starts = new int[p.CoarseCount + 1], nodes = new int[p.Starts[fine.Count]];
        for (int k = 0; k < nodes.Length; k++)
        {
            starts[p.Columns[k] + 1]++;
        }

        for (int coarse = 0; coarse < p.CoarseCount; coarse++)
        {
            starts[coarse + 1] += starts[coarse];
        }

        int[] next = starts[..^1];
        for (int node = 0; node < fine.Count; node++)
        {
            for (int k = p.Starts[node]; k < p.Starts[node + 1]; k++)
            {
                nodes[next[p.Columns[k]]++] = node;
            }
        }

        return new Members(starts, nodes);
    }

    private sealed record Members(int[] Starts, int[] Nodes);
}
