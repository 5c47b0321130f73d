namespace Lamella.Transport.Bounds;

/// <summary>A lower and an upper bound of an effective conductivity.</summary>
/// <param name="Lower">Lower bound [S/m].</param>
/// <param name="Upper">Upper bound [S/m].</param>
public readonly record struct ConductivityBounds(double Lower, double Upper)
{
    /// <summary>Wiener bounds: phases in series and in parallel to the current; hold for every arrangement.</summary>
    /// <param name="fractions">φᵢ [–], each ≥ 0, summing to 1; pores are a phase with conductivity 0.</param>
    /// <param name="conductivities">σᵢ of the bulk phases [S/m], each ≥ 0.</param>
    /// <returns>1/Σ(φᵢ/σᵢ) and Σφᵢσᵢ.</returns>
    /// <exception cref="ArgumentException">The fractions do not sum to 1, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction or conductivity is outside its range.</exception>
    /// <remarks><b>Source.</b> O. Wiener, Abh. Math.-Phys. Kl. Königl. Sächs. Ges. Wiss. 32 (1912) 509.</remarks>
    public static ConductivityBounds Wiener(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities)
    {
        Demand.Phases(fractions, conductivities);
        double parallel = 0.0, resistivity = 0.0;
        for (int i = 0; i < fractions.Length; i++)
        {
            parallel += fractions[i] * conductivities[i];
            resistivity += fractions[i] == 0.0 ? 0.0 : fractions[i] / conductivities[i]; // an insulator gives ∞
        }

        return new ConductivityBounds(1.0 / resistivity, parallel);
    }

    /// <summary>Hashin–Shtrikman bounds of an isotropic mixture of any number of phases.</summary>
    /// <param name="fractions">φᵢ [–], each ≥ 0, summing to 1; pores are a phase with conductivity 0.</param>
    /// <param name="conductivities">σᵢ of the bulk phases [S/m], each ≥ 0.</param>
    /// <returns>[Σφᵢ/(σᵢ + 2σ*)]⁻¹ − 2σ* with σ* the least and the greatest conductivity.</returns>
    /// <exception cref="ArgumentException">The fractions do not sum to 1, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction or conductivity is outside its range.</exception>
    /// <remarks><b>Source.</b> Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125, eq. 3.17, doi 10.1063/1.1728579.</remarks>
    public static ConductivityBounds HashinShtrikman(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities)
    {
        Demand.Phases(fractions, conductivities);
        (double least, double greatest) = (double.PositiveInfinity, 0.0);
        for (int i = 0; i < fractions.Length; i++)
        {
            if (fractions[i] > 0.0)
            {
                least = Math.Min(least, conductivities[i]);
                greatest = Math.Max(greatest, conductivities[i]);
            }
        }

        return new ConductivityBounds(Bound(fractions, conductivities, least), Bound(fractions, conductivities, greatest));
    }

    private static double Bound(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double reference)
    {
        double sum = 0.0;
        for (int i = 0; i < fractions.Length; i++)
        {
            sum += fractions[i] == 0.0 ? 0.0 : fractions[i] / (conductivities[i] + (2.0 * reference));
        }

        return Math.Max(0.0, (1.0 / sum) - (2.0 * reference));
    }
}
