using System.Globalization;
using Lamella.Structures.Conduction;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Reads a labelled volume and finds its effective conductivity.</summary>
public static class ConductStructure
{
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
        progress?.Report(new RunProgress("reading the volume", 0.0));
        LabelVolume volume = VolumeFile.Read(request.VolumeFile, request.VoxelSize);
        var problem = new ConductionProblem
        {
            Volume = volume,
            Phases = request.Phases,
            Interfaces = [.. request.Interfaces.Select(between => between with { First = Phase(request, between.First), Second = Phase(request, between.Second) })],
            Boundary = request.Boundary,
        };
        ConductionResult result = ConductionSolver.Solve(problem, request.Options, progress is null ? null : new Forward(progress), cancellation);
        return new ConductionReport(request, volume.Extent, result) { RequiredBytes = ConductionSolver.RequiredBytes(problem, request.Options) };
    }

    /// <summary>Returns the name of the phase that a label belongs to; a name stays as it is.</summary>
    private static string Phase(ConductionRequest request, string named) =>
        int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
            ? request.Phases.FirstOrDefault(phase => phase.Labels.Contains(label))?.Name ?? named
            : named;

    private sealed class Forward(IProgress<RunProgress> progress) : IProgress<ConductionProgress>
    {
        public void Report(ConductionProgress value) => progress.Report(new RunProgress(value.Step, value.Fraction));
    }
}
