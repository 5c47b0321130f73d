using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Replaces every voxel by a mean of the voxels around it, weighed by how alike their surroundings are.</summary>
/// <remarks>
/// Weight exp(−max(d² − 2σ², 0)/h²), d² the mean squared difference of the cubes around both voxels, σ the noise and h = strength·σ. Edges
/// stay sharp, since voxels across them have other surroundings. Beyond the faces the volume is mirrored.
/// <b>Source.</b> Buades, Coll and Morel, Multiscale Model. Simul. 4 (2005) 490, <see href="https://doi.org/10.1137/040616024"/>.
/// </remarks>
public static class NonLocalMeans
{
    private const int Search = 2;
    private const int Patch = 1;
    private const double MedianToDeviation = 0.6745;

    /// <summary>Filters.</summary>
    /// <param name="image">The image.</param>
    /// <param name="strength">How different surroundings may be, in standard deviations of the noise, above 0.</param>
    /// <param name="threads">Threads, ≥ 1; the result does not depend on them.</param>
    /// <param name="progress">Receives the share of the planes that is done [–], from any thread, or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>The smoother image.</returns>
    public static GreyVolume Run(
        GreyVolume image, double strength = 1.0, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strength);
        double noise = Noise(image);
        if (noise == 0.0)
        {
            return image;
        }

        ushort[] smooth = new ushort[image.Values.Length];
        MedianFilter.Planes(image.Extent.Nz, threads, z => new Sheet(image, noise, strength).Plane(z, smooth), progress, cancellation);
        return image.With(smooth);
    }

    /// <summary>Estimates the standard deviation of the noise from the median difference of neighbours along x [stored units].</summary>
    internal static double Noise(GreyVolume image)
    {
        if (image.Extent.Nx < 2)
        {
            return 0.0;
        }

        long[] counts = new long[ushort.MaxValue + 1];
        long total = 0;
        for (int k = 1; k < image.Values.Length; k++)
        {
            if (k % image.Extent.Nx != 0)
            {
                counts[Math.Abs(image.Values[k] - image.Values[k - 1])]++;
                total++;
            }
        }

        long below = 0;
        int median = 0;
        while (below + counts[median] <= total / 2)
        {
            below += counts[median++];
        }

        // Within the bin of the median, so that coarse grey values do not round the estimate.
        double within = counts[median] > 0 ? ((total / 2.0) - below) / counts[median] : 0.0;
        return Math.Max(0.0, median - 0.5 + within) / (MedianToDeviation * Math.Sqrt(2.0));
    }

    /// <summary>Works on one plane; a patch reaches one plane further than the search.</summary>
    private sealed class Sheet
    {
        private readonly GreyVolume _image;
        private readonly double _noise;
        private readonly double _scale;
        private readonly int _nx;
        private readonly int _ny;
        private readonly float[] _columns; // squared differences, summed over the planes of a patch
        private readonly float[] _rows; // and over its rows
        private readonly double[] _sums;
        private readonly double[] _weights;

        internal Sheet(GreyVolume image, double noise, double strength)
        {
            (_image, _noise, _nx, _ny) = (image, noise, image.Extent.Nx, image.Extent.Ny);
            _scale = 1.0 / (strength * noise * strength * noise);
            _columns = new float[_nx * _ny];
            _rows = new float[_nx * _ny];
            _sums = new double[_nx * _ny];
            _weights = new double[_nx * _ny];
        }

        internal void Plane(int z, ushort[] smooth)
        {
            for (int dz = -Search; dz <= Search; dz++)
            {
                for (int dy = -Search; dy <= Search; dy++)
                {
                    for (int dx = -Search; dx <= Search; dx++)
                    {
                        Offset(z, dx, dy, dz);
                    }
                }
            }

            int start = z * _nx * _ny;
            for (int k = 0; k < _sums.Length; k++)
            {
                smooth[start + k] = (ushort)Math.Round(_sums[k] / _weights[k]);
            }
        }

        private void Offset(int z, int dx, int dy, int dz)
        {
            LatticeExtent extent = _image.Extent;
            ushort[] values = _image.Values;
            Array.Clear(_columns);
            for (int pz = -Patch; pz <= Patch; pz++)
            {
                int near = _nx * _ny * MedianFilter.Mirror(z + pz, extent.Nz), far = _nx * _ny * MedianFilter.Mirror(z + pz + dz, extent.Nz);
                for (int y = 0; y < _ny; y++)
                {
                    int row = near + (_nx * y), other = far + (_nx * MedianFilter.Mirror(y + dy, _ny)), to = _nx * y;
                    for (int x = 0; x < _nx; x++)
                    {
                        float difference = values[row + x] - (float)values[other + MedianFilter.Mirror(x + dx, _nx)];
                        _columns[to + x] += difference * difference;
                    }
                }
            }

            for (int y = 0; y < _ny; y++)
            {
                int low = _nx * MedianFilter.Mirror(y - 1, _ny), own = _nx * y, high = _nx * MedianFilter.Mirror(y + 1, _ny);
                for (int x = 0; x < _nx; x++)
                {
                    _rows[own + x] = _columns[low + x] + _columns[own + x] + _columns[high + x];
                }
            }

            Weigh(z, dx, dy, dz);
        }

        private void Weigh(int z, int dx, int dy, int dz)
        {
            int far = _nx * _ny * MedianFilter.Mirror(z + dz, _image.Extent.Nz);
            for (int y = 0; y < _ny; y++)
            {
                int row = _nx * y, other = far + (_nx * MedianFilter.Mirror(y + dy, _ny));
                for (int x = 0; x < _nx; x++)
                {
                    float sum = _rows[row + MedianFilter.Mirror(x - 1, _nx)] + _rows[row + x] + _rows[row + MedianFilter.Mirror(x + 1, _nx)];
                    double excess = Math.Max((sum / 27.0) - (2.0 * _noise * _noise), 0.0), weight = Math.Exp(-excess * _scale);
                    _sums[row + x] += weight * _image.Values[other + MedianFilter.Mirror(x + dx, _nx)];
                    _weights[row + x] += weight;
                }
            }
        }
    }
}
