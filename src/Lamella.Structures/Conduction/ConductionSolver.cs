using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>Steady conduction through a labelled volume: ∇·(σ∇φ) = 0 by finite volumes on its voxels.</summary>
/// <remarks>
/// <para>A face conducts A·[h/2σ₁ + R + h/2σ₂]⁻¹. Electrodes lie on the outer faces of the outer voxels. The effective
/// conductivity comes from the dissipated power, which is an upper bound for the grid (Dirichlet's principle).</para>
/// <para><b>Assumes</b> steady current in phases that obey Ohm's law; one kind of carrier, or carriers whose conductivities add.</para>
/// </remarks>
public static class ConductionSolver
{
    /// <summary>Says how much memory a solve will take, before it starts.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How it would be solved.</param>
    /// <returns>Bytes, those of the label volume not counted.</returns>
    public static long RequiredBytes(ConductionProblem problem, ConductionOptions options)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        Setting setting = Setting.Of(problem);
        return RequiredBytes(setting, options);
    }

    /// <summary>Solves the directions that the options name.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How to solve it.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InputException">The problem or an option is impossible, or the memory does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The solve was cancelled.</exception>
    public static ConductionResult Solve(
        ConductionProblem problem, ConductionOptions options, IProgress<ConductionProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        Require(options);
        Setting setting = Setting.Of(problem);
        long needed = RequiredBytes(setting, options);
        if (needed > options.MemoryLimit)
        {
            throw Wrong(
                FormattableString.Invariant($"the solve needs {needed / 1e9:F1} GB, but {options.MemoryLimit / 1e9:F1} GB are allowed."),
                "Crop or coarsen the volume, ask for a tolerance of 1e-4 or more, or leave out the maps.");
        }

        var directions = ImmutableArray.CreateBuilder<DirectionResult>();
        for (int k = 0; k < options.Axes.Length; k++)
        {
            int solved = k;
            var part = progress is null ? null : new Part(progress, options, solved);
            directions.Add(Direction(setting, options, options.Axes[k], part, cancellation));
        }

        return new ConductionResult { Directions = directions.ToImmutable(), Fractions = setting.Fractions };
    }

    private static DirectionResult Direction(
        Setting setting, ConductionOptions options, int axis, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        DirectionResult result = Field(setting, options, axis, progress, cancellation);
        if (!options.EstimateDiscretisation || result.Reason is not null)
        {
            return result;
        }

        LabelVolume half = VoxelCoarsening.Halve(setting.Problem.Volume);
        if (half.Extent.Along(axis) == setting.Problem.Volume.Extent.Along(axis))
        {
            return result;
        }

        Setting coarse = Setting.Of(setting.Problem with { Volume = half });
        DirectionResult wide = Field(coarse, options with { KeepMaps = false }, axis, progress: null, cancellation);
        return result with { DiscretisationError = Math.Abs((wide.Conductivity / result.Conductivity) - 1.0) };
    }

    private static DirectionResult Field(
        Setting setting, ConductionOptions options, int axis, IProgress<LatticeProgress>? progress, CancellationToken cancellation)
    {
        ConductionProblem problem = setting.Problem;
        ConductionNetwork network = ConductionNetwork.Of(problem, setting.Classes, setting.Faces, axis);
        double connected = network.Connectivity.Connected / (double)problem.Volume.Extent.Count;
        if (!network.Connectivity.Percolates)
        {
            return Nothing(axis, connected);
        }

        LatticeResult field = LatticeSolver.Solve(network.Lattice, Lattice(options, axis), progress, cancellation);
        VoxelSize size = problem.Volume.Size;
        LatticeExtent extent = problem.Volume.Extent;
        double[] scale = [.. Enumerable.Range(0, 3).Select(along => network.Unit * extent.Along(axis) * size.Along(axis)
            / (extent.Count / (double)extent.Along(along) * size.Face(along)))];
        double conductivity = field.Conductance * scale[axis];
        return new DirectionResult
        {
            Axis = axis,
            Conductivity = conductivity,
            ConductivityIn = field.CurrentIn * scale[axis],
            ConductivityOut = field.CurrentOut * scale[axis],
            Column = [.. Enumerable.Range(0, 3).Select(along => along == axis ? conductivity : field.MeanCurrents[along] * scale[along])],
            TortuosityFactor = setting.MeanConductivity(axis) / conductivity,
            ConnectedFraction = connected,
            AlgebraicError = field.ErrorBound,
            Converged = field.Converged,
            Iterations = field.Iterations,
            Bytes = field.Bytes,
            Maps = field.Potential is { } potential ? new MapBuilder(problem, network, axis, potential).Build(field.Conductance) : null,
        };
    }

    private static DirectionResult Nothing(int axis, double connected) => new()
    {
        Axis = axis,
        Conductivity = 0.0,
        ConductivityIn = 0.0,
        ConductivityOut = 0.0,
        Column = [0.0, 0.0, 0.0],
        TortuosityFactor = double.PositiveInfinity,
        ConnectedFraction = connected,
        Reason = connected == 0.0
            ? $"nothing that touches the faces along {(char)('x' + axis)} conducts"
            : $"the conducting phases do not connect the two faces along {(char)('x' + axis)}: no percolation through voxel faces",
        AlgebraicError = 0.0,
        Converged = true,
        Iterations = 0,
        Bytes = 0,
    };

    private static LatticeOptions Lattice(ConductionOptions options, int axis) => new()
    {
        Axis = axis,
        Tolerance = options.Tolerance,
        Threads = options.Threads,
        Precision = options.Precision,
        KeepPotential = options.KeepMaps,
    };

    private static long RequiredBytes(Setting setting, ConductionOptions options)
    {
        // The classes for one direction and the arrays of the solver; then the maps of all directions.
        long cells = setting.Problem.Volume.Extent.Count;
        bool stored = ConductionNetwork.NeedsInterfaces(setting.Problem, setting.Faces);
        bool sheets = setting.Problem.Interfaces.Any(between => between.SheetConductance > 0.0);
        long solver = LatticeSolver.RequiredBytes(
            setting.Problem.Volume.Extent,
            ConductionNetwork.Tables(setting.Classes, setting.Faces),
            stored,
            setting.Classes.ConductingBlocks(),
            Lattice(options, 0));
        return solver + (cells * (sizeof(byte) + (sheets ? 3 * sizeof(float) : 0) + (options.KeepMaps ? 16 * options.Axes.Length : 0)));
    }

    private static void Require(ConductionOptions options)
    {
        if (options.Axes.IsDefaultOrEmpty || options.Axes.Any(axis => axis is < 0 or > 2) || options.Axes.Distinct().Count() != options.Axes.Length)
        {
            throw Wrong("the directions are not some of 0 (x), 1 (y), 2 (z), each once.", "Name one to three of them.");
        }

        if (!(options.Tolerance is >= 1e-12 and <= 0.1))
        {
            throw Wrong(
                string.Create(CultureInfo.InvariantCulture, $"the tolerance {options.Tolerance} is outside 1e-12 to 0.1."), "1e-3 suits most images.");
        }
    }

    private static InputException Wrong(string problem, string remedy) => new(InputPlace.Whole("conduction"), problem, string.Empty, remedy);

    /// <summary>Reports one direction as its part of the whole.</summary>
    private sealed class Part(IProgress<ConductionProgress> whole, ConductionOptions options, int solved) : IProgress<LatticeProgress>
    {
        public void Report(LatticeProgress value)
        {
            char axis = (char)('x' + options.Axes[solved]);
            whole.Report(new ConductionProgress(
                string.Create(CultureInfo.InvariantCulture, $"conduction along {axis}, iteration {value.Iteration}, error {value.Error:0e-0}"),
                Math.Clamp((solved + ConductionProgress.Gained(value)) / options.Axes.Length, 0.0, 1.0)));
        }
    }

    /// <summary>What all directions share.</summary>
    private sealed record Setting(ConductionProblem Problem, PhaseClasses Classes, FaceResistances Faces, ImmutableArray<double> Fractions)
    {
        internal static Setting Of(ConductionProblem problem)
        {
            ImmutableSortedDictionary<int, long> counts = problem.Volume.Count();
            PhaseClasses classes = PhaseClasses.Of(problem, counts);
            ImmutableArray<double> fractions = [.. problem.Phases.Select(phase =>
                phase.Labels.Sum(label => counts.GetValueOrDefault(label)) / (double)problem.Volume.Extent.Count)];
            return new Setting(problem, classes, new FaceResistances(problem), fractions);
        }

        internal double MeanConductivity(int axis) => Fractions.Zip(Problem.Phases, (part, phase) => part * phase.Conductivity.Along(axis)).Sum();
    }
}
