using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>Exact Euclidean distance of every voxel from the nearest voxel of a set, centre to centre.</summary>
/// <remarks>
/// One pass along each axis over lower envelopes of parabolas; voxels may have three different edges.
/// <b>Source.</b> Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012) 415, <see href="https://doi.org/10.4086/toc.2012.v008a019"/>.
/// </remarks>
public static class DistanceTransform
{
    /// <summary>Computes the distances.</summary>
    /// <param name="isInside">One entry a voxel, x fastest: true for voxels whose distance is wanted, false for the set.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="periodic">Whether opposite faces are joined.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>Distance [m], 0 on the set; infinity everywhere where the set is empty.</returns>
    /// <exception cref="ArgumentException">The number of entries does not fit the extent.</exception>
    public static float[] Compute(
        ReadOnlySpan<bool> isInside, LatticeExtent extent, VoxelSize size, bool periodic = false, CancellationToken cancellation = default)
    {
        if (isInside.Length != extent.Count)
        {
            throw new ArgumentException($"There are {isInside.Length} entries for {extent.Count} voxels.", nameof(isInside));
        }

        float[] squared = GC.AllocateUninitializedArray<float>(isInside.Length);
        for (int k = 0; k < squared.Length; k++)
        {
            squared[k] = isInside[k] ? float.PositiveInfinity : 0.0F;
        }

        int[] strides = [1, extent.Nx, extent.Nx * extent.Ny];
        for (int axis = 0; axis < 3; axis++)
        {
            if (extent.Along(axis) > 1)
            {
                Sweep(squared, extent, axis, strides, size.Along(axis), periodic, cancellation);
            }
        }

        for (int k = 0; k < squared.Length; k++)
        {
            squared[k] = MathF.Sqrt(squared[k]);
        }

        return squared;
    }

    private static void Sweep(float[] squared, LatticeExtent extent, int axis, int[] strides, double edge, bool periodic, CancellationToken cancellation)
    {
        int first = axis == 0 ? 1 : 0, second = axis == 2 ? 1 : 2, n = extent.Along(axis);
        var envelope = new ParabolaEnvelope(n, edge, periodic);
        for (int b = 0; b < extent.Along(second); b++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int a = 0; a < extent.Along(first); a++)
            {
                envelope.Transform(squared, (a * strides[first]) + (b * strides[second]), strides[axis]);
            }
        }
    }
}
