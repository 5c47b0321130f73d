using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Grows marked voxels over an image, flat places first, so that labels meet where the image is steepest.</summary>
/// <remarks><b>Source.</b> Meyer, Signal Process. 38 (1994) 113, <see href="https://doi.org/10.1016/0165-1684(94)90060-4"/>: flooding in the order of the gradient.</remarks>
public static class MarkerWatershed
{
    /// <summary>Label of a voxel that is not marked.</summary>
    public const byte Unmarked = byte.MaxValue;

    private const int Levels = 256;

    /// <summary>Grows the markers.</summary>
    /// <param name="image">The image.</param>
    /// <param name="markers">One label a voxel; <see cref="Unmarked"/> where it is to be found. At least one voxel is marked.</param>
    /// <param name="cancellation">Stops between two levels.</param>
    /// <returns>One label a voxel, none unmarked.</returns>
    /// <exception cref="ArgumentException">The numbers of voxels differ, or none is marked.</exception>
    public static byte[] Run(GreyVolume image, ReadOnlySpan<byte> markers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (markers.Length != image.Values.Length || !markers.ContainsAnyExcept(Unmarked))
        {
            throw new ArgumentException("There must be one marker a voxel, and at least one label among them.", nameof(markers));
        }

        byte[] labels = markers.ToArray(), steepness = Steepness(image);
        var queues = new Queue<int>[Levels];
        for (int level = 0; level < Levels; level++)
        {
            queues[level] = new Queue<int>();
        }

        for (int k = 0; k < labels.Length; k++)
        {
            if (markers[k] != Unmarked)
            {
                Spread(k, 0, labels, steepness, image.Extent, queues);
            }
        }

        for (int level = 0; level < Levels; level++)
        {
            cancellation.ThrowIfCancellationRequested();
            while (queues[level].TryDequeue(out int voxel))
            {
                Spread(voxel, level, labels, steepness, image.Extent, queues);
            }
        }

        return labels;
    }

    /// <summary>Gives the label of a voxel to its neighbours that have none; they wait for their level.</summary>
    private static void Spread(int voxel, int level, byte[] labels, byte[] steepness, LatticeExtent extent, Queue<int>[] queues)
    {
        (int nx, int ny, int nz) = (extent.Nx, extent.Ny, extent.Nz);
        (int x, int y, int z) = (voxel % nx, voxel / nx % ny, voxel / nx / ny);
        Give(voxel - 1, x > 0);
        Give(voxel + 1, x < nx - 1);
        Give(voxel - nx, y > 0);
        Give(voxel + nx, y < ny - 1);
        Give(voxel - (nx * ny), z > 0);
        Give(voxel + (nx * ny), z < nz - 1);

        void Give(int other, bool exists)
        {
            if (exists && labels[other] == Unmarked)
            {
                labels[other] = labels[voxel];
                queues[Math.Max(level, (int)steepness[other])].Enqueue(other);
            }
        }
    }

    /// <summary>Returns the length of the gradient, in 256 levels up to the steepest.</summary>
    private static byte[] Steepness(GreyVolume image)
    {
        LatticeExtent extent = image.Extent;
        float[] lengths = new float[image.Values.Length];
        for (int k = 0; k < lengths.Length; k++)
        {
            (int x, int y, int z) = (k % extent.Nx, k / extent.Nx % extent.Ny, k / extent.Nx / extent.Ny);
            double dx = Slope(k, x, extent.Nx, 1), dy = Slope(k, y, extent.Ny, extent.Nx), dz = Slope(k, z, extent.Nz, extent.Nx * extent.Ny);
            lengths[k] = (float)Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        }

        float steepest = Math.Max(lengths.Max(), float.Epsilon);
        return Array.ConvertAll(lengths, length => (byte)((Levels - 1) * (length / steepest)));

        double Slope(int k, int at, int length, int stride) =>
            image.Values[at < length - 1 ? k + stride : k] - (double)image.Values[at > 0 ? k - stride : k];
    }
}
