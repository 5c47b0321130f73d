using System.Numerics;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>Makes the next level of a graph: links between aggregates are the sums of those between their members, Pᵀ·A·P.</summary>
internal static unsafe class GraphCoarsening
{
    /// <summary>Makes the level; its rows are shared among the threads without changing a digit.</summary>
    internal static GraphLevel<T> Coarsen<T>(GraphLevel<T> fine, GraphAggregates<T> aggregates, WorkerTeam team)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = aggregates.Count, members = team.Size;
        fine.Members = new GraphMembers(aggregates.Of, count);
        var parts = new GraphRows<T>[members];
        team.Run(member => parts[member] = Rows(
            fine, aggregates, (int)((long)count * member / members), (int)((long)count * (member + 1) / members)));
        GraphLevel<T> level = GraphRows<T>.Assemble(parts);
        level.Order = GraphOrder.Of(level);
        return level;
    }

    private static GraphRows<T> Rows<T>(GraphLevel<T> fine, GraphAggregates<T> aggregates, int from, int to)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (var rows, var row) = (new GraphRows<T>(), new SparseRow(aggregates.Count + 1));
        GraphMembers members = fine.Members!;
        ReadOnlySpan<int> of = aggregates.Of;
        for (int coarse = from; coarse < to; coarse++)
        {
            row.Clear();
            for (int member = members.Starts[coarse]; member < members.Starts[coarse + 1]; member++)
            {
                int node = members.Nodes[member];
                for (int k = fine.Starts[node]; k < fine.Starts[node + 1]; k++)
                {
                    int other = fine.Columns[k] == fine.Ground ? aggregates.Count : of[fine.Columns[k]];
                    if (other != coarse)
                    {
                        row.Add(other, double.CreateChecked(fine.Links[k]));
                    }
                }
            }

            rows.Add(row.Columns, row.Values);
        }

        return rows;
    }
}
