using System.Collections.Immutable;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Planes of one label that are added at the ends of an axis.</summary>
/// <param name="Axis">0 for x, 1 for y, 2 for z.</param>
/// <param name="Before">Planes before the first, ≥ 0.</param>
/// <param name="After">Planes behind the last, ≥ 0.</param>
/// <param name="Label">Their label, 0 to 65 535.</param>
public readonly record struct VolumePadding(int Axis, int Before, int After, int Label);

/// <summary>Which label volume to edit, and how: a part of it is taken, then mirrored, then padded.</summary>
public sealed record EditRequest
{
    /// <summary>Gets the path of the label volume.</summary>
    public required string VolumeFile { get; init; }

    /// <summary>Gets the edges of a voxel of the file.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the part that is taken; the whole by default.</summary>
    public VolumePart Part { get; init; } = new();

    /// <summary>Gets the axes along which the mirror image is put behind the volume, 0 for x to 2 for z.</summary>
    public ImmutableArray<int> Mirrored { get; init; } = [];

    /// <summary>Gets the planes that are added, in this order.</summary>
    public ImmutableArray<VolumePadding> Paddings { get; init; } = [];
}

/// <summary>Reads a label volume of any format, takes a part of it, mirrors and pads it.</summary>
public static class EditStructure
{
    /// <summary>Runs the request.</summary>
    /// <param name="request">What to edit.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">The volume or the request cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EditReport Run(EditRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        LabelVolume volume = VolumeFile.ReadPart(
            request.VolumeFile, request.VoxelSize, request.Part, ReadingProgress.Of("volume", progress), cancellation);
        foreach (int axis in request.Mirrored)
        {
            cancellation.ThrowIfCancellationRequested();
            volume = volume.Mirror(axis);
        }

        foreach (VolumePadding padding in request.Paddings)
        {
            cancellation.ThrowIfCancellationRequested();
            volume = volume.Pad(padding.Axis, padding.Before, padding.After, padding.Label);
        }

        return new EditReport(request, volume);
    }
}
