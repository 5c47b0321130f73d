using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>One of the thirteen lines through a voxel and its neighbours.</summary>
/// <param name="X">Step along x.</param>
/// <param name="Y">Step along y.</param>
/// <param name="Z">Step along z.</param>
/// <param name="Length">Length of the step [m].</param>
/// <param name="Weight">Share of all directions that are nearer to this one than to the others [–].</param>
internal readonly record struct CroftonDirection(int X, int Y, int Z, double Length, double Weight);

/// <summary>The thirteen directions and their weights for voxels of any edges.</summary>
/// <remarks>
/// For cubes the weights are 0.0457785 along the axes, 0.0369806 along diagonals of faces and 0.0351956 along those of the cube,
/// each for both ends: Ohser and Mücklich, <i>Statistical Analysis of Microstructures in Materials Science</i> (2000), p. 115.
/// </remarks>
internal static class CroftonDirections
{
    private const int Points = 200_000;

    /// <summary>Returns the directions.</summary>
    internal static CroftonDirection[] Of(VoxelSize size)
    {
        (int X, int Y, int Z)[] steps =
        [
            (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, -1, 0), (1, 0, 1), (1, 0, -1), (0, 1, 1), (0, 1, -1),
            (1, 1, 1), (1, 1, -1), (1, -1, 1), (1, -1, -1),
        ];
        double[] lengths = [.. steps.Select(step => Math.Sqrt(Square(step.X * size.X) + Square(step.Y * size.Y) + Square(step.Z * size.Z)))];
        int[] nearest = new int[steps.Length];
        double golden = Math.PI * (3.0 - Math.Sqrt(5.0));
        for (int k = 0; k < Points; k++)
        {
            // Points spread evenly over a half sphere.
            double z = (k + 0.5) / Points, ring = Math.Sqrt(1.0 - (z * z)), x = ring * Math.Cos(golden * k), y = ring * Math.Sin(golden * k);
            int best = 0;
            double largest = -1.0;
            for (int s = 0; s < steps.Length; s++)
            {
                double cosine = Math.Abs((steps[s].X * size.X * x) + (steps[s].Y * size.Y * y) + (steps[s].Z * size.Z * z)) / lengths[s];
                (best, largest) = cosine > largest ? (s, cosine) : (best, largest);
            }

            nearest[best]++;
        }

        return [.. steps.Select((step, s) => new CroftonDirection(step.X, step.Y, step.Z, lengths[s], nearest[s] / (double)Points))];
    }

    private static double Square(double value) => value * value;
}
