using System.Numerics;
using System.Runtime.InteropServices;

namespace Lamella.Numerics.Graphs;

/// <summary>Rows of a graph as one thread makes them, node by node.</summary>
/// <typeparam name="T">Number type of the graph.</typeparam>
internal sealed unsafe class GraphRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<int> _lengths = [];
    private readonly List<int> _columns = [];
    private readonly List<T> _links = [];

    /// <summary>Adds a node.</summary>
    /// <param name="columns">The nodes it is linked to, each once.</param>
    /// <param name="links">The links, &gt; 0.</param>
    internal void Add(ReadOnlySpan<int> columns, ReadOnlySpan<double> links)
    {
        _lengths.Add(columns.Length);
        _columns.AddRange(columns);
        int at = _links.Count;
        CollectionsMarshal.SetCount(_links, at + links.Length);
        Span<T> target = CollectionsMarshal.AsSpan(_links)[at..];
        for (int k = 0; k < links.Length; k++)
        {
            target[k] = T.CreateSaturating(links[k]);
        }
    }

    /// <summary>Makes a graph of the rows that several threads made, in the order of its nodes.</summary>
    internal static GraphLevel<T> Assemble(IReadOnlyList<GraphRows<T>> parts)
    {
        var level = new GraphLevel<T>(parts.Sum(part => part._lengths.Count), checked((int)parts.Sum(part => (long)part._columns.Count)));
        (int node, int at) = (0, 0);
        foreach (GraphRows<T> part in parts)
        {
            CollectionsMarshal.AsSpan(part._columns).CopyTo(new Span<int>(level.Columns + at, part._columns.Count));
            CollectionsMarshal.AsSpan(part._links).CopyTo(new Span<T>(level.Links + at, part._links.Count));
            foreach (int length in part._lengths)
            {
                level.Starts[node++] = at;
                at += length;
            }
        }

        level.Starts[node] = at;
        return level;
    }
}
