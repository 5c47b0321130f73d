using System.Numerics;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>A preconditioner of a network of conductances: a multigrid cycle over aggregates of its nodes.</summary>
/// <remarks>
/// Every level is a network of positive conductances that knows what is connected with what. Corrections are constant over
/// an aggregate; each level is solved by two cycles, see <see cref="CyclePair"/>.
/// </remarks>
/// <typeparam name="T">Number type of all levels.</typeparam>
internal sealed unsafe class GraphMultigrid<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double Strength = 0.08;

    // Where strong links are used up, aggregates hardly thin the graph out; links half as strong then count, there and on all coarser
    // levels, until they do.
    private const double GoodGain = 0.4;
    private const double LeastStrength = 0.01;

    // A level that keeps more of the nodes than this is not worth having; relaxation alone ends the cycle.
    private const double SmallestGain = 0.8;
    private const int FinalSweeps = 12;

    // Below this many nodes, waking a thread costs more than it saves.
    private const int WorthSharing = 8000;
    private readonly List<GraphLevel<T>> _levels;
    private readonly WorkerTeam _team;
    private readonly GraphCoarsest? _coarsest;

    /// <summary>Initializes a new instance of the <see cref="GraphMultigrid{T}"/> class.</summary>
    /// <param name="finest">The network; it is disposed with this.</param>
    /// <param name="team">The threads.</param>
    /// <param name="cancellation">Stops between two levels.</param>
    internal GraphMultigrid(GraphLevel<T> finest, WorkerTeam team, CancellationToken cancellation)
    {
        (_levels, _team) = ([finest], team);
        double strength = Strength;
        while (_levels[^1].Count > GraphCoarsest.MostNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            GraphAggregates<T> aggregates = Gather(_levels[^1], ref strength);
            if (aggregates.Count > SmallestGain * _levels[^1].Count)
            {
                break;
            }

            _levels.Add(GraphCoarsening.Coarsen(_levels[^1], aggregates, team));
        }

        _coarsest = _levels[^1].Count <= GraphCoarsest.MostNodes ? GraphCoarsest.Of(_levels[^1]) : null;
    }

    internal IReadOnlyList<GraphLevel<T>> Levels => _levels;

    internal GraphLevel<T> Finest => _levels[0];

    internal long Bytes => _levels.Sum(level => level.Bytes);

    /// <summary>Says how many bytes the levels over blocks of a lattice will take, before anything is allocated.</summary>
    /// <param name="nodes">Nodes of the finest level.</param>
    /// <param name="number">Bytes of a number.</param>
    internal static long BytesOf(long nodes, int number)
    {
        // Measured on filled and on porous volumes: six links a node on the finest level, eleven on the coarser ones, which have a
        // seventh of its nodes in all. Each node has three numbers beside its links, and where they begin and who its members are.
        const int index = sizeof(int), links = 6, coarseLinks = 11;
        long finest = (links * (index + number)) + (3 * number) + (2 * index);
        long coarser = (coarseLinks * (index + number)) + (3 * number) + (4 * index);
        return nodes * (finest + (coarser / 7));
    }

    /// <inheritdoc/>
    public void Dispose() => _levels.ForEach(level => level.Dispose());

    /// <summary>Makes of the right side of the finest level its correction; the right side is used up.</summary>
    internal void Solve() => Solve(0);

    /// <summary>Gathers the nodes of a level along links of the strength given, weakened as far as it must.</summary>
    private static GraphAggregates<T> Gather(GraphLevel<T> level, ref double strength)
    {
        var aggregates = new GraphAggregates<T>(level, strength);
        while (aggregates.Count > GoodGain * level.Count && strength > LeastStrength)
        {
            strength *= 0.5;
            aggregates = new GraphAggregates<T>(level, strength);
        }

        return aggregates;
    }

    private void Solve(int depth)
    {
        GraphLevel<T> level = _levels[depth];
        if (depth == _levels.Count - 1)
        {
            End(level);
            return;
        }

        (T first, T second, T scale) = (T.CreateChecked(1.0 / CyclePair.FirstRoot), T.CreateChecked(1.0 / CyclePair.SecondRoot), T.CreateChecked(CyclePair.Lengthening));
        Cycle(depth);
        Share(level.Count, (from, to) => level.Keep(first, from, to));
        Cycle(depth);
        Share(level.Count, (from, to) => level.Combine(scale, second, from, to));
    }

    /// <summary>Relaxes from zero, corrects from the next level, relaxes in the opposite order.</summary>
    private void Cycle(int depth)
    {
        (GraphLevel<T> level, GraphLevel<T> next) = (_levels[depth], _levels[depth + 1]);
        new Span<T>(level.U, level.Count).Clear();
        Sweep(level, forwards: true);
        Share(next.Count, (from, to) => level.Restrict(next, from, to));
        Solve(depth + 1);
        Share(next.Count, (from, to) => level.Prolong(next, from, to));
        Sweep(level, forwards: false);
    }

    private void End(GraphLevel<T> level)
    {
        if (_coarsest is not null)
        {
            _coarsest.Solve(level);
            return;
        }

        new Span<T>(level.U, level.Count).Clear();
        for (int k = 0; k < 2 * FinalSweeps; k++)
        {
            Sweep(level, forwards: k < FinalSweeps);
        }
    }

    private void Sweep(GraphLevel<T> level, bool forwards)
    {
        (int From, int To)[][] colours = level.Order.Runs;
        for (int k = 0; k < colours.Length; k++)
        {
            (int From, int To)[] runs = colours[forwards ? k : colours.Length - 1 - k];
            Share(runs.Length, level.Count / Math.Max(1, colours.Length) < WorthSharing, (from, to) =>
            {
                for (int run = from; run < to; run++)
                {
                    level.Relax(runs[run], forwards);
                }
            });
        }
    }

    private void Share(int count, Action<int, int> body) => Share(count, count < WorthSharing, body);

    private void Share(int count, bool alone, Action<int, int> body)
    {
        if (alone)
        {
            body(0, count);
            return;
        }

        _team.Run(member => body((int)((long)count * member / _team.Size), (int)((long)count * (member + 1) / _team.Size)));
    }
}
