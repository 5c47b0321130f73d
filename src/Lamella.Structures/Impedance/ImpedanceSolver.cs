using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Impedance;

/// <summary>The impedance of a labelled volume: ∇·((σ + iωε)∇φ) = 0 on its voxels, boundaries as R beside C, sheets with a conductance at every frequency.</summary>
/// <remarks>
/// The network, its classes and what is cut off are those of <see cref="ConductionSolver"/>. <b>Assumes</b> phases with one
/// conductivity and one permittivity over all frequencies and electrodes that block nothing.
/// </remarks>
public static class ImpedanceSolver
{
    /// <summary>Says how much memory a solve will take, before it starts.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>Bytes, those of the label volume not counted.</returns>
    public static long RequiredBytes(ConductionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ComplexLatticeSolver.RequiredBytes(problem.Volume.Extent) + (2 * problem.Volume.Extent.Count);
    }

    /// <summary>Solves every frequency.</summary>
    /// <param name="problem">The problem; phases bring their permittivity, boundaries their capacitance.</param>
    /// <param name="options">How to solve it.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InputException">The problem or an option is impossible, or the memory does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public static ImpedanceResult Solve(
        ConductionProblem problem, ImpedanceOptions options, IProgress<ConductionProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        Require(problem, options);
        var conductivity = ImmutableArray.CreateBuilder<Complex>();
        var mismatch = ImmutableArray.CreateBuilder<double>();
        (bool converged, int iterations) = (true, 0);
        for (int k = 0; k < options.Frequencies.Length; k++)
        {
            double frequency = options.Frequencies[k];
            progress?.Report(new ConductionProgress(
                string.Create(CultureInfo.InvariantCulture, $"impedance at {frequency:G3} Hz"), k / (double)options.Frequencies.Length));
            ComplexLatticeResult? found = Field(problem, options, frequency, progress is null ? null : new Part(progress, options, k), cancellation);
            Complex admittance = found?.Admittance ?? Complex.Zero;
            conductivity.Add(admittance);
            double largest = found is null ? 0.0 : Math.Max(Complex.Abs(found.CurrentIn - admittance), Complex.Abs(found.CurrentOut - admittance));
            mismatch.Add(admittance == Complex.Zero ? 0.0 : largest / Complex.Abs(admittance));
            (converged, iterations) = (converged && found is not { Converged: false }, iterations + (found?.Iterations ?? 0));
        }

        return new ImpedanceResult
        {
            Frequencies = options.Frequencies,
            Conductivity = conductivity.ToImmutable(),
            Mismatch = mismatch.ToImmutable(),
            Converged = converged,
            Iterations = iterations,
        };
    }

    /// <summary>Solves one frequency, in S/m; null where nothing conducts from face to face.</summary>
    private static ComplexLatticeResult? Field(
        ConductionProblem problem, ImpedanceOptions options, double frequency, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        var phases = new ComplexPhases(problem, frequency);
        ConductionProblem magnitude = phases.Magnitude();
        PhaseClasses classes = PhaseClasses.Of(magnitude, magnitude.Volume.Count());
        ConductionNetwork network = ConductionNetwork.Of(magnitude, classes, new FaceResistances(magnitude), options.Axis);
        if (!network.Connectivity.Percolates)
        {
            return null;
        }

        LatticeExtent extent = problem.Volume.Extent;
        ComplexLatticeResult found = ComplexLatticeSolver.Solve(
            extent,
            ConductionNetwork.Ends(problem, options.Axis),
            new ImpedanceLinks(problem, network, phases, options.Axis),
            new LatticeOptions { Axis = options.Axis, Tolerance = options.Tolerance, Threads = options.Threads },
            progress,
            cancellation);
        VoxelSize size = problem.Volume.Size;
        double scale = network.Unit * extent.Along(options.Axis) * size.Along(options.Axis) / (extent.Count / (double)extent.Along(options.Axis) * size.Face(options.Axis));
        return found with { Admittance = scale * found.Admittance, CurrentIn = scale * found.CurrentIn, CurrentOut = scale * found.CurrentOut };
    }

    private static void Require(ConductionProblem problem, ImpedanceOptions options)
    {
        if (options.Frequencies.IsDefaultOrEmpty || options.Frequencies.Any(frequency => !(frequency > 0.0 && double.IsFinite(frequency))))
        {
            throw Wrong("a frequency is missing or not above 0 Hz.", "finite frequencies above 0 Hz", "At 0 Hz, ask for the conduction instead.");
        }

        if (options.Axis is < 0 or > 2 || !(options.Tolerance is >= 1e-10 and <= 0.1))
        {
            throw Wrong(
                string.Create(CultureInfo.InvariantCulture, $"axis {options.Axis} or tolerance {options.Tolerance} is impossible."),
                "an axis of 0 (x) to 2 (z), a tolerance of 1e-10 to 0.1",
                "1e-4 suits most spectra.");
        }

        bool negative = problem.Phases.Any(phase => !(phase.RelativePermittivity >= 0.0 && phase.GrainBoundaryCapacitance >= 0.0))
            || problem.Interfaces.Any(between => !(between.Capacitance >= 0.0));
        if (negative)
        {
            throw Wrong("a permittivity or capacitance is negative or no number.", "0 or more", "Leave it out where it is not known.");
        }

        long needed = RequiredBytes(problem);
        if (needed > options.MemoryLimit)
        {
            throw Wrong(
                FormattableString.Invariant($"the solve needs {needed / 1e9:F1} GB, but {options.MemoryLimit / 1e9:F1} GB are allowed."), string.Empty, "Crop or coarsen the volume.");
        }
    }

    /// <summary>Reports one frequency as its part of the whole.</summary>
    private sealed class Part(IProgress<ConductionProgress> whole, ImpedanceOptions options, int solved) : IProgress<LatticeProgress>
    {
        public void Report(LatticeProgress value)
        {
            whole.Report(new ConductionProgress(
                string.Create(CultureInfo.InvariantCulture, $"impedance at {options.Frequencies[solved]:G3} Hz, iteration {value.Iteration}"),
                Math.Clamp((solved + ConductionProgress.Gained(value)) / options.Frequencies.Length, 0.0, 1.0)));
        }
    }

    private static InputException Wrong(string problem, string allowed, string remedy) => new(InputPlace.Whole("impedance"), problem, allowed, remedy);
}
