using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads grey images: TIFF stacks of 8, 16 or 32 bits or floating point, NumPy arrays, and bare voxels with a sidecar.</summary>
public static class GreyFile
{
    private const double Stored = 65_535.0;

    /// <summary>Reads a part of an image, plane by plane.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="size">Edges of a voxel of the file.</param>
    /// <param name="part">The part; joined voxels get their mean. Null for everything.</param>
    /// <param name="progress">Receives the share that is read [–], or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>The image.</returns>
    /// <exception cref="InputException">The file cannot be used, or the memory would not suffice.</exception>
    public static GreyVolume Read(
        string path, VoxelSize size, VolumePart? part = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        part ??= new VolumePart();
        using IPlaneSource source = PlaneSource.Open(path, isGrey: true);
        (LatticeExtent from, LatticeExtent coarse) = part.Resolve(source.Extent, path);
        MemoryBudget.Require(6 * coarse.Count, coarse, "to hold the image");
        float[] means = Means(source, from, coarse, part.Bin, progress, cancellation);
        (float low, float high) = (means.Min(), means.Max());
        if (!float.IsFinite(low) || !float.IsFinite(high))
        {
            throw new InputException(InputPlace.Whole(path), "some voxels are no finite numbers.", "finite grey values.", "Replace them before saving.");
        }

        bool asTheyAre = !source.IsReal && low >= 0.0F && high <= Stored;
        double offset = asTheyAre ? 0.0 : low, scale = asTheyAre ? 1.0 : Math.Max(high - (double)low, double.Epsilon) / Stored;
        ushort[] values = Array.ConvertAll(means, mean => (ushort)Math.Round(Math.Clamp((mean - offset) / scale, 0.0, Stored)));
        return new GreyVolume(coarse, new VoxelSize(size.X * part.Bin, size.Y * part.Bin, size.Z * part.Bin), values, scale, offset);
    }

    private static float[] Means(
        IPlaneSource source, LatticeExtent from, LatticeExtent coarse, int bin, IProgress<double>? progress, CancellationToken cancellation)
    {
        double[] plane = new double[(long)source.Extent.Nx * source.Extent.Ny], sums = new double[coarse.Nx * coarse.Ny];
        float[] means = new float[coarse.Count];
        for (int z = 0; z < coarse.Nz; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(z / (double)coarse.Nz);
            Array.Clear(sums);
            for (int k = 0; k < bin; k++)
            {
                source.Read(from.Nz + (z * bin) + k, plane);
                for (int y = 0; y < coarse.Ny * bin; y++)
                {
                    int row = from.Nx + (source.Extent.Nx * (from.Ny + y)), to = coarse.Nx * (y / bin);
                    for (int x = 0; x < coarse.Nx * bin; x++)
                    {
                        sums[to + (x / bin)] += plane[row + x];
                    }
                }
            }

            double volume = (double)bin * bin * bin;
            for (int k = 0; k < sums.Length; k++)
            {
                means[((long)z * sums.Length) + k] = (float)(sums[k] / volume);
            }
        }

        return means;
    }
}
