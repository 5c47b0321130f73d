using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>
/// One level of a graph multigrid: nodes joined by links, some of them also to electrodes, a right side F and a correction U.
/// </summary>
/// <remarks>
/// The matrix is (A·v)ᵢ = eᵢvᵢ + Σⱼ lᵢⱼ(vᵢ − vⱼ): kept as its links l, of which those of coarser levels may be negative, and the
/// sums e of its rows. A graph without electrodes so stays singular to the last digit. Rows are compressed, both
/// halves of the symmetric matrix are kept.
/// </remarks>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class GraphLevel<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LatticeArray<int> _starts;
    private readonly LatticeArray<int> _columns;
    private readonly LatticeArray<T> _links;
    private readonly LatticeArray<T> _ends;
    private readonly LatticeArray<T> _correction;
    private readonly LatticeArray<T> _rightSide;
    private readonly LatticeArray<T> _residual;

    /// <summary>Takes room for a graph; its rows are filled in by whoever makes it.</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="linkCount">Number of links, each counted from both of its nodes.</param>
    internal GraphLevel(int count, int linkCount)
    {
        // A few more than there are nodes: blocks without any node point behind the last one.
        const int spare = 8;
        Count = count;
        (_starts, _columns, _links, _ends) = (new(count + 1), new(linkCount), new(linkCount), new(count));
        (_correction, _rightSide, _residual) = (new(count + spare), new(count + spare), new(count));
    }

    internal int Count { get; }

    /// <summary>Gets where the links of a node begin; those of node i end where those of i + 1 begin.</summary>
    internal int* Starts => _starts.Start;

    internal int* Columns => _columns.Start;

    internal T* Links => _links.Start;

    /// <summary>Gets the links to electrodes: the sums of the rows of the matrix.</summary>
    internal T* Ends => _ends.Start;

    internal T* U => _correction.Start;

    internal T* F => _rightSide.Start;

    /// <summary>Gets the residual that <see cref="Residual"/> leaves.</summary>
    internal T* R => _residual.Start;

    /// <summary>Gets or sets the order in which nodes are relaxed.</summary>
    internal GraphOrder Order { get; set; } = GraphOrder.Empty;

    internal long Bytes => _starts.Bytes + _columns.Bytes + _links.Bytes + _ends.Bytes + _correction.Bytes + _rightSide.Bytes + _residual.Bytes + Order.Bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable array in (ReadOnlySpan<IDisposable>)[_starts, _columns, _links, _ends, _correction, _rightSide, _residual])
        {
            array.Dispose();
        }
    }

    internal double Diagonal(int node)
    {
        double sum = double.CreateChecked(Ends[node]);
        for (int k = Starts[node]; k < Starts[node + 1]; k++)
        {
            sum += double.CreateChecked(Links[k]);
        }

        return sum;
    }

    /// <summary>Gauss–Seidel over a part of one colour, forwards or in the opposite order.</summary>
    /// <param name="part">Nodes in the order of the level.</param>
    /// <param name="forwards">Whether in this order; otherwise in the opposite one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Relax((int From, int To) part, bool forwards)
    {
        int[]? order = Order.Nodes;
        (int k, int step, int end) = forwards ? (part.From, 1, part.To) : (part.To - 1, -1, part.From - 1);
        for (; k != end; k += step)
        {
            RelaxNode(order is null ? k : order[k]);
        }
    }

    /// <summary>R = F − A·U from one node to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Residual(int from, int to)
    {
        int* starts = Starts, columns = Columns;
        T* links = Links, u = U;
        for (int node = from; node < to; node++)
        {
            T own = u[node], sum = F[node] - (Ends[node] * own);
            for (int k = starts[node]; k < starts[node + 1]; k++)
            {
                sum += links[k] * (u[columns[k]] - own);
            }

            R[node] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RelaxNode(int node)
    {
        int* columns = Columns;
        T* links = Links, u = U;
        T own = u[node], diagonal = Ends[node], sum = F[node] - (diagonal * own);
        int end = Starts[node + 1];
        for (int k = Starts[node]; k < end; k++)
        {
            T link = links[k];
            diagonal += link;
            sum += link * (u[columns[k]] - own);
        }

        if (diagonal > T.Zero)
        {
            u[node] = own + (sum / diagonal);
        }
    }
}
