using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Turns the numbers of a file into labels, one byte each where that is enough.</summary>
internal static class LabelArray
{
    private const int MostLabels = 65_536;

    /// <summary>Makes a volume.</summary>
    /// <param name="path">File, for messages.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="zFastest">Whether z runs fastest in the file instead of x.</param>
    /// <param name="number">Returns the number at a position in the file.</param>
    internal static LabelVolume Make(string path, LatticeExtent extent, VoxelSize size, bool zFastest, Func<long, long> number)
    {
        ushort[] labels = new ushort[extent.Count];
        int largest = 0;
        for (long k = 0; k < labels.LongLength; k++)
        {
            long source = k;
            if (zFastest)
            {
                (long x, long y, long z) = (k % extent.Nx, k / extent.Nx % extent.Ny, k / extent.Nx / extent.Ny);
                source = z + (extent.Nz * (y + (extent.Ny * x)));
            }

            long value = number(source);
            if (value is < 0 or >= MostLabels)
            {
                throw new InputException(
                    InputPlace.Whole(path),
                    string.Create(CultureInfo.InvariantCulture, $"voxel {k} has the label {value}."),
                    "0 to 65535.",
                    "Number the labels from 0 before saving.");
            }

            labels[k] = (ushort)value;
            largest = Math.Max(largest, (int)value);
        }

        return largest < 256
            ? new LabelVolume(extent, size, Array.ConvertAll(labels, label => (byte)label))
            : new LabelVolume(extent, size, labels);
    }
}
