using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Cycling;

/// <summary>Draws parameters of a law of fade from Student's distribution about the fitted ones.</summary>
internal static class FadeDraws
{
    /// <summary>Returns the lower triangular root L of the covariance, L·Lᵀ.</summary>
    internal static double[] Root(FadeFitResult law)
    {
        double[] root = [.. law.Covariance];
        Cholesky.Factor(root, law.Parameters.Length, 1e-14);
        return root;
    }

    /// <summary>Draws a set of parameters.</summary>
    internal static double[] Next(FadeFitResult law, double[] root, SeededGenerator generator)
    {
        int n = law.Parameters.Length;
        double[] normal = new double[n], values = [.. law.Parameters];
        for (int i = 0; i < n; i++)
        {
            normal[i] = generator.NextNormal();
        }

        double chi = ChiSquare(law.Freedom, generator), scale = Math.Sqrt(law.Freedom / chi);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                values[i] += scale * root[(i * n) + j] * normal[j];
            }
        }

        return values;
    }

    /// <summary>Draws χ²; from 100 degrees of freedom on by the cube of Wilson and Hilferty, whose error is then below 1e-4.</summary>
    /// <remarks>Wilson and Hilferty, Proc. Natl. Acad. Sci. 17 (1931) 684, doi 10.1073/pnas.17.12.684.</remarks>
    private static double ChiSquare(int freedom, SeededGenerator generator)
    {
        double sum = 0.0;
        if (freedom < 100)
        {
            for (int i = 0; i < freedom; i++)
            {
                double normal = generator.NextNormal();
                sum += normal * normal;
            }

            return Math.Max(sum, double.Epsilon);
        }

        double spread = 2.0 / (9.0 * freedom), cube = 1.0 - spread + (generator.NextNormal() * Math.Sqrt(spread));
        return freedom * cube * cube * cube;
    }
}
