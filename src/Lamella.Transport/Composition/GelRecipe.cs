using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Transport.Composition;

/// <summary>The recipe of a gel: solvent, polymer by mass of the solvent, and salt by volume of the solvent.</summary>
/// <remarks>Masses are conserved; that salt swells the solvent and curing shrinks the gel is in the density that a user states.</remarks>
/// <param name="PolymerPerSolvent">Mass of polymer or monomer per mass of solvent [–], ≥ 0.</param>
/// <param name="SaltConcentration">Salt per volume of solvent [mol/m³], ≥ 0.</param>
/// <param name="SaltMolarMass">Molar mass of the salt [kg/mol], above 0.</param>
/// <param name="SolventDensity">Density of the solvent [kg/m³], above 0.</param>
public sealed record GelRecipe(
    [property: Unit("–")] double PolymerPerSolvent,
    [property: Unit("mol/m³")] double SaltConcentration,
    [property: Unit("kg/mol")] double SaltMolarMass,
    [property: Unit("kg/m³")] double SolventDensity)
{
    /// <summary>Gets the mass of polymer and salt per mass of solvent [–].</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the recipe is outside its range.</exception>
    public double SolidsPerSolvent => Checked().PolymerPerSolvent + (SaltConcentration * SaltMolarMass / SolventDensity);

    /// <summary>Gets the shares of the mass of solvent, polymer and salt [–], summing to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the recipe is outside its range.</exception>
    public ImmutableArray<double> MassFractions
    {
        get
        {
            double gel = 1.0 + SolidsPerSolvent;
            return [1.0 / gel, PolymerPerSolvent / gel, (SolidsPerSolvent - PolymerPerSolvent) / gel];
        }
    }

    /// <summary>Returns the mass steps of a solid that this gel fills: the solvent goes first, then polymer and salt, and the solid stays.</summary>
    /// <param name="residue">Share of the mass that stays [–], 0 to 1.</param>
    /// <returns>Losses of the two steps, in shares of the first mass [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public (double Volatile, double Solids) MassSteps(double residue)
    {
        Demand.Share(residue, nameof(residue));
        double solvent = (1.0 - residue) / (1.0 + SolidsPerSolvent);
        return (solvent, solvent * SolidsPerSolvent);
    }

    private GelRecipe Checked()
    {
        Demand.NotNegative(PolymerPerSolvent, "–", nameof(PolymerPerSolvent));
        Demand.NotNegative(SaltConcentration, "mol/m³", nameof(SaltConcentration));
        Demand.Positive(SaltMolarMass, "kg/mol", nameof(SaltMolarMass));
        Demand.Positive(SolventDensity, "kg/m³", nameof(SolventDensity));
        return this;
    }
}
