using System.Numerics;
using Lamella.Numerics.Graphs;

namespace Lamella.Numerics.Lattice;

/// <summary>Finds the potential on a lattice network by conjugate gradients with a multigrid preconditioner.</summary>
/// <remarks>
/// Matrix-free: the finest level holds four numbers and one byte a cell. Sums run over planes in a fixed order, so that
/// the result is the same, bit for bit, for every number of threads on one machine.
/// </remarks>
public static class LatticeSolver
{
    private const double FinestSingleTolerance = 1e-4;
    private const double WidestSingleContrast = 2e4;
    private const double WeakContrast = 15.0;

    /// <summary>Says how many bytes a solve will take, before anything is allocated.</summary>
    /// <param name="extent">Extent of the lattice.</param>
    /// <param name="tables">For each axis the table of conductances between the classes of cells that occur, row by row.</param>
    /// <param name="told">Whether every link is told and stored instead.</param>
    /// <param name="blocks">Number of blocks of 2×2×2 cells that hold a cell with links.</param>
    /// <param name="options">How it would be solved.</param>
    /// <returns>Bytes of all arrays, to a few per cent; less where many links are missing.</returns>
    public static long RequiredBytes(LatticeExtent extent, double[][] tables, bool told, long blocks, LatticeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tables);
        double contrast = Contrast(tables);
        int classes = (int)Math.Round(Math.Sqrt(tables[0].Length));
        int number = IsSingle(told ? double.PositiveInfinity : contrast, options) ? sizeof(float) : sizeof(double);
        long potential = options.KeepPotential ? sizeof(double) * extent.Count : 0;
        long coarser = !told && EvenLinks.Hold<double>([.. tables.Select(table => table.Min())], [.. tables.Select(table => table.Max())])
            ? Multigrid<float>.BytesOf(extent, number)
            : BlockPartition.BytesOf(extent) + GraphMultigrid<float>.BytesOf(Nodes(blocks, contrast), number);
        return potential + LevelFactory.Bytes(extent, told ? null : classes, number) + coarser;
    }

    /// <summary>Solves for a unit drop of potential along one axis.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How to solve it.</param>
    /// <param name="progress">Receives a report after every iteration, or null.</param>
    /// <param name="cancellation">Stops the solve between two iterations.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The axis of the options has insulated ends.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public static LatticeResult Solve(
        LatticeNetwork network, LatticeOptions options, IProgress<LatticeProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        if (network.Ends[options.Axis] == AxisEnds.Insulated)
        {
            throw new ArgumentException($"The potential cannot drop along axis {options.Axis}: its ends are insulated.", nameof(options));
        }

        using var team = new WorkerTeam(Math.Max(1, options.Threads));
        if (IsSingle(Contrast(network), options))
        {
            LatticeResult narrow = Run<float>(network, options, team, progress, cancellation);
            if (narrow.Converged || options.Precision == LatticePrecision.FourBytes)
            {
                return narrow;
            }
        }

        // Also where four bytes a number turned out not to be enough.
        return Run<double>(network, options, team, progress, cancellation);
    }

    private static LatticeResult Run<T>(
        LatticeNetwork network, LatticeOptions options, WorkerTeam team, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var run = new LatticeRun<T>(network, options, team, cancellation);
        return run.Solve(progress, cancellation);
    }

    private static bool IsSingle(double contrast, LatticeOptions options) => options.Precision switch
    {
        LatticePrecision.FourBytes => true,
        LatticePrecision.EightBytes => false,
        _ => options.Tolerance >= FinestSingleTolerance && contrast <= WidestSingleContrast,
    };

    // Where links differ by more than the strength of a link allows, some blocks hold more than one node: a fifth more in what was measured.
    private static long Nodes(long blocks, double contrast) => contrast > WeakContrast && double.IsFinite(contrast) ? blocks * 6 / 5 : blocks;

    private static double Contrast(LatticeNetwork network) => network.Classes is null ? double.PositiveInfinity : Contrast(network.Tables);

    private static double Contrast(double[][] tables)
    {
        double[] links = [.. tables.SelectMany(table => table).Where(link => link > 0.0)];
        return links.Length == 0 ? 1.0 : links.Max() / links.Min();
    }
}
