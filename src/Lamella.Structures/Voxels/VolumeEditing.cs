using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>Cuts, joins, mirrors and pads label volumes; every method returns a new one.</summary>
public static class VolumeEditing
{
    /// <summary>Takes a part.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="part">A box of it, with voxels joined: the most frequent label wins, the first of several.</param>
    /// <returns>The part.</returns>
    /// <exception cref="InputException">The part is not within the volume.</exception>
    public static LabelVolume Take(this LabelVolume volume, VolumePart part)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentNullException.ThrowIfNull(part);
        (LatticeExtent from, LatticeExtent coarse) = part.Resolve(volume.Extent, "crop");
        int bin = part.Bin;
        var votes = new LabelVotes();
        return Make(coarse, new VoxelSize(volume.Size.X * bin, volume.Size.Y * bin, volume.Size.Z * bin), volume.IsNarrow, (x, y, z) =>
        {
            votes.Clear();
            for (int k = 0; k < bin * bin * bin; k++)
            {
                votes.Add(volume[from.Nx + (x * bin) + (k % bin), from.Ny + (y * bin) + (k / bin % bin), from.Nz + (z * bin) + (k / bin / bin)]);
            }

            return votes.Winner;
        });
    }

    /// <summary>Puts the mirror image behind a volume along an axis, so that its ends fit together.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>A volume twice as long along the axis.</returns>
    public static LabelVolume Mirror(this LabelVolume volume, int axis)
    {
        ArgumentNullException.ThrowIfNull(volume);
        int length = volume.Extent.Along(axis);
        LatticeExtent extent = With(volume.Extent, axis, checked(2 * length));
        return Make(extent, volume.Size, volume.IsNarrow, (x, y, z) => volume[Fold(x, axis == 0), Fold(y, axis == 1), Fold(z, axis == 2)]);

        int Fold(int k, bool mirrored) => mirrored && k >= length ? (2 * length) - 1 - k : k;
    }

    /// <summary>Adds planes of one label at both ends of an axis.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <param name="before">Planes before the first, ≥ 0.</param>
    /// <param name="after">Planes behind the last, ≥ 0.</param>
    /// <param name="label">Their label, 0 to 65 535.</param>
    /// <returns>The longer volume.</returns>
    public static LabelVolume Pad(this LabelVolume volume, int axis, int before, int after, int label)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)label, ushort.MaxValue, nameof(label));
        int length = volume.Extent.Along(axis);
        LatticeExtent extent = With(volume.Extent, axis, checked(length + before + after));
        return Make(extent, volume.Size, volume.IsNarrow && label < 256, (x, y, z) =>
        {
            int at = (axis == 0 ? x : axis == 1 ? y : z) - before;
            return at < 0 || at >= length ? label : volume[axis == 0 ? at : x, axis == 1 ? at : y, axis == 2 ? at : z];
        });
    }

    private static LatticeExtent With(LatticeExtent extent, int axis, int length) =>
        axis == 0 ? extent with { Nx = length } : axis == 1 ? extent with { Ny = length } : extent with { Nz = length };

    private static LabelVolume Make(LatticeExtent extent, VoxelSize size, bool narrow, Func<int, int, int, int> label)
    {
        MemoryBudget.Require(3 * extent.Count, extent, "to hold the labels");
        ushort[] labels = new ushort[extent.Count];
        for (long k = 0; k < labels.LongLength; k++)
        {
            labels[k] = (ushort)label((int)(k % extent.Nx), (int)(k / extent.Nx % extent.Ny), (int)(k / extent.Nx / extent.Ny));
        }

        return narrow ? new LabelVolume(extent, size, Array.ConvertAll(labels, own => (byte)own)) : new LabelVolume(extent, size, labels);
    }
}
