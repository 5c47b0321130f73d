using System.Collections.Immutable;

namespace Lamella.Cells.Description;

/// <summary>An inert electrode on which only side reactions run, as in a linear sweep to the limit of an electrolyte.</summary>
public sealed record InertElectrode : Electrode
{
    /// <summary>Gets the reactions; at least one.</summary>
    public required ImmutableArray<IrreversibleReaction> Reactions { get; init; }

    /// <summary>Gets the potential of the electrode against lithium before any current [V].</summary>
    public required double RestPotential { get; init; }
}

/// <summary>A reaction without a way back: i = ±i₀·exp[±α·F(E − E₀)/(RT)].</summary>
/// <param name="Name">What reacts.</param>
/// <param name="ExchangeCurrentDensity">i₀, the current density at E₀ [A/m²], &gt; 0.</param>
/// <param name="Potential">E₀ against lithium [V].</param>
/// <param name="TransferCoefficient">α [–], &gt; 0.</param>
/// <param name="IsOxidation">True for an oxidation (current grows with E), false for a reduction.</param>
/// <param name="ActivationEnergy">Activation energy of i₀ [J/mol].</param>
/// <param name="ReferenceTemperature">Temperature of i₀ [K].</param>
public sealed record IrreversibleReaction(
    string Name,
    double ExchangeCurrentDensity,
    double Potential,
    double TransferCoefficient,
    bool IsOxidation,
    double ActivationEnergy = 0.0,
    double ReferenceTemperature = 298.15);
