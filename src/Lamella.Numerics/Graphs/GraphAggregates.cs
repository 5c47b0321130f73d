using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lamella.Numerics.Graphs;

/// <summary>Gathers the nodes of a graph into aggregates: each a node and its strong neighbours.</summary>
/// <remarks>
/// A link is strong if l² &gt; θ²·dᵢ·dⱼ, with d the diagonal of the matrix. Vaněk, Mandel and Brezina, Computing 56 (1996) 179,
/// <see href="https://doi.org/10.1007/BF02238511"/>, algorithm 2.
/// </remarks>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class GraphAggregates<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GraphLevel<T> _level;
    private readonly T[] _bars;
    private readonly int[] _of;

    /// <summary>Initializes a new instance of the <see cref="GraphAggregates{T}"/> class.</summary>
    /// <param name="level">The graph.</param>
    /// <param name="threshold">θ, how strong a link must be.</param>
    internal GraphAggregates(GraphLevel<T> level, double threshold)
    {
        (_level, _bars, _of) = (level, new T[level.Count + 1], new int[level.Count]);
        for (int node = 0; node < _of.Length; node++)
        {
            _bars[node] = T.CreateSaturating(Math.Sqrt(threshold * level.Diagonal(node)));
        }

        _bars[level.Ground] = T.PositiveInfinity;
        Array.Fill(_of, -1);
        Seed();
        Join();
        Gather();
    }

    /// <summary>Gets the number of aggregates.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the aggregate of each node; −1 for nodes without any link to another, which relaxation solves.</summary>
    internal ReadOnlySpan<int> Of => _of;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsStrong(int node, int k) => _level.Links[k] > _bars[node] * _bars[_level.Columns[k]];

    /// <summary>Nodes of which no strong neighbour is taken begin an aggregate with all their strong neighbours.</summary>
    private void Seed()
    {
        for (int node = 0; node < _of.Length; node++)
        {
            (bool free, bool any) = (_of[node] < 0, false);
            for (int k = _level.Starts[node]; k < _level.Starts[node + 1] && free; k++)
            {
                if (IsStrong(node, k))
                {
                    any = true;
                    free = _of[_level.Columns[k]] < 0;
                }
            }

            if (free && any)
            {
                Take(node);
            }
        }
    }

    /// <summary>Nodes left over join the aggregate of the neighbour to which they are linked best.</summary>
    private void Join()
    {
        // Kept below −1 until all are found, so that no chain of nodes trails behind an aggregate.
        for (int node = 0; node < _of.Length; node++)
        {
            (T best, int found) = (T.Zero, -1);
            for (int k = _level.Starts[node]; k < _level.Starts[node + 1] && _of[node] == -1; k++)
            {
                if (_level.Links[k] > best && IsStrong(node, k) && _of[_level.Columns[k]] >= 0)
                {
                    (best, found) = (_level.Links[k], _of[_level.Columns[k]]);
                }
            }

            _of[node] = found >= 0 ? -2 - found : _of[node];
        }

        for (int node = 0; node < _of.Length; node++)
        {
            _of[node] = _of[node] < -1 ? -2 - _of[node] : _of[node];
        }
    }

    /// <summary>What is still left gathers among itself.</summary>
    private void Gather()
    {
        for (int node = 0; node < _of.Length; node++)
        {
            if (_of[node] < 0 && HasNeighbours(node))
            {
                Take(node);
            }
        }
    }

    private bool HasNeighbours(int node)
    {
        int links = _level.Starts[node + 1] - _level.Starts[node];
        return links > 1 || (links == 1 && _level.Columns[_level.Starts[node]] != _level.Ground);
    }

    private void Take(int node)
    {
        _of[node] = Count;
        for (int k = _level.Starts[node]; k < _level.Starts[node + 1]; k++)
        {
            if (IsStrong(node, k) && _of[_level.Columns[k]] == -1)
            {
                _of[_level.Columns[k]] = Count;
            }
        }

        Count++;
    }
}
