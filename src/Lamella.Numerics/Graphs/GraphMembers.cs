using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>Which nodes of a graph make up each node of the next, coarser one, in ascending order.</summary>
internal sealed unsafe class GraphMembers : IDisposable
{
    private readonly LatticeArray<int> _starts;
    private readonly LatticeArray<int> _nodes;

    /// <summary>Initializes a new instance of the <see cref="GraphMembers"/> class.</summary>
    /// <param name="aggregates">The coarser node of each node, −1 for nodes that belong to none.</param>
    /// <param name="count">Number of coarser nodes.</param>
    internal GraphMembers(ReadOnlySpan<int> aggregates, int count)
    {
        Count = count;
        _starts = new LatticeArray<int>(count + 1);
        int* starts = _starts.Start;
        foreach (int aggregate in aggregates)
        {
            if (aggregate >= 0)
            {
                starts[aggregate + 1]++;
            }
        }

        for (int k = 0; k < count; k++)
        {
            starts[k + 1] += starts[k];
        }

        _nodes = new LatticeArray<int>(starts[count]);
        int[] next = new Span<int>(starts, count).ToArray();
        for (int node = 0; node < aggregates.Length; node++)
        {
            if (aggregates[node] >= 0)
            {
                Nodes[next[aggregates[node]]++] = node;
            }
        }
    }

    internal int Count { get; }

    /// <summary>Gets where the members of each coarser node begin.</summary>
    internal int* Starts => _starts.Start;

    internal int* Nodes => _nodes.Start;

    internal long Bytes => _starts.Bytes + _nodes.Bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        _starts.Dispose();
        _nodes.Dispose();
    }
}
