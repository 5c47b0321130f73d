using System.Numerics;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>A symmetric multigrid cycle over a graph by smoothed aggregation.</summary>
/// <typeparam name="T">Number type of all levels.</typeparam>
internal sealed unsafe class GraphMultigrid<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double StrengthOfFinest = 0.08;
    private const double SmallestGain = 0.8;
    private const int WorthSharing = 8000;
    private const int FinalSweeps = 12;
    private readonly List<GraphLevel<T>> _levels;
    private readonly List<GraphProlongation<T>> _prolongations = [];
    private readonly WorkerTeam _team;
    private readonly GraphCoarsest? _coarsest;

    internal GraphMultigrid(GraphLevel<T> finest, WorkerTeam team, CancellationToken cancellation)
    {
        (_levels, _team) = ([finest], team);
        double strength = StrengthOfFinest;
        while (_levels[^1].Count > GraphCoarsest.MostNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            GraphLevel<T> level = _levels[^1];
            var aggregates = new GraphAggregates<T>(level, strength);
            if (aggregates.Count > SmallestGain * level.Count)
            {
                break;
            }

            var prolongation = GraphProlongation<T>.Of(level, aggregates);
            _prolongations.Add(prolongation);
            _levels.Add(GalerkinProduct.Of(level, prolongation, aggregates, team));
            strength *= 0.5;
        }

#pragma warning disable
        if (Environment.GetEnvironmentVariable("LEVELS") is not null) { for (int q = 0; q < _levels.Count; q++) Console.WriteLine($"   level {q}: {_levels[q].Count} nodes, {_levels[q].Starts[_levels[q].Count] / (double)_levels[q].Count:F1} links, colours {_levels[q].Order.Parts.Length}" + (q < _prolongations.Count ? $" P {_prolongations[q].Starts[_levels[q].Count] / (double)_levels[q].Count:F2}" : "")); }
#pragma warning restore
        _coarsest = _levels[^1].Count <= GraphCoarsest.MostNodes ? GraphCoarsest.Of(_levels[^1]) : null;
    }

    internal GraphLevel<T> Finest => _levels[0];

    internal IReadOnlyList<GraphLevel<T>> Levels => _levels;

    internal IReadOnlyList<GraphProlongation<T>> Prolongations => _prolongations;

    internal long Bytes => _levels.Sum(level => level.Bytes) + _prolongations.Sum(prolongation => prolongation.Bytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        _levels.ForEach(level => level.Dispose());
        _prolongations.ForEach(prolongation => prolongation.Dispose());
    }

    /// <summary>One cycle: makes of the right side of the finest level its correction.</summary>
    internal void Cycle() => Cycle(0);

    private void Cycle(int depth)
    {
        GraphLevel<T> level = _levels[depth];
        new Span<T>(level.U, level.Count).Clear();
        if (depth == _levels.Count - 1)
        {
            Coarsest(level);
            return;
        }

        Sweep(level, forwards: true);
        Share(level.Count, level.Residual);
        _prolongations[depth].Restrict(level.R, _levels[depth + 1].F, level.Count);
        Cycle(depth + 1);
        GraphProlongation<T> prolongation = _prolongations[depth];
        nint from = (nint)_levels[depth + 1].U;
        Share(level.Count, (first, end) => prolongation.Prolong((T*)from, level.U, first, end));
        Sweep(level, forwards: false);
    }

    private void Coarsest(GraphLevel<T> level)
    {
        if (_coarsest is not null)
        {
            _coarsest.Solve(level);
            return;
        }

        for (int k = 0; k < 2 * FinalSweeps; k++)
        {
            Sweep(level, forwards: k < FinalSweeps);
        }
    }

    private void Sweep(GraphLevel<T> level, bool forwards)
    {
        (int From, int To)[][] colours = level.Order.Parts;
        for (int k = 0; k < colours.Length; k++)
        {
            (int From, int To)[] parts = colours[forwards ? k : colours.Length - 1 - k];
            Share(parts.Length, level.Count < WorthSharing, (from, to) =>
            {
                for (int part = from; part < to; part++)
                {
                    level.Relax(parts[part], forwards);
                }
            });
        }
    }

    private void Share(int count, Action<int, int> body) => Share(count, count < WorthSharing, body);

    private void Share(int count, bool alone, Action<int, int> body)
    {
        int members = _team.Size;
        if (alone || members == 1)
        {
            body(0, count);
            return;
        }

        _team.Run(member => body((int)((long)count * member / members), (int)((long)count * (member + 1) / members)));
    }
}
