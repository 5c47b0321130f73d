using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>Z = a(jω)^m, of which a constant phase element (m = −n) and a lossy inductor (m = n) are two.</summary>
internal static class PowerLaw
{
    /// <summary>Computes Z, ∂Z/∂ln p of the factor's parameter and ∂Z/∂n, where the factor is p^±1 and the power ±n, signs equal.</summary>
    /// <param name="grid">Frequencies.</param>
    /// <param name="factor">a [Ω·s^m], &gt; 0.</param>
    /// <param name="power">m [–], −1 to 1.</param>
    /// <param name="rows">Receives the impedance; slope 0 is that of the factor, slope 1 that of the exponent.</param>
    /// <remarks>∂Z/∂m = Z·(ln ω + jπ/2).</remarks>
    internal static void Evaluate(FrequencyGrid grid, double factor, double power, ElementRows rows)
    {
        // A power of exactly 0 is taken for that of a constant phase element; n ≥ 0, so a lossy inductor of n = 0 is a mere resistor.
        double sign = double.IsNegative(power) ? -1.0 : 1.0;
        const double quarter = 0.5 * Math.PI;
        (double sine, double cosine) = Math.SinCos(power * quarter);
        Span<double> real = rows.Real, imaginary = rows.Imaginary;
        Span<double> factorReal = rows.RealSlope(0), factorImaginary = rows.ImaginarySlope(0);
        Span<double> powerReal = rows.RealSlope(1), powerImaginary = rows.ImaginarySlope(1);
        double[] logOmega = grid.LogOmega;
        int i = 0;
        for (; i + Vector<double>.Count <= real.Length; i += Vector<double>.Count)
        {
            Vector<double> logarithm = new(logOmega, i), size = factor * Vector.Exp(power * logarithm);
            Vector<double> re = size * cosine, im = size * sine;
            re.CopyTo(real[i..]);
            im.CopyTo(imaginary[i..]);
            (re, im) = (re * sign, im * sign);
            re.CopyTo(factorReal[i..]);
            im.CopyTo(factorImaginary[i..]);
            ((re * logarithm) - (im * quarter)).CopyTo(powerReal[i..]);
            ((im * logarithm) + (re * quarter)).CopyTo(powerImaginary[i..]);
        }

        for (; i < real.Length; i++)
        {
            double size = factor * Math.Exp(power * logOmega[i]);
            double re = size * cosine, im = size * sine;
            (real[i], imaginary[i]) = (re, im);
            (factorReal[i], factorImaginary[i]) = (sign * re, sign * im);
            (powerReal[i], powerImaginary[i]) =
                (sign * ((re * logOmega[i]) - (im * quarter)), sign * ((im * logOmega[i]) + (re * quarter)));
        }
    }
}
