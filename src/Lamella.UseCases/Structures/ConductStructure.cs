using System.Collections.Immutable;
using System.Globalization;
using Lamella.Structures.Conduction;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;
using Lamella.Transport.Structures;

namespace Lamella.UseCases.Structures;

/// <summary>Reads a labelled volume and finds its effective conductivity.</summary>
public static class ConductStructure
{
    /// <summary>Reads what to solve from a file that describes a structure.</summary>
    /// <param name="structureFile">Path of the YAML file.</param>
    /// <returns>The request: all phases, every direction, and the boundary and tolerance of the file.</returns>
    /// <exception cref="Core.Errors.InputException">The file describes no structure.</exception>
    public static ConductionRequest Read(string structureFile)
    {
        StructureDescription structure = StructureFile.Read(structureFile);
        return new ConductionRequest
        {
            VolumeFile = structure.VolumeFile,
            VoxelSize = structure.VoxelSize,
            Phases = [.. structure.Phases.Select(phase => phase.Conduction)],
            Interfaces = structure.Interfaces,
            Electronic = structure.Phases.Any(phase => phase.ElectronicConductivity is not null)
                ? [.. structure.Phases.Select(phase => phase.ElectronicConductivity ?? PhaseConductivity.Insulator)]
                : [],
            Boundary = structure.Boundary,
            Options = new ConductionOptions { Tolerance = structure.Tolerance, EstimateDiscretisation = true },
        };
    }

    /// <summary>Runs the request.</summary>
    /// <param name="request">What to solve.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The volume or the request cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ConductionReport Run(ConductionRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        LabelVolume volume = VolumeFile.ReadPart(
            request.VolumeFile, request.VoxelSize, request.Part, ReadingProgress.Of("volume", progress), cancellation);
        request = request with { VoxelSize = volume.Size }; // of the joined voxels, where voxels are joined
        var problem = new ConductionProblem
        {
            Volume = volume,
            Phases = request.Phases,
            Interfaces = Named(request.Interfaces, request.Phases),
            Boundary = request.Boundary,
        };
        double ionic = request.Electronic.IsEmpty ? 1.0 : 0.5; // share of the way
        var ions = new Carrier(progress, string.Empty, 0.0, ionic);
        ConductionReport report = request.Picture ? WithPicture(request, problem, ions, cancellation) : Plain(request, problem, ions, cancellation);
        return request.Electronic.IsEmpty ? report : report with
        {
            Electronic = ConductionSolver.Solve(
                MixedConduction.ElectronicProblem(problem, request.Electronic), request.Options, new Carrier(progress, "electrons, ", ionic, 1.0 - ionic), cancellation),
        };
    }

    private static ConductionReport Plain(ConductionRequest request, ConductionProblem problem, Carrier progress, CancellationToken cancellation)
    {
        long needed = progress.Needs(ConductionSolver.RequiredBytes(problem, request.Options));
        return new ConductionReport(request, problem.Volume.Extent, ConductionSolver.Solve(problem, request.Options, progress, cancellation)) { RequiredBytes = needed };
    }

    /// <summary>Solves direction by direction: the maps of one are reduced and dropped before the next takes their place.</summary>
    private static ConductionReport WithPicture(ConductionRequest request, ConductionProblem problem, Carrier progress, CancellationToken cancellation)
    {
        ImmutableArray<int> axes = request.Options.Axes;
        var directions = ImmutableArray.CreateBuilder<DirectionResult>();
        var pictures = ImmutableArray.CreateBuilder<DirectionPicture>();
        var maps = ImmutableArray.CreateBuilder<DirectionMaps>();
        ConductionResult result;
        long needed = 0;
        int solved = 0;
        do
        {
            ConductionOptions options = request.Options with
            {
                Axes = axes.IsDefaultOrEmpty ? axes : [axes[solved]],
                KeepMaps = true,
                MemoryLimit = request.Options.MemoryLimit - maps.Sum(map => map.Bytes),
            };
            Carrier part = progress.Part(solved, axes.Length);
            needed = Math.Max(needed, part.Needs(ConductionSolver.RequiredBytes(problem, options)));
            result = ConductionSolver.Solve(problem, options, part, cancellation);
            if (DirectionPicture.Of(problem.Volume, result.Directions[0]) is { } picture)
            {
                pictures.Add(picture);
            }

            if (request.KeepMaps && result.Directions[0].Maps is { } kept)
            {
                maps.Add(new DirectionMaps(result.Directions[0].Axis, kept.Current, kept.Power));
            }

            directions.Add(result.Directions[0] with { Maps = null });
        }
        while (++solved < axes.Length);

        return new ConductionReport(request, problem.Volume.Extent, result with { Directions = directions.ToImmutable() })
        {
            RequiredBytes = needed,
            Picture = StructurePicture.Of(problem.Volume, request) with { Directions = pictures.ToImmutable() },
            Maps = maps.ToImmutable(),
        };
    }

    /// <summary>Names the phases of interfaces that are named by a label.</summary>
    internal static ImmutableArray<PhaseInterface> Named(ImmutableArray<PhaseInterface> interfaces, ImmutableArray<ConductingPhase> phases) =>
        [.. interfaces.Select(between => between with { First = Phase(phases, between.First), Second = Phase(phases, between.Second) })];

    /// <summary>Returns the name of the phase that a label belongs to; a name stays as it is.</summary>
    private static string Phase(ImmutableArray<ConductingPhase> phases, string named) =>
        int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
            ? phases.FirstOrDefault(phase => phase.Labels.Contains(label))?.Name ?? named
            : named;

    /// <summary>Tells the run how far the network of one carrier is.</summary>
    private sealed class Carrier(IProgress<RunProgress>? progress, string name, double from, double share) : IProgress<ConductionProgress>
    {
        public void Report(ConductionProgress value) => progress?.Report(new RunProgress(name + value.Step, from + (share * value.Fraction)));

        /// <summary>Says what memory the solve needs, before it starts.</summary>
        internal long Needs(long bytes)
        {
            progress?.Report(new RunProgress(string.Create(CultureInfo.InvariantCulture, $"{name}preparing a solve that needs {bytes / 1e6:F0} MB"), from));
            return bytes;
        }

        /// <summary>Makes the progress of one of several directions.</summary>
        internal Carrier Part(int index, int count) => new(progress, name, from + (share * index / count), share / Math.Max(count, 1));
    }
}
