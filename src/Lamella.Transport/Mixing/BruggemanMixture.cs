namespace Lamella.Transport.Mixing;

/// <summary>The symmetric effective medium: every phase surrounded by the mixture itself.</summary>
/// <remarks>
/// Σφᵢ(σᵢ − σ)/(σᵢ + 2σ) = 0; a phase percolates above a third of the volume.
/// <b>Source.</b> D. A. G. Bruggeman, Ann. Phys. 416 (1935) 636, doi 10.1002/andp.19354160705;
/// R. Landauer, J. Appl. Phys. 23 (1952) 779, doi 10.1063/1.1702301.
/// </remarks>
public static class BruggemanMixture
{
    /// <summary>Returns the effective conductivity.</summary>
    /// <param name="fractions">φᵢ [–], each ≥ 0, summing to 1; pores are a phase with conductivity 0.</param>
    /// <param name="conductivities">σᵢ [S/m], each ≥ 0.</param>
    /// <returns>σ [S/m]; 0 where no conducting phase percolates.</returns>
    /// <exception cref="ArgumentException">The fractions do not sum to 1, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction or conductivity is outside its range.</exception>
    public static double Conductivity(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities)
    {
        Demand.Phases(fractions, conductivities);
        double low = 0.0, high = 0.0;
        foreach (double conductivity in conductivities)
        {
            high = Math.Max(high, conductivity);
        }

        // The sum falls with σ from the greatest to the least value; 200 halvings reach the last bit from any start.
        for (int halving = 0; halving < 200 && high > low; halving++)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = Excess(fractions, conductivities, middle) > 0.0 ? (middle, high) : (low, middle);
        }

        return high <= double.Epsilon * 8.0 ? 0.0 : high;
    }

    private static double Excess(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double mixture)
    {
        double sum = 0.0;
        for (int i = 0; i < fractions.Length; i++)
        {
            sum += fractions[i] * (conductivities[i] - mixture) / (conductivities[i] + (2.0 * mixture));
        }

        return sum;
    }
}
