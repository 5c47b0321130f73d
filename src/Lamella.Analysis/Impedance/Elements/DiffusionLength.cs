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
        (double real, double imaginary) = Tanh(s.Real, s.Imaginary);
        return new Complex(real, imaginary);
    }

    /// <summary>Computes coth s.</summary>
    /// <param name="s">s ≠ 0, Re s ≥ 0.</param>
    /// <returns>coth s.</returns>
    internal static Complex Coth(Complex s) => 1.0 / Tanh(s);

    /// <summary>Computes tanh a(1 + j), as ordinary diffusion needs it.</summary>
    /// <param name="a">a ≥ 0.</param>
    /// <returns>Both parts.</returns>
    internal static (double Real, double Imaginary) Tanh(double a) => Tanh(a, a);

    /// <summary>Computes coth a(1 + j).</summary>
    /// <param name="a">a &gt; 0.</param>
    /// <returns>Both parts.</returns>
    internal static (double Real, double Imaginary) Coth(double a)
    {
        (double real, double imaginary) = Tanh(a, a);
        double inverse = 1.0 / ((real * real) + (imaginary * imaginary));
        return (real * inverse, -imaginary * inverse);
    }

    private static (double Real, double Imaginary) Tanh(double a, double b)
    {
        // With e = exp(−2a): the denominator is 1 + 2e·cos 2b + e². Beyond a = 20 the function is 1 to round-off.
        if (a > 20.0)
        {
            return (1.0, 0.0);
        }

        double e = Math.Exp(-2.0 * a);
        (double sine, double cosine) = Math.SinCos(2.0 * b);
        double below = 1.0 / (1.0 + (e * ((2.0 * cosine) + e)));
        // (1 − e)(1 + e) loses digits where e is near 1; the series does not.
        double above = a < 1e-3 ? -Expm1(-4.0 * a) : (1.0 - e) * (1.0 + e);
        return (above * below, 2.0 * e * sine * below);
    }

    /// <summary>e^x − 1 for small |x| by its series.</summary>
    private static double Expm1(double x) => x * (1.0 + (x / 2.0 * (1.0 + (x / 3.0 * (1.0 + (x / 4.0 * (1.0 + (x / 5.0))))))));
}
