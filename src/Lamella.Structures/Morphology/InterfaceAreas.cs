using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Morphology;

/// <summary>Areas of the interfaces between phases, from how often lines cross them (Cauchy and Crofton).</summary>
/// <remarks>
/// S/V = 2·Σ w·(crossings a length) over thirteen directions, w the share of each. Steps of voxels do not count: a sphere of
/// eight voxels radius comes out within 1.5 %, where its voxel faces have 1.5 times the area.
/// <b>Source.</b> Ohser and Mücklich (2000), ch. 4.2.
/// </remarks>
internal static class InterfaceAreas
{
    /// <summary>Measures all pairs of phases.</summary>
    /// <param name="phases">Phase of each voxel, x fastest, below <paramref name="count"/>.</param>
    /// <param name="count">Number of phases.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="directions">The directions.</param>
    /// <param name="periodic">Whether opposite faces are joined.</param>
    /// <param name="cancellation">Stops between two directions.</param>
    /// <returns>Area a volume [1/m], element [a, b] for a below b.</returns>
    internal static double[,] PerVolume(
        byte[] phases, int count, LatticeExtent extent, CroftonDirection[] directions, bool periodic, CancellationToken cancellation)
    {
        double[,] areas = new double[count, count];
        foreach (CroftonDirection direction in directions)
        {
            cancellation.ThrowIfCancellationRequested();
            long[] crossings = Crossings(phases, count, extent, direction, periodic, out long pairs);
            for (int a = 0; a < count && pairs > 0; a++)
            {
                for (int b = a + 1; b < count; b++)
                {
                    areas[a, b] += 2.0 * direction.Weight * (crossings[(a * count) + b] + crossings[(b * count) + a]) / (pairs * direction.Length);
                }
            }
        }

        return areas;
    }

    private static long[] Crossings(byte[] phases, int count, LatticeExtent extent, CroftonDirection direction, bool periodic, out long pairs)
    {
        long[] crossings = new long[count * count];
        (int nx, int ny, int nz) = (extent.Nx, extent.Ny, extent.Nz);
        pairs = 0;
        for (int z = 0; z < nz; z++)
        {
            int z2 = Step(z, direction.Z, nz, periodic);
            for (int y = 0; y < ny && z2 >= 0; y++)
            {
                int y2 = Step(y, direction.Y, ny, periodic);
                if (y2 < 0)
                {
                    continue;
                }

                int row = nx * (y + (ny * z)), other = nx * (y2 + (ny * z2));
                int inner = direction.X == 0 ? nx : nx - 1;
                for (int x = 0; x < inner; x++)
                {
                    crossings[(phases[row + x] * count) + phases[other + x + direction.X]]++;
                }

                pairs += inner;
                if (periodic && direction.X != 0)
                {
                    crossings[(phases[row + nx - 1] * count) + phases[other]]++;
                    pairs++;
                }
            }
        }

        return crossings;
    }

    private static int Step(int k, int step, int length, bool periodic) =>
        periodic ? (k + step + length) % length : k + step >= 0 && k + step < length ? k + step : -1;
}
