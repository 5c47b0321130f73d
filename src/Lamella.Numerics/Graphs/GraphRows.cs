using System.Numerics;

namespace Lamella.Numerics.Graphs;

/// <summary>Rows of a graph as one thread makes them, node by node.</summary>
/// <typeparam name="T">Number type of the graph.</typeparam>
internal sealed unsafe class GraphRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GrowingArray<int> _lengths = new();
    private readonly GrowingArray<int> _columns = new();
    private readonly GrowingArray<T> _links = new();

    /// <summary>Adds a node.</summary>
    /// <param name="columns">The nodes it is linked to, each once.</param>
    /// <param name="links">The links, &gt; 0.</param>
    internal void Add(ReadOnlySpan<int> columns, ReadOnlySpan<double> links)
    {
        _lengths.Take(1)[0] = columns.Length;
        columns.CopyTo(_columns.Take(columns.Length));
        Span<T> target = _links.Take(links.Length);
        for (int k = 0; k < links.Length; k++)
        {
            target[k] = T.CreateSaturating(links[k]);
        }
    }

    /// <summary>Makes a graph of the rows that several threads made, in the order of its nodes.</summary>
    internal static GraphLevel<T> Assemble(IReadOnlyList<GraphRows<T>> parts)
    {
        var level = new GraphLevel<T>(checked((int)parts.Sum(part => part._lengths.Length)), checked((int)parts.Sum(part => part._columns.Length)));
        (int node, int at) = (0, 0);
        foreach (GraphRows<T> part in parts)
        {
            int end = node + (int)part._lengths.Length;
            part._columns.MoveTo(level.Columns + at);
            part._links.MoveTo(level.Links + at);
            part._lengths.MoveTo(level.Starts + node);
            for (; node < end; node++)
            {
                // Lengths become the places where they begin.
                (level.Starts[node], at) = (at, at + level.Starts[node]);
            }
        }

        level.Starts[node] = at;
        return level;
    }
}
