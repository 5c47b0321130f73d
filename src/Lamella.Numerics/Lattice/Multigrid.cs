using System.Numerics;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>A symmetric multigrid cycle over a lattice, the preconditioner of the conjugate gradients.</summary>
/// <remarks>
/// A lattice is relaxed by a red-black Gauss–Seidel sweep before and its mirror image after. Between them come, where the links are
/// even, lattices of blocks of 2×2×2 cells, each solved by a <see cref="CyclePair"/>; then, and elsewhere at once, the graph of
/// connected pieces of the blocks, see <see cref="BlockPartition"/>, and graphs of aggregates.
/// </remarks>
/// <typeparam name="T">Number type of all levels.</typeparam>
internal sealed unsafe class Multigrid<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A lattice of so few cells costs nothing as a graph either.
    private const long MostCells = 4096;
    private readonly List<LatticeLevel<T>> _levels;
    private readonly BlockPartition _blocks;
    private readonly GraphMultigrid<T> _graph;
    private readonly PlaneSchedule _schedule;

    internal Multigrid(LatticeLevel<T> finest, PlaneSchedule schedule, CancellationToken cancellation)
    {
        (_levels, _schedule) = ([finest], schedule);
        for (bool even = EvenLinks.Hold(finest, schedule.Team); even && _levels[^1].Grid.Extent.Count > MostCells;)
        {
            cancellation.ThrowIfCancellationRequested();
            _levels.Add(LatticeCoarsening.Coarsen(_levels[^1], schedule.Team));
        }

        (_blocks, GraphLevel<T> graph) = BlockGraph<T>.Of(_levels[^1], schedule.Team);
        _graph = new GraphMultigrid<T>(graph, schedule.Team, cancellation);
    }

    /// <summary>Gets the bytes of all levels.</summary>
    internal long Bytes => _levels.Sum(level => level.Bytes) + _blocks.Bytes + _graph.Bytes;

    internal IReadOnlyList<LatticeLevel<T>> Lattices => _levels;

    internal GraphMultigrid<T> Graph => _graph;

    /// <summary>Gets the finest level, whose right side is the residual and whose correction the result.</summary>
    internal LatticeLevel<T> Finest => _levels[0];

    /// <summary>Says how many bytes the coarser levels of a lattice with even links will take.</summary>
    internal static long BytesOf(LatticeExtent extent, int number)
    {
        // Three links, right side, correction and the part kept.
        const int arrays = 6;
        long cells = 0;
        while (extent.Count > MostCells)
        {
            extent = LatticeCoarsening.Halve(extent);
            cells += LevelGrid.PaddedLength(extent);
        }

        return (arrays * number * cells) + BlockPartition.BytesOf(extent) + GraphMultigrid<T>.BytesOf(LatticeCoarsening.Halve(extent).Count, number);
    }

    /// <summary>Runs the steps given, then relaxes, corrects from the coarser levels, relaxes and runs the last step.</summary>
    /// <param name="first">Leaves U as <see cref="LatticeLevel{T}.Start"/> does.</param>
    /// <param name="last">Runs on every plane after all.</param>
    internal void Cycle(Action<int> first, Action<int> last)
    {
        Run(0, Down(0, first));
        Below(0);
        Run(0, [.. Up(0), new PlaneStep(last)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _levels.ForEach(level => level.Dispose());
        _blocks.Dispose();
        _graph.Dispose();
    }

    /// <summary>Solves the level below a lattice.</summary>
    private void Below(int depth)
    {
        if (depth == _levels.Count - 1)
        {
            _graph.Solve();
            return;
        }

        int next = depth + 1;
        LatticeLevel<T> level = _levels[next];
        (T first, T second, T scale) = (T.CreateChecked(1.0 / CyclePair.FirstRoot), T.CreateChecked(1.0 / CyclePair.SecondRoot), T.CreateChecked(CyclePair.Lengthening));
        Run(next, Down(next, level.Start));
        Below(next);
        Run(next, [.. Up(next), new PlaneStep(z => level.Keep(z, first)), .. Down(next, level.Start)]);
        Below(next);
        Run(next, [.. Up(next), new PlaneStep(z => level.Combine(z, scale, second))]);
    }

    private PlaneStep[] Down(int depth, Action<int> first)
    {
        LatticeLevel<T> level = _levels[depth];
        return [new PlaneStep(first, (nint)level.U), new PlaneStep(z => level.Relax(z, 1), (nint)level.U), new PlaneStep(Restriction(depth))];
    }

    private Action<int> Restriction(int depth)
    {
        LatticeLevel<T> level = _levels[depth];
        if (depth < _levels.Count - 1)
        {
            LatticeLevel<T> next = _levels[depth + 1];
            return z => level.Restrict(z, next);
        }

        GraphLevel<T> graph = _graph.Finest;
        new Span<T>(graph.F, graph.Count).Clear();
        return z => level.Restrict(z, _blocks, graph.F);
    }

    private PlaneStep[] Up(int depth)
    {
        LatticeLevel<T> level = _levels[depth];
        LatticeLevel<T>? next = depth < _levels.Count - 1 ? _levels[depth + 1] : null;
        Action<int> prolong = next is null ? z => level.Prolong(z, _blocks, _graph.Finest.U) : z => level.Prolong(z, next);
        return [new PlaneStep(prolong, (nint)level.U), new PlaneStep(z => level.Relax(z, 1), (nint)level.U), new PlaneStep(z => level.Relax(z, 0), (nint)level.U)];
    }

    private void Run(int depth, params PlaneStep[] steps)
    {
        LatticeLevel<T> level = _levels[depth];
        _schedule.Run(level.Grid, array => level.WrapPlanes((T*)array), steps);
    }
}
