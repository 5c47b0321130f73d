using System.Numerics;

namespace Lamella.Numerics.Lattice;

/// <summary>A symmetric multigrid cycle over a lattice, the preconditioner of the conjugate gradients.</summary>
/// <remarks>
/// Cells are joined two by two along each axis whose links are strong; corrections are constant over a block; the links
/// of a block are the sums of the parallel links between blocks, scaled by the ratio of the distances between centres.
/// One red-black Gauss–Seidel sweep before and its mirror image after keep the cycle symmetric.
/// </remarks>
/// <typeparam name="T">Number type of all levels.</typeparam>
internal sealed unsafe class Multigrid<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Along an axis whose links are weaker than this part of the strongest, point relaxation already does the work.
    private const double WeakAxis = 0.3;
    private readonly List<LatticeLevel<T>> _levels;
    private readonly CoarsestSolver _coarsest;
    private readonly PlaneSchedule _schedule;

    internal Multigrid(LatticeLevel<T> finest, PlaneSchedule schedule, int visits, CancellationToken cancellation)
    {
        (_levels, _schedule, Visits) = ([finest], schedule, visits);
        while (_levels[^1].Grid.Extent.Count > CoarsestSolver.MostCells)
        {
            cancellation.ThrowIfCancellationRequested();
            _levels.Add(Coarsen(_levels[^1]));
        }

        _coarsest = CoarsestSolver.Of(_levels[^1]);
    }

    /// <summary>Gets or sets the visits to each coarser level per visit to the next finer one.</summary>
    internal int Visits { get; set; }

    /// <summary>Gets the bytes of all levels.</summary>
    internal long Bytes => _levels.Sum(level => level.Bytes);

    /// <summary>Gets the finest level, whose right side is the residual and whose correction the result.</summary>
    internal LatticeLevel<T> Finest => _levels[0];

    /// <summary>Runs the steps given, then relaxes, corrects from the coarser levels, relaxes and runs the last step.</summary>
    /// <param name="first">Leaves U as <see cref="LatticeLevel{T}.Start"/> does.</param>
    /// <param name="last">Runs on every plane after all.</param>
    internal void Cycle(Action<int> first, Action<int> last)
    {
        LatticeLevel<T> level = Finest;
        if (_levels.Count == 1)
        {
            _schedule.Run(level.Grid, Wrap(level), new PlaneStep(first, (nint)level.U));
            _coarsest.Solve(level);
            _schedule.Run(level.Grid, Wrap(level), new PlaneStep(last));
            return;
        }

        Down(0, new PlaneStep(first, (nint)level.U));
        Below(1);
        Up(0, new PlaneStep(last));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LatticeLevel<T> level in _levels)
        {
            level.Dispose();
        }
    }

    private static Action<nint> Wrap(LatticeLevel<T> level) => array => level.WrapPlanes((T*)array);

    private void Below(int depth)
    {
        if (depth == _levels.Count - 1)
        {
            _coarsest.Solve(_levels[depth]);
            return;
        }

        LatticeLevel<T> level = _levels[depth];
        for (int visit = 0; visit < Visits; visit++)
        {
            Action<int> first = visit == 0 ? level.Start : z => level.Relax(z, 0);
            Down(depth, new PlaneStep(first, (nint)level.U));
            Below(depth + 1);
            Up(depth);
        }
    }

    private void Down(int depth, PlaneStep first)
    {
        LatticeLevel<T> level = _levels[depth], next = _levels[depth + 1];
        new Span<T>(next.F, next.Grid.Length).Clear();
        _schedule.Run(
            level.Grid,
            Wrap(level),
            first,
            new PlaneStep(z => level.Relax(z, 1), (nint)level.U),
            new PlaneStep(z => level.Restrict(z, next)));
    }

    private void Up(int depth, params PlaneStep[] last)
    {
        LatticeLevel<T> level = _levels[depth], next = _levels[depth + 1];
        PlaneStep[] steps =
        [
            new PlaneStep(z => level.Prolong(z, next), (nint)level.U),
            new PlaneStep(z => level.Relax(z, 1), (nint)level.U),
            new PlaneStep(z => level.Relax(z, 0), (nint)level.U),
            .. last,
        ];
        _schedule.Run(level.Grid, Wrap(level), steps);
    }

    private LatticeLevel<T> Coarsen(LatticeLevel<T> fine)
    {
        LevelGrid wide = Widen(fine);
        var arrays = new LatticeArray<T>[3];
        for (int axis = 0; axis < 3; axis++)
        {
            arrays[axis] = new LatticeArray<T>(wide.Length);
            nint target = (nint)arrays[axis].Start;
            int along = axis;
            if (axis == 2)
            {
                fine.CoarsenLinks(2, -1, wide, (T*)target);
            }

            _schedule.Run(wide, _ => { }, new PlaneStep(z => fine.CoarsenLinks(along, z, wide, (T*)target)));
        }

        var links = new StoredLinks<T>(arrays[0].Start, arrays[1].Start, arrays[2].Start, wide.RowStride, wide.PlaneStride);
        var level = new LatticeKernels<T, StoredLinks<T>>(wide, links);
        foreach (LatticeArray<T> array in arrays)
        {
            level.Own(array);
        }

        return level;
    }

    private LevelGrid Widen(LatticeLevel<T> fine)
    {
        LevelGrid g = fine.Grid;
        double[] strength = [.. Enumerable.Range(0, 3).Select(axis => Strength(fine, axis))];
        bool[] joined = [.. Enumerable.Range(0, 3).Select(axis => g.Extent.Along(axis) > 1 && strength[axis] >= WeakAxis * strength.Max())];
        if (!joined.Contains(true))
        {
            joined = [.. Enumerable.Range(0, 3).Select(axis => g.Extent.Along(axis) > 1)];
        }

        int[] count = [.. Enumerable.Range(0, 3).Select(axis => joined[axis] ? (g.Extent.Along(axis) + 1) / 2 : g.Extent.Along(axis))];
        double[][] widths = [.. Enumerable.Range(0, 3).Select(axis => joined[axis] ? Join(g.Widths[axis]) : g.Widths[axis])];
        return new LevelGrid(new LatticeExtent(count[0], count[1], count[2]), g.Ends, widths);
    }

    /// <summary>Mean link along an axis over a sample of the cells.</summary>
    private static double Strength(LatticeLevel<T> level, int axis)
    {
        LevelGrid g = level.Grid;
        int count = g.Extent.Along(axis);
        if (count == 1)
        {
            return 0.0;
        }

        (double sum, long links) = (0.0, 0);
        int every = Math.Max(1, (int)Math.Cbrt(g.Extent.Count / 20_000.0));
        for (int z = 0; z < g.Nz - (axis == 2 ? 1 : 0); z += every)
        {
            for (int y = 0; y < g.Ny - (axis == 1 ? 1 : 0); y += every)
            {
                for (int x = 0; x < g.Nx - (axis == 0 ? 1 : 0); x++)
                {
                    (sum, links) = (sum + level.Link(axis, g.Row(y, z) + x), links + 1);
                }
            }
        }

        return sum / links;
    }

    private static double[] Join(double[] widths)
    {
        double[] joined = new double[(widths.Length + 1) / 2];
        for (int k = 0; k < widths.Length; k++)
        {
            joined[k / 2] += widths[k];
        }

        return joined;
    }
}
