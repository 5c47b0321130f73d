namespace Lamella.Transport.Mixing;

/// <summary>Spheres dispersed in a matrix, with a resistance at their surface.</summary>
/// <remarks>
/// <para>σ_f' = σ_f/(1 + σ_f·R_i/a), β = (σ_f' − σ_m)/(σ_f' + 2σ_m), σ = σ_m(1 + 2βφ)/(1 − βφ). For β = 1 it is the greatest
/// gain that dispersed spheres can give; it is the upper Hashin–Shtrikman bound where the filler conducts worse than the matrix
/// and the lower where it conducts better.</para>
/// <para><b>Source.</b> J. C. Maxwell, <i>A Treatise on Electricity and Magnetism</i>, 3rd ed. (1892), art. 314; surface
/// resistance: D. P. H. Hasselman, L. F. Johnson, J. Compos. Mater. 21 (1987) 508, doi 10.1177/002199838702100602.</para>
/// </remarks>
public static class MaxwellMixture
{
    /// <summary>Returns the effective conductivity.</summary>
    /// <param name="matrix">σ_m [S/m], above 0.</param>
    /// <param name="filler">σ_f of the filler [S/m], ≥ 0; may be infinite.</param>
    /// <param name="fraction">φ, share of the volume that the filler takes [–], 0 to 1.</param>
    /// <param name="radius">a of the spheres [m], above 0; used only with a surface resistance.</param>
    /// <param name="interfaceResistance">R_i of their surface [Ω·m²], ≥ 0.</param>
    /// <returns>σ [S/m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Conductivity(double matrix, double filler, double fraction, double radius = 1.0, double interfaceResistance = 0.0)
    {
        Demand.Positive(matrix, "S/m", nameof(matrix));
        if (!(filler >= 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(filler), FormattableString.Invariant($"filler = {filler} S/m must be at least 0 S/m."));
        }

        Demand.Share(fraction, nameof(fraction));
        Demand.Positive(radius, "m", nameof(radius));
        Demand.NotNegative(interfaceResistance, "Ω·m²", nameof(interfaceResistance));

        // Written with resistivities, so that an infinitely conductive filler needs no case of its own.
        double resistivity = (1.0 / filler) + (interfaceResistance / radius); // [Ω·m]
        double beta = (1.0 - (matrix * resistivity)) / (1.0 + (2.0 * matrix * resistivity));
        beta = double.IsNaN(beta) ? -0.5 : beta; // an insulating filler: ∞/∞
        return matrix * (1.0 + (2.0 * beta * fraction)) / (1.0 - (beta * fraction));
    }

    /// <summary>Returns the greatest factor by which dispersed spheres can raise the conductivity of their matrix.</summary>
    /// <param name="fraction">φ [–], 0 to below 1.</param>
    /// <returns>(1 + 2φ)/(1 − φ) [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside its range.</exception>
    public static double Ceiling(double fraction)
    {
        Demand.Porosity(fraction);
        return (1.0 + (2.0 * fraction)) / (1.0 - fraction);
    }

    /// <summary>Returns the factor by which spheres that do not conduct at all lower the conductivity of their matrix.</summary>
    /// <param name="fraction">φ [–], 0 to 1.</param>
    /// <returns>(1 − φ)/(1 + φ/2) [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside its range.</exception>
    public static double Floor(double fraction)
    {
        Demand.Share(fraction, nameof(fraction));
        return (1.0 - fraction) / (1.0 + (0.5 * fraction));
    }

    /// <summary>Returns the surface resistance above which a conducting sphere acts as an obstacle.</summary>
    /// <param name="radius">a [m], above 0.</param>
    /// <param name="filler">σ_f [S/m], above 0.</param>
    /// <returns>a/σ_f [Ω·m²]: the resistance at which the surface takes as much voltage as the grain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static double LargestUsefulResistance(double radius, double filler)
    {
        Demand.Positive(radius, "m", nameof(radius));
        Demand.Positive(filler, "S/m", nameof(filler));
        return radius / filler;
    }
}
