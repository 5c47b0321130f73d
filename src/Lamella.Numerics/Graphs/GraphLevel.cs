using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>
/// One level of a graph multigrid, a network of conductances: nodes joined by links, some of them also to the electrodes, a
/// right side F and a correction U.
/// </summary>
/// <remarks>
/// The matrix is (A·v)ᵢ = Σⱼ lᵢⱼ(vᵢ − vⱼ) with links l &gt; 0, each kept with both of its nodes. The electrodes are one more node behind the
/// last, without links of its own, whose correction stays zero. A network without electrodes so stays singular to the last digit.
/// </remarks>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class GraphLevel<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Blocks of a lattice without any node point behind the last one.
    private const int Spare = 8;
    private readonly LatticeArray<int> _starts;
    private readonly LatticeArray<int> _columns;
    private readonly LatticeArray<T> _links;
    private readonly LatticeArray<T> _correction;
    private readonly LatticeArray<T> _rightSide;
    private readonly LatticeArray<T> _first;

    /// <summary>Takes room for a graph; <see cref="GraphRows{T}.Assemble"/> fills it.</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="linkCount">Number of links, each counted from both of its nodes.</param>
    internal GraphLevel(int count, int linkCount)
    {
        Count = count;
        (_starts, _columns, _links) = (new(count + 1), new(linkCount), new(linkCount));
        (_correction, _rightSide, _first) = (new(count + Spare), new(count + Spare), new(count));
    }

    internal int Count { get; }

    /// <summary>Gets the number that stands for the electrodes.</summary>
    internal int Ground => Count;

    /// <summary>Gets where the links of a node begin; those of node i end where those of i + 1 begin.</summary>
    internal int* Starts => _starts.Start;

    internal int* Columns => _columns.Start;

    internal T* Links => _links.Start;

    internal T* U => _correction.Start;

    internal T* F => _rightSide.Start;

    /// <summary>Gets or sets the order in which nodes are relaxed.</summary>
    internal GraphOrder Order { get; set; } = GraphOrder.Empty;

    /// <summary>Gets or sets which nodes make up those of the next level, or null on the last one.</summary>
    internal GraphMembers? Members { get; set; }

    internal long Bytes => (Members?.Bytes ?? 0) + _starts.Bytes + _columns.Bytes + _links.Bytes
        + _correction.Bytes + _rightSide.Bytes + _first.Bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable? array in (ReadOnlySpan<IDisposable?>)[_starts, _columns, _links, _correction, _rightSide, _first, Members])
        {
            array?.Dispose();
        }
    }

    /// <summary>Diagonal of the matrix: the sum of all links of a node.</summary>
    internal double Diagonal(int node)
    {
        double sum = 0.0;
        for (int k = Starts[node]; k < Starts[node + 1]; k++)
        {
            sum += double.CreateChecked(Links[k]);
        }

        return sum;
    }

    /// <summary>Gauss–Seidel over a run of nodes, forwards or in the opposite order.</summary>
    /// <remarks>First every other node, then those between: a node seldom waits for the one before, which saves a quarter of the time.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Relax((int From, int To) run, bool forwards)
    {
        var arrays = new Arrays(this);
        for (int half = 0; half < 2; half++)
        {
            int first = run.From + (forwards ? half : 1 - half), last = run.To - 1;
            if (forwards)
            {
                for (int node = first; node <= last; node += 2)
                {
                    arrays.Relax(node);
                }
            }
            else
            {
                for (int node = last - ((last - first) & 1); node >= first; node -= 2)
                {
                    arrays.Relax(node);
                }
            }
        }
    }

    /// <summary>Right side of nodes of the next level: the sums of the residuals F − A·U of their members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Restrict(GraphLevel<T> next, int from, int to)
    {
        int* starts = Members!.Starts, nodes = Members.Nodes;
        var arrays = new Arrays(this);
        T* f = F, target = next.F;
        for (int coarse = from; coarse < to; coarse++)
        {
            T total = T.Zero;
            for (int k = starts[coarse]; k < starts[coarse + 1]; k++)
            {
                int node = nodes[k];
                total += f[node] - arrays.Current(node);
            }

            target[coarse] = total;
        }
    }

    /// <summary>Adds the corrections of nodes of the next level to those of their members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prolong(GraphLevel<T> next, int from, int to)
    {
        int* starts = Members!.Starts, nodes = Members.Nodes;
        T* source = next.U, u = U;
        for (int coarse = from; coarse < to; coarse++)
        {
            T value = source[coarse];
            for (int k = starts[coarse]; k < starts[coarse + 1]; k++)
            {
                u[nodes[k]] += value;
            }
        }
    }

    /// <summary>Keeps the correction as the first part of a result and takes what it explains from the right side.</summary>
    /// <param name="weight">Weight of the correction.</param>
    /// <param name="from">First node.</param>
    /// <param name="to">Node behind the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Keep(T weight, int from, int to)
    {
        var arrays = new Arrays(this);
        T* first = _first.Start, u = U, f = F;
        for (int node = from; node < to; node++)
        {
            first[node] = weight * u[node];
            f[node] -= weight * arrays.Current(node);
        }
    }

    /// <summary>U = scale·(the part kept + weight·U).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Combine(T scale, T weight, int from, int to)
    {
        T* first = _first.Start, u = U;
        for (int node = from; node < to; node++)
        {
            u[node] = scale * (first[node] + (weight * u[node]));
        }
    }

    /// <summary>The arrays of the level, in one place where loops find them without going through objects.</summary>
    private readonly struct Arrays(GraphLevel<T> level)
    {
        private readonly int* _starts = level.Starts;
        private readonly int* _columns = level.Columns;
        private readonly T* _links = level.Links;
        private readonly T* _u = level.U;
        private readonly T* _f = level.F;

        /// <summary>Net current that leaves a node for the potential U: differences first, so that a constant gives exactly zero.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal T Current(int node)
        {
            T own = _u[node], sum = T.Zero;
            int* column = _columns + _starts[node], end = _columns + _starts[node + 1];
            for (T* link = _links + _starts[node]; column < end; column++, link++)
            {
                sum = T.FusedMultiplyAdd(*link, own - _u[*column], sum);
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Relax(int node)
        {
            T diagonal = T.Zero, sum = _f[node];
            int* column = _columns + _starts[node], end = _columns + _starts[node + 1];
            for (T* link = _links + _starts[node]; column < end; column++, link++)
            {
                diagonal += *link;
                sum = T.FusedMultiplyAdd(*link, _u[*column], sum);
            }

            _u[node] = diagonal > T.Zero ? sum / diagonal : T.Zero;
        }
    }
}
