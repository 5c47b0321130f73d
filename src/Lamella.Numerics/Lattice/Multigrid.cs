using System.Numerics;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>A symmetric multigrid cycle over a lattice, the preconditioner of the conjugate gradients.</summary>
/// <remarks>
/// The lattice is relaxed by a red-black Gauss–Seidel sweep before and its mirror image after. Between them comes the graph
/// of connected pieces of its blocks, see <see cref="BlockPartition"/>, solved by one cycle of smoothed aggregation.
/// </remarks>
/// <typeparam name="T">Number type of all levels.</typeparam>
internal sealed unsafe class Multigrid<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LatticeLevel<T> _finest;
    private readonly BlockPartition _blocks;
    private readonly GraphMultigrid<T> _graph;
    private readonly PlaneSchedule _schedule;

    internal Multigrid(LatticeLevel<T> finest, PlaneSchedule schedule, CancellationToken cancellation)
    {
        (_finest, _schedule) = (finest, schedule);
        (_blocks, GraphLevel<T> graph) = BlockGraph<T>.Of(finest, schedule.Team);
        _graph = new GraphMultigrid<T>(graph, schedule.Team, cancellation);
    }

    /// <summary>Gets the bytes of all levels.</summary>
    internal long Bytes => _finest.Bytes + _blocks.Bytes + _graph.Bytes;

    internal GraphMultigrid<T> Graph => _graph;

    /// <summary>Gets the finest level, whose right side is the residual and whose correction the result.</summary>
    internal LatticeLevel<T> Finest => _finest;

    internal BlockPartition Blocks => _blocks;

    /// <summary>Runs the steps given, then relaxes, corrects from the coarser levels, relaxes and runs the last step.</summary>
    /// <param name="first">Leaves U as <see cref="LatticeLevel{T}.Start"/> does.</param>
    /// <param name="last">Runs on every plane after all.</param>
    internal void Cycle(Action<int> first, Action<int> last)
    {
        LatticeLevel<T> level = _finest;
        GraphLevel<T> graph = _graph.Finest;
        new Span<T>(graph.F, graph.Count).Clear();
        _schedule.Run(
            level.Grid,
            Wrap,
            new PlaneStep(first, (nint)level.U),
            new PlaneStep(z => level.Relax(z, 1), (nint)level.U),
            new PlaneStep(z => level.Restrict(z, _blocks, graph.F)));
        _graph.Solve();
        _schedule.Run(
            level.Grid,
            Wrap,
            new PlaneStep(z => level.Prolong(z, _blocks, graph.U), (nint)level.U),
            new PlaneStep(z => level.Relax(z, 1), (nint)level.U),
            new PlaneStep(z => level.Relax(z, 0), (nint)level.U),
            new PlaneStep(last));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finest.Dispose();
        _blocks.Dispose();
        _graph.Dispose();
    }

    private void Wrap(nint array) => _finest.WrapPlanes((T*)array);
}
