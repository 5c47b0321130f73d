using System.Collections.Immutable;

namespace Lamella.Transport.Composition;

/// <summary>From shares of the mass to shares of the volume and back.</summary>
/// <remarks>
/// φᵢ = (1 − p)·(wᵢ/ρᵢ)/Σⱼ(wⱼ/ρⱼ), with the porosity p: volumes add, nothing dissolves in anything.
/// </remarks>
public static class MassAndVolume
{
    private const double SumTolerance = 1e-9;

    /// <summary>Converts shares of the mass to shares of the volume.</summary>
    /// <param name="massFractions">wᵢ [–], each ≥ 0, summing to 1.</param>
    /// <param name="densities">ρᵢ [kg/m³], each above 0, as many as there are shares.</param>
    /// <param name="porosity">p [–], at least 0 and below 1.</param>
    /// <returns>φᵢ [–]; with the porosity they sum to 1.</returns>
    /// <exception cref="ArgumentException">The shares do not sum to 1, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share, density or the porosity is outside its range.</exception>
    public static ImmutableArray<double> VolumeFractions(
        ReadOnlySpan<double> massFractions, ReadOnlySpan<double> densities, double porosity = 0.0)
    {
        Check(massFractions, densities);
        Demand.Porosity(porosity);
        double total = 0.0;
        for (int i = 0; i < massFractions.Length; i++)
        {
            total += massFractions[i] / densities[i];
        }

        var fractions = ImmutableArray.CreateBuilder<double>(massFractions.Length);
        for (int i = 0; i < massFractions.Length; i++)
        {
            fractions.Add((1.0 - porosity) * (massFractions[i] / densities[i]) / total);
        }

        return fractions.MoveToImmutable();
    }

    /// <summary>Converts shares of the volume to shares of the mass. Pores may be left out: the shares need not sum to 1.</summary>
    /// <param name="volumeFractions">φᵢ [–], each ≥ 0, with a sum above 0 and at most 1.</param>
    /// <param name="densities">ρᵢ [kg/m³], each above 0, as many as there are shares.</param>
    /// <returns>wᵢ [–], summing to 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the shares sum to nothing or to more than 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share or density is outside its range.</exception>
    public static ImmutableArray<double> MassFractions(ReadOnlySpan<double> volumeFractions, ReadOnlySpan<double> densities)
    {
        Demand.SameLength(volumeFractions.Length, densities.Length, nameof(densities));
        double mass = 0.0, volume = 0.0;
        for (int i = 0; i < volumeFractions.Length; i++)
        {
            Demand.Share(volumeFractions[i], nameof(volumeFractions));
            Demand.Positive(densities[i], "kg/m³", nameof(densities));
            mass += volumeFractions[i] * densities[i];
            volume += volumeFractions[i];
        }

        if (!(volume > 0.0 && volume <= 1.0 + SumTolerance))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The volume fractions sum to {volume}; they must sum to more than 0 and at most 1."), nameof(volumeFractions));
        }

        var fractions = ImmutableArray.CreateBuilder<double>(volumeFractions.Length);
        for (int i = 0; i < volumeFractions.Length; i++)
        {
            fractions.Add(volumeFractions[i] * densities[i] / mass);
        }

        return fractions.MoveToImmutable();
    }

    /// <summary>Returns the thickness of a layer from its mass per area.</summary>
    /// <param name="loading">Mass per area of the whole layer [kg/m²], above 0.</param>
    /// <param name="massFractions">wᵢ of its solids [–], summing to 1.</param>
    /// <param name="densities">ρᵢ [kg/m³], each above 0.</param>
    /// <param name="porosity">p [–], at least 0 and below 1.</param>
    /// <returns>L = m·Σ(wᵢ/ρᵢ)/(1 − p) [m].</returns>
    /// <exception cref="ArgumentException">The shares do not sum to 1, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Thickness(
        double loading, ReadOnlySpan<double> massFractions, ReadOnlySpan<double> densities, double porosity)
    {
        Demand.Positive(loading, "kg/m²", nameof(loading));
        Check(massFractions, densities);
        Demand.Porosity(porosity);
        double volumePerMass = 0.0; // [m³/kg]
        for (int i = 0; i < massFractions.Length; i++)
        {
            volumePerMass += massFractions[i] / densities[i];
        }

        return loading * volumePerMass / (1.0 - porosity);
    }

    /// <summary>Returns the concentration of what makes up a share of the mass.</summary>
    /// <param name="massFraction">w [–], 0 to 1.</param>
    /// <param name="density">ρ of the whole [kg/m³], above 0.</param>
    /// <param name="molarMass">M [kg/mol], above 0.</param>
    /// <param name="groups">Reacting groups per molecule [–], above 0: 2 for the double bonds of a diacrylate.</param>
    /// <returns>c = n·w·ρ/M [mol/m³].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Concentration(double massFraction, double density, double molarMass, double groups = 1.0)
    {
        Demand.Share(massFraction, nameof(massFraction));
        Demand.Positive(density, "kg/m³", nameof(density));
        Demand.Positive(molarMass, "kg/mol", nameof(molarMass));
        Demand.Positive(groups, "–", nameof(groups));
        return groups * massFraction * density / molarMass;
    }

    private static void Check(ReadOnlySpan<double> massFractions, ReadOnlySpan<double> densities)
    {
        Demand.SameLength(massFractions.Length, densities.Length, nameof(densities));
        double sum = 0.0;
        for (int i = 0; i < massFractions.Length; i++)
        {
            Demand.Share(massFractions[i], nameof(massFractions));
            Demand.Positive(densities[i], "kg/m³", nameof(densities));
            sum += massFractions[i];
        }

        if (Math.Abs(sum - 1.0) > SumTolerance)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The mass fractions sum to {sum}; they must sum to 1."), nameof(massFractions));
        }
    }
}
