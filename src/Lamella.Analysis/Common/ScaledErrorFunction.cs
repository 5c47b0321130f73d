using MathNet.Numerics;

namespace Lamella.Analysis.Common;

/// <summary>The function exp(x²)·erfc(x), which stays finite where its factors do not.</summary>
internal static class ScaledErrorFunction
{
    private const double Large = 6.0;
    private const int Terms = 40;

    /// <summary>Computes exp(x²)·erfc(x).</summary>
    /// <param name="x">Argument, ≥ 0.</param>
    /// <returns>A number in (0, 1].</returns>
    /// <remarks>From 6 on by the continued fraction of Laplace; Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.14.</remarks>
    internal static double At(double x)
    {
        if (x < Large)
        {
            return Math.Exp(x * x) * SpecialFunctions.Erfc(x);
        }

        double tail = x;
        for (int k = Terms; k >= 1; k--)
        {
            tail = x + (0.5 * k / tail);
        }

        return 1.0 / (Math.Sqrt(Math.PI) * tail);
    }
}
