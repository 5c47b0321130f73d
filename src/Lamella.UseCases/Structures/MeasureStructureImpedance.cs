using System.Collections.Immutable;
using Lamella.Structures.Conduction;
using Lamella.Structures.Images;
using Lamella.Structures.Impedance;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Which structure to find the impedance of, and how.</summary>
public sealed record StructureImpedanceRequest
{
    /// <summary>Gets the path of the label volume.</summary>
    public required string VolumeFile { get; init; }

    /// <summary>Gets the edges of a voxel of the file.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the part of the volume that is solved; the whole by default.</summary>
    public VolumePart Part { get; init; } = new();

    /// <summary>Gets the phases with conductivities and permittivities.</summary>
    public required ImmutableArray<ConductingPhase> Phases { get; init; }

    /// <summary>Gets the interfaces with resistances and capacitances; a phase is named by one of its labels or by its name.</summary>
    public ImmutableArray<PhaseInterface> Interfaces { get; init; } = [];

    /// <summary>Gets what surrounds the volume.</summary>
    public ConductionBoundary Boundary { get; init; }

    /// <summary>Gets the frequencies, the direction and how to solve.</summary>
    public required ImpedanceOptions Options { get; init; }
}

/// <summary>Reads a labelled volume and finds its impedance.</summary>
public static class MeasureStructureImpedance
{
    /// <summary>Runs the request.</summary>
    /// <param name="request">What to solve.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops between two iterations.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The volume or the request cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static StructureImpedanceReport Run(
        StructureImpedanceRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        LabelVolume volume = VolumeFile.ReadPart(
            request.VolumeFile, request.VoxelSize, request.Part, ReadingProgress.Of("volume", progress), cancellation);
        var problem = new ConductionProblem
        {
            Volume = volume,
            Phases = request.Phases,
            Interfaces = ConductStructure.Named(request.Interfaces, request.Phases),
            Boundary = request.Boundary,
        };
        ImpedanceResult result = ImpedanceSolver.Solve(problem, request.Options, progress is null ? null : new Forward(progress), cancellation);
        return new StructureImpedanceReport(request, volume, result);
    }

    private sealed class Forward(IProgress<RunProgress> progress) : IProgress<ConductionProgress>
    {
        public void Report(ConductionProgress value) => progress.Report(new RunProgress(value.Step, value.Fraction));
    }
}
