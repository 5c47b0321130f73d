namespace Lamella.Numerics.Lattice;

/// <summary>Finds the admittance of a lattice of admittances.</summary>
/// <remarks>
/// Conjugate orthogonal conjugate gradients (van der Vorst and Melissen, IEEE Trans. Magn. 26 (1990) 706,
/// <see href="https://doi.org/10.1109/20.106415"/>) in double precision. The preconditioner is the multigrid cycle of the real
/// solver on the sums of both parts of the links: for links in the first quadrant it is as good as for the real problem.
/// </remarks>
public static class ComplexLatticeSolver
{
    /// <summary>Numbers that a solve keeps for each cell: twelve vectors, three sets of links with two vectors each, the coarser levels.</summary>
    private const int NumbersPerCell = 12 + (3 * 5) + 1;

    /// <summary>Says how many bytes a solve will take, before anything is allocated.</summary>
    /// <param name="extent">Extent of the lattice.</param>
    /// <returns>Bytes of all arrays, to a few per cent.</returns>
    public static long RequiredBytes(LatticeExtent extent) => LevelGrid.PaddedLength(extent) * NumbersPerCell * sizeof(double);

    /// <summary>Solves for a unit drop of potential along one axis.</summary>
    /// <param name="extent">Extent of the lattice.</param>
    /// <param name="ends">Ends of the three axes, x first.</param>
    /// <param name="links">Tells the links.</param>
    /// <param name="options">How to solve it; the number type is always that of eight bytes.</param>
    /// <param name="progress">Receives a report after every iteration, or null.</param>
    /// <param name="cancellation">Stops the solve between two iterations.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The axis of the options has insulated ends.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public static ComplexLatticeResult Solve(
        LatticeExtent extent,
        AxisEnds[] ends,
        IComplexLinks links,
        LatticeOptions options,
        IProgress<LatticeProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ends);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(options);
        if (ends[options.Axis] == AxisEnds.Insulated)
        {
            throw new ArgumentException($"The potential cannot drop along axis {options.Axis}: its ends are insulated.", nameof(options));
        }

        using var team = new WorkerTeam(Math.Max(1, options.Threads));
        using var run = new ComplexLatticeRun(extent, ends, links, options, team, cancellation);
        return run.Solve(progress, cancellation);
    }
}
