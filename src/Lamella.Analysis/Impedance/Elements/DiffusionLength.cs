using System.Numerics;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>coth s and tanh s for Re s ≥ 0 without overflow.</summary>
internal static class DiffusionLength
{
    /// <summary>Computes tanh s = (1 − e^−2s)/(1 + e^−2s).</summary>
    /// <param name="s">s, Re s ≥ 0.</param>
    /// <returns>tanh s.</returns>
    internal static Complex Tanh(Complex s)
    {
        // With e = exp(−2a), s = a + jb: the denominator is 1 + 2e·cos 2b + e².
        double e = Math.Exp(-2.0 * s.Real);
        (double sine, double cosine) = Math.SinCos(2.0 * s.Imaginary);
        double below = 1.0 + (e * ((2.0 * cosine) + e));
        // (1 − e)(1 + e) loses nothing where e is near 1, because expm1 is not needed: a itself is small there.
        double above = s.Real < 1e-3 ? -Expm1(-4.0 * s.Real) : (1.0 - e) * (1.0 + e);
        return new Complex(above / below, 2.0 * e * sine / below);
    }

    /// <summary>Computes coth s.</summary>
    /// <param name="s">s ≠ 0, Re s ≥ 0.</param>
    /// <returns>coth s.</returns>
    internal static Complex Coth(Complex s) => 1.0 / Tanh(s);

    /// <summary>e^x − 1 for small |x| by its series.</summary>
    private static double Expm1(double x) => x * (1.0 + (x / 2.0 * (1.0 + (x / 3.0 * (1.0 + (x / 4.0 * (1.0 + (x / 5.0))))))));
}
