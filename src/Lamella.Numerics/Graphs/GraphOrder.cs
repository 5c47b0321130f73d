using System.Numerics;

namespace Lamella.Numerics.Graphs;

/// <summary>
/// The order in which the nodes of a graph are relaxed: colours one after the other, and within a colour parts that share no
/// link, so that any thread may take any part without changing a result.
/// </summary>
internal sealed class GraphOrder
{
    // Nodes that one thread relaxes before it looks for more.
    private const int PartSize = 1024;

    private GraphOrder(int[]? nodes, (int From, int To)[][] parts) => (Nodes, Parts) = (nodes, parts);

    internal static GraphOrder Empty { get; } = new(null, []);

    /// <summary>Gets the nodes in their order, or null where they keep the one of their numbers.</summary>
    internal int[]? Nodes { get; }

    /// <summary>Gets the parts of each colour as ranges of the order.</summary>
    internal (int From, int To)[][] Parts { get; }

    internal long Bytes => (Nodes?.Length ?? 0) * sizeof(int);

    /// <summary>The order of nodes that keep their numbers; rows of one colour share no link, within a row nodes may.</summary>
    /// <param name="firstOfRow">First node of each row, and the number of nodes behind the last.</param>
    /// <param name="colourOfRow">Colour of each row.</param>
    internal static GraphOrder OfRows(int[] firstOfRow, Func<int, int> colourOfRow)
    {
        var parts = new List<List<(int From, int To)>>();
        for (int row = 0; row + 1 < firstOfRow.Length; row++)
        {
            int colour = colourOfRow(row);
            while (parts.Count <= colour)
            {
                parts.Add([]);
            }

            if (firstOfRow[row + 1] > firstOfRow[row])
            {
                parts[colour].Add((firstOfRow[row], firstOfRow[row + 1]));
            }
        }

        return new GraphOrder(null, [.. parts.Select(list => list.ToArray())]);
    }

    /// <summary>Gives every node the smallest colour that none of its neighbours before it has.</summary>
    internal static unsafe GraphOrder Greedy<T>(GraphLevel<T> level)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] colours = new int[level.Count];
        var sizes = new List<int>();
        var taken = new List<int>();
        for (int node = 0; node < level.Count; node++)
        {
            for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
            {
                if (level.Columns[k] < node)
                {
                    taken[colours[level.Columns[k]]] = node;
                }
            }

            int colour = 0;
            while (colour < taken.Count && taken[colour] == node)
            {
                colour++;
            }

            if (colour == taken.Count)
            {
                taken.Add(-1);
                sizes.Add(0);
            }

            colours[node] = colour;
            sizes[colour]++;
        }

        return OfColours(colours, [.. sizes]);
    }

    private static GraphOrder OfColours(int[] colours, int[] sizes)
    {
        int[] next = new int[sizes.Length], nodes = new int[colours.Length];
        var parts = new (int From, int To)[sizes.Length][];
        int first = 0;
        for (int colour = 0; colour < sizes.Length; colour++)
        {
            (int from, int size) = (first, sizes[colour]);
            parts[colour] = [.. Enumerable.Range(0, (size + PartSize - 1) / PartSize).Select(k => (from + (k * PartSize), Math.Min(from + size, from + ((k + 1) * PartSize))))];
            next[colour] = first;
            first += size;
        }

        for (int node = 0; node < colours.Length; node++)
        {
            nodes[next[colours[node]]++] = node;
        }

        return new GraphOrder(nodes, parts);
    }
}
