using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>A random field of mean 0 and variance 1 with the correlation exp(−(r/ℓ)²), on a box whose opposite faces are joined.</summary>
/// <remarks>White noise, convolved along each axis with a Gaussian of standard deviation ℓ/2, which gives that correlation.</remarks>
internal static class GaussianField
{
    private const double Reach = 4.5; // standard deviations

    /// <summary>Makes a field.</summary>
    /// <param name="box">The box.</param>
    /// <param name="lengths">Correlation length ℓ along x, y and z [m].</param>
    /// <param name="generator">Draws the noise.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    internal static float[] Make(VoxelBox box, (double X, double Y, double Z) lengths, SeededGenerator generator, CancellationToken cancellation)
    {
        float[] field = GC.AllocateUninitializedArray<float>(box.Count);
        for (int k = 0; k < field.Length; k++)
        {
            field[k] = (float)generator.NextNormal();
        }

        double[] each = [lengths.X, lengths.Y, lengths.Z];
        for (int axis = 0; axis < 3; axis++)
        {
            Smooth(field, box, axis, Kernel(0.5 * each[axis] / box.Size.Along(axis), box.Extent.Along(axis)), cancellation);
        }

        return field;
    }

    /// <summary>Returns weights from the middle outwards, whose squares sum to 1 over both sides, so that the variance stays 1.</summary>
    /// <param name="deviation">Standard deviation [voxels].</param>
    /// <param name="length">Voxels along the axis; beyond half of them the images of a closed line are added up.</param>
    private static double[] Kernel(double deviation, int length)
    {
        double[] around = new double[length];
        int reach = (int)Math.Ceiling(Reach * deviation);
        for (int k = -reach; k <= reach; k++)
        {
            around[((k % length) + length) % length] += deviation > 0.0 ? PortableFunctions.Exp(-0.5 * (k / deviation) * (k / deviation)) : 1.0;
        }

        double norm = Math.Sqrt(around.Sum(weight => weight * weight));
        double[] kernel = [.. around.Take((length / 2) + 1).Select(weight => weight / norm)];
        int used = Array.FindLastIndex(kernel, weight => weight > 0.0) + 1;
        return kernel[..used];
    }

    private static void Smooth(float[] field, VoxelBox box, int axis, double[] kernel, CancellationToken cancellation)
    {
        (int nx, int ny, int nz) = (box.Extent.Nx, box.Extent.Ny, box.Extent.Nz);
        int[] strides = [1, nx, nx * ny];
        int first = axis == 0 ? 1 : 0, second = axis == 2 ? 1 : 2, n = box.Extent.Along(axis), stride = strides[axis];
        double[] padded = new double[n + (2 * kernel.Length)], smooth = new double[n];
        for (int b = 0; b < box.Extent.Along(second); b++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int a = 0; a < box.Extent.Along(first); a++)
            {
                int start = (a * strides[first]) + (b * strides[second]);
                for (int k = 0; k < padded.Length; k++)
                {
                    padded[k] = field[start + (((k - kernel.Length + (2 * n)) % n) * stride)];
                }

                Convolve(padded, kernel, smooth);
                for (int k = 0; k < n; k++)
                {
                    field[start + (k * stride)] = (float)smooth[k];
                }
            }
        }
    }

    private static void Convolve(double[] padded, double[] kernel, double[] smooth)
    {
        int n = smooth.Length, middle = kernel.Length;
        for (int k = 0; k < n; k++)
        {
            smooth[k] = kernel[0] * padded[middle + k];
        }

        for (int m = 1; m < kernel.Length; m++)
        {
            // On an even closed line the voxel opposite is met from both sides; it counts once.
            double weight = 2 * m == n ? 0.5 * kernel[m] : kernel[m];
            ReadOnlySpan<double> left = padded.AsSpan(middle - m, n), right = padded.AsSpan(middle + m, n);
            for (int k = 0; k < n; k++)
            {
                smooth[k] += weight * (left[k] + right[k]);
            }
        }
    }
}
