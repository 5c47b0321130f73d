using Lamella.Numerics.Execution;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Replaces every voxel by the median of the cube around it; beyond the faces the volume is mirrored.</summary>
public static class MedianFilter
{
    /// <summary>Filters.</summary>
    /// <param name="image">The image.</param>
    /// <param name="radius">Half the edge of the cube [voxels], 1 to 3.</param>
    /// <param name="threads">Threads, ≥ 1; the result does not depend on them.</param>
    /// <param name="progress">Receives the share of the planes that is done [–], from any thread, or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>The smoother image.</returns>
    public static GreyVolume Run(
        GreyVolume image, int radius = 1, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(radius, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, 3);
        ushort[] smooth = new ushort[image.Values.Length];
        Planes(image.Extent.Nz, threads, z => Plane(image, radius, z, smooth), progress, cancellation);
        return image.With(smooth);
    }

    /// <summary>Folds a position that lies beyond a face back into the volume.</summary>
    internal static int Mirror(int k, int length)
    {
        if ((uint)k < (uint)length)
        {
            return k; // nearly always, and divisions are slow
        }

        int period = 2 * length, folded = ((k % period) + period) % period;
        return folded < length ? folded : period - 1 - folded;
    }

    /// <summary>Works on planes in any order and tells how many are done.</summary>
    internal static void Planes(int count, int threads, Action<int> plane, IProgress<double>? progress, CancellationToken cancellation)
    {
        int done = 0;
        DedicatedWorkers.Run(
            count,
            threads,
            z =>
            {
                plane(z);
                progress?.Report(Interlocked.Increment(ref done) / (double)count);
            },
            cancellation);
    }

    private static void Plane(GreyVolume image, int radius, int z, ushort[] smooth)
    {
        (LatticeExtent extent, int edge) = (image.Extent, (2 * radius) + 1);
        ushort[] around = new ushort[edge * edge * edge];
        int[] rows = new int[edge * edge], columns = new int[edge];
        for (int y = 0; y < extent.Ny; y++)
        {
            for (int k = 0; k < rows.Length; k++)
            {
                rows[k] = extent.Nx * (Mirror(y + (k % edge) - radius, extent.Ny) + (extent.Ny * Mirror(z + (k / edge) - radius, extent.Nz)));
            }

            for (int x = 0; x < extent.Nx; x++)
            {
                for (int k = 0; k < edge; k++)
                {
                    columns[k] = Mirror(x + k - radius, extent.Nx);
                }

                int count = 0;
                foreach (int row in rows)
                {
                    foreach (int column in columns)
                    {
                        around[count++] = image.Values[row + column];
                    }
                }

                Array.Sort(around);
                smooth[x + (extent.Nx * (y + (extent.Ny * z)))] = around[around.Length / 2];
            }
        }
    }
}
