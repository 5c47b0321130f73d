using Lamella.Structures.Images;
using Lamella.Structures.Segmentation;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Which image to segment, and how.</summary>
public sealed record SegmentationRequest
{
    /// <summary>Gets the path of the grey image.</summary>
    public required string ImageFile { get; init; }

    /// <summary>Gets the edges of a voxel of the file.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the part of the image that is used.</summary>
    public VolumePart Part { get; init; } = new();

    /// <summary>Gets how it is segmented.</summary>
    public SegmentationOptions Options { get; init; } = new();
}

/// <summary>Reads a grey image and turns it into phases.</summary>
public static class SegmentStructure
{
    /// <summary>Runs the request.</summary>
    /// <param name="request">What to segment.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops now and then.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The image or the request cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SegmentationReport Run(SegmentationRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        GreyVolume image = GreyFile.Read(request.ImageFile, request.VoxelSize, request.Part, ReadingProgress.Of("image", progress), cancellation);
        return new SegmentationReport(request, Segmenter.Run(image, request.Options, progress is null ? null : new Forward(progress), cancellation));
    }

    private sealed class Forward(IProgress<RunProgress> progress) : IProgress<(string Step, double Fraction)>
    {
        public void Report((string Step, double Fraction) value) => progress.Report(new RunProgress(value.Step, value.Fraction));
    }
}
