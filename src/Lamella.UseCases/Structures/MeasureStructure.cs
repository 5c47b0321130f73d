using Lamella.Structures.Images;
using Lamella.Structures.Morphology;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Which volume to measure, and how.</summary>
public sealed record MeasurementRequest
{
    /// <summary>Gets the path of the label volume.</summary>
    public required string VolumeFile { get; init; }

    /// <summary>Gets the edges of a voxel.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the part that is measured; the whole by default.</summary>
    public VolumePart Part { get; init; } = new();

    /// <summary>Gets what is measured.</summary>
    public MorphologyOptions Options { get; init; } = new();
}

/// <summary>Reads a labelled volume and measures the shape of its phases.</summary>
public static class MeasureStructure
{
    /// <summary>Runs the request.</summary>
    /// <param name="request">What to measure.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops now and then.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The volume or the request cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MeasurementReport Run(MeasurementRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        LabelVolume volume = VolumeFile.ReadPart(
            request.VolumeFile, request.VoxelSize, request.Part, ReadingProgress.Of("volume", progress), cancellation);
        MorphologyResult result = MorphologyMeasurement.Run(volume, request.Options, progress is null ? null : new Forward(progress), cancellation);
        return new MeasurementReport(request, volume, result);
    }

    private sealed class Forward(IProgress<RunProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new RunProgress("measuring", value));
    }
}
