using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Directions that are uniform on the sphere, without angles: points in the ball, moved to its surface.</summary>
internal static class RandomDirection
{
    private const double Smallest = 1e-4;

    /// <summary>Draws a unit vector.</summary>
    internal static (double X, double Y, double Z) Draw(SeededGenerator generator)
    {
        while (true)
        {
            double x = (2.0 * generator.NextUniform()) - 1.0, y = (2.0 * generator.NextUniform()) - 1.0, z = (2.0 * generator.NextUniform()) - 1.0;
            double squared = (x * x) + (y * y) + (z * z);
            if (squared is <= 1.0 and > Smallest)
            {
                double norm = Math.Sqrt(squared);
                return (x / norm, y / norm, z / norm);
            }
        }
    }
}
