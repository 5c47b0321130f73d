using System.Numerics;

namespace Lamella.Numerics.Linear;

/// <summary>Order of elimination that keeps the factors of a sparse matrix sparse.</summary>
/// <remarks>
/// <para>Minimum degree on the graph of A + Aᵀ: eliminate what has the fewest neighbours, then join those neighbours. Rows
/// of the graph are bit sets, so that joining costs n/64 words; meant for some thousand unknowns.</para>
/// <para><b>Source.</b> Davis, <i>Direct Methods for Sparse Linear Systems</i>, SIAM 2006, section 7.1,
/// <see href="https://doi.org/10.1137/1.9780898718881"/>.</para>
/// </remarks>
internal static class MinimumDegree
{
    /// <summary>Orders the unknowns of a matrix.</summary>
    /// <param name="matrix">The matrix; only its pattern matters.</param>
    /// <returns>Unknowns in the order of their elimination, shape (n); ties go to the lower number.</returns>
    internal static int[] Order(SparsePencil matrix)
    {
        int n = matrix.Size, words = (n + 63) / 64;
        ulong[] graph = Graph(matrix, words);
        int[] degree = new int[n], order = new int[n];
        for (int node = 0; node < n; node++)
        {
            degree[node] = Count(graph.AsSpan(node * words, words));
        }

        bool[] done = new bool[n];
        for (int step = 0; step < n; step++)
        {
            int chosen = -1;
            for (int node = 0; node < n; node++)
            {
                if (!done[node] && (chosen < 0 || degree[node] < degree[chosen]))
                {
                    chosen = node;
                }
            }

            (order[step], done[chosen]) = (chosen, true);
            Eliminate(graph, words, chosen, degree);
        }

        return order;
    }

    private static ulong[] Graph(SparsePencil matrix, int words)
    {
        ulong[] graph = new ulong[matrix.Size * words];
        for (int column = 0; column < matrix.Size; column++)
        {
            foreach (int row in matrix.Rows[matrix.ColumnStart[column]..matrix.ColumnStart[column + 1]])
            {
                if (row != column)
                {
                    graph[(row * words) + (column >> 6)] |= 1UL << column;
                    graph[(column * words) + (row >> 6)] |= 1UL << row;
                }
            }
        }

        return graph;
    }

    /// <summary>Removes a node and joins all its neighbours to one another.</summary>
    private static void Eliminate(ulong[] graph, int words, int node, int[] degree)
    {
        Span<ulong> own = graph.AsSpan(node * words, words);
        for (int word = 0; word < words; word++)
        {
            for (ulong rest = own[word]; rest != 0; rest &= rest - 1)
            {
                int neighbour = (word << 6) + BitOperations.TrailingZeroCount(rest);
                Span<ulong> joined = graph.AsSpan(neighbour * words, words);
                for (int i = 0; i < words; i++)
                {
                    joined[i] |= own[i];
                }

                joined[neighbour >> 6] &= ~(1UL << neighbour);
                joined[node >> 6] &= ~(1UL << node);
                degree[neighbour] = Count(joined);
            }
        }
    }

    private static int Count(ReadOnlySpan<ulong> set)
    {
        int count = 0;
        foreach (ulong word in set)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
