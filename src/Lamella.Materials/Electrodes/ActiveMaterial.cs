using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Electrodes;

/// <summary>An active material of a cathode or an anode that takes up lithium: U(x), diffusion, kinetics and crystal data.</summary>
public sealed record ActiveMaterial
{
    /// <summary>Gets the name by which cell.yaml calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets U(x, T) against Li/Li⁺ [V]; x is the lithium stoichiometry of the published form.</summary>
    public required PropertyLaw OpenCircuitPotential { get; init; }

    /// <summary>Gets U(x, T) while lithium enters [V], or null for a material that is described by one curve.</summary>
    /// <remarks>With it, <see cref="OpenCircuitPotential"/> is the mean of the two branches: an equilibrium that no experiment reaches.</remarks>
    public PropertyLaw? LithiationPotential { get; init; }

    /// <summary>Gets U(x, T) while lithium leaves [V], or null for a material that is described by one curve.</summary>
    public PropertyLaw? DelithiationPotential { get; init; }

    /// <summary>Gets ∂U/∂T(x) [V/K] as published, or null; U(x, T) contains it already.</summary>
    public PropertyLaw? EntropicCoefficient { get; init; }

    /// <summary>Gets the stoichiometries where the closed form of U(x) is finite and falls, or null for its fitted range.</summary>
    /// <remarks>
    /// Wider than the fitted range where the form extrapolates soundly. A bound within 0.01 of 0 or 1 means that there the
    /// host is empty or full, so that the cell ends even if U has not reached the cut-off.
    /// </remarks>
    public ValidRange? UsableStoichiometry { get; init; }

    /// <summary>Gets the stoichiometries between which U(x) rises because the host separates into two phases; null for one phase.</summary>
    /// <remarks>
    /// The ends are the extrema of U, the spinodal points. A particle cannot rest between them: an ensemble fills particle by
    /// particle. Cut-offs must lie outside the potentials of the two ends.
    /// </remarks>
    public ValidRange? UnstableStoichiometry { get; init; }

    /// <summary>Gets D(x, T) of lithium in the particles [m²/s].</summary>
    public required PropertyLaw Diffusivity { get; init; }

    /// <summary>Gets the charge-transfer kinetics.</summary>
    public required IntercalationKinetics Kinetics { get; init; }

    /// <summary>Gets the crystal density [kg/m³].</summary>
    public required double CrystalDensity { get; init; }

    /// <summary>Gets the lithium sites per crystal volume [mol/m³]: no stoichiometry may exceed it.</summary>
    public required double CrystallographicSites { get; init; }

    /// <summary>Gets c_max as published with U(x) [mol/m³]; where it exceeds the sites, x must be renormalised.</summary>
    public required double PublishedMaximumConcentration { get; init; }

    /// <summary>Gets the particle radius of the published set [m].</summary>
    public required double ParticleRadius { get; init; }

    /// <summary>Gets the electronic conductivity of the electrode of the published set, effective [S/m].</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Gets what the user must know before trusting the set: traps of the published values.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Gets the sources of all scalar values, one per property name.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }
}
