using System.Numerics;
using System.Runtime.CompilerServices;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>
/// How the nodes of a graph take their correction from the aggregates: constant over each, smoothed by one damped Jacobi
/// step, P = (1 − ω·D⁻¹·A)·T, with the strong links alone.
/// </summary>
/// <remarks>Vaněk, Mandel and Brezina, Computing 56 (1996) 179, <see href="https://doi.org/10.1007/BF02238511"/>, section 3, with ω = 4/(3λ).</remarks>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class GraphProlongation<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>ω: of the strong links alone no eigenvalue of D⁻¹·A lies above two.</summary>
    internal const double Damping = 2.0 / 3.0;

    private readonly LatticeArray<int> _starts;
    private readonly LatticeArray<int> _columns;
    private readonly LatticeArray<T> _weights;

    private GraphProlongation(int[] starts, int coarseCount)
    {
        CoarseCount = coarseCount;
        (_starts, _columns, _weights) = (new(starts.Length), new(starts[^1]), new(starts[^1]));
        starts.CopyTo(new Span<int>(_starts.Start, starts.Length));
    }

    internal int CoarseCount { get; }

    internal int* Starts => _starts.Start;

    internal int* Columns => _columns.Start;

    internal T* Weights => _weights.Start;

    internal long Bytes => _starts.Bytes + _columns.Bytes + _weights.Bytes;

    /// <inheritdoc/>
    public void Dispose()
    {
        _starts.Dispose();
        _columns.Dispose();
        _weights.Dispose();
    }

    /// <summary>Makes the prolongation of a level.</summary>
    internal static GraphProlongation<T> Of(GraphLevel<T> level, GraphAggregates<T> aggregates)
    {
        int[] starts = new int[level.Count + 1];
        var row = new SparseRow(aggregates.Count);
        for (int node = 0; node < level.Count; node++)
        {
            Fill(level, aggregates, node, row);
            starts[node + 1] = starts[node] + row.Count;
        }

        var made = new GraphProlongation<T>(starts, aggregates.Count);
        for (int node = 0; node < level.Count; node++)
        {
            Fill(level, aggregates, node, row);
            for (int k = 0; k < row.Count; k++)
            {
                made.Columns[starts[node] + k] = row.Columns[k];
                made.Weights[starts[node] + k] = T.CreateSaturating(row[row.Columns[k]]);
            }
        }

        return made;
    }

    /// <summary>Adds the correction of the coarser level to nodes of the finer one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prolong(T* coarse, T* fine, int from, int to)
    {
        int* starts = Starts, columns = Columns;
        T* weights = Weights;
        for (int node = from; node < to; node++)
        {
            T sum = T.Zero;
            for (int k = starts[node]; k < starts[node + 1]; k++)
            {
                sum += weights[k] * coarse[columns[k]];
            }

            fine[node] += sum;
        }
    }

    /// <summary>coarse = Pᵀ·fine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Restrict(T* fine, T* coarse, int count)
    {
        new Span<T>(coarse, CoarseCount).Clear();
        int* starts = Starts, columns = Columns;
        T* weights = Weights;
        for (int node = 0; node < count; node++)
        {
            T value = fine[node];
            for (int k = starts[node]; k < starts[node + 1]; k++)
            {
                coarse[columns[k]] += weights[k] * value;
            }
        }
    }

    private static void Fill(GraphLevel<T> level, GraphAggregates<T> aggregates, int node, SparseRow row)
    {
        double diagonal = aggregates.StrongDiagonal(node);
        row.Clear();
        if (aggregates.Of[node] < 0)
        {
            return;
        }

        row.Add(aggregates.Of[node], 1.0 - (diagonal > 0.0 ? Damping : 0.0));
        for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
        {
            if (aggregates.IsStrong(node, k))
            {
                row.Add(aggregates.Of[level.Columns[k]], Damping * double.CreateChecked(level.Links[k]) / diagonal);
            }
        }
    }
}
