using System.Numerics;

namespace Lamella.Analysis.Impedance.Elements;

/// <summary>(jωτ)ⁿ and ln(jωτ), of which its derivative with respect to n is the product.</summary>
/// <param name="Value">(jωτ)ⁿ [–].</param>
/// <param name="Logarithm">ln(jωτ) = ln ωτ + jπ/2 [–].</param>
internal readonly record struct DispersedPower(Complex Value, Complex Logarithm)
{
    /// <summary>Computes the power.</summary>
    /// <param name="logarithm">ln ωτ.</param>
    /// <param name="exponent">n, 0 to 1.</param>
    /// <returns>The power and the logarithm.</returns>
    internal static DispersedPower At(double logarithm, double exponent)
    {
        double size = Math.Exp(exponent * logarithm);
        (double sine, double cosine) = Math.SinCos(0.5 * Math.PI * exponent);
        return new DispersedPower(new Complex(size * cosine, size * sine), new Complex(logarithm, 0.5 * Math.PI));
    }
}
