using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Materials.Electrodes;

namespace Lamella.Cells.Description;

/// <summary>A porous electrode with electrolyte in its pores; cathode or anode.</summary>
/// <remarks><see cref="Electrode.DoubleLayerCapacitance"/> counts per surface of all particles.</remarks>
public sealed record PorousElectrode : Electrode
{
    /// <summary>Gets the particle populations; at least one. More than one for blends, size distributions, ensembles.</summary>
    public required ImmutableArray<ActiveParticles> Particles { get; init; }

    /// <summary>Gets the thickness [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the electrolyte in the pores, effective; its thickness is ignored.</summary>
    public required ElectrolyteLayer Pores { get; init; }

    /// <summary>Gets the effective electronic conductivity [S/m].</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Gets the mass of active material per geometric area [kg/m²].</summary>
    public required double ActiveLoading { get; init; }

    /// <summary>Gets the volume fraction of all active material [–].</summary>
    public double ActiveVolumeFraction => Particles.Sum(p => p.VolumeFraction);

    /// <summary>Gets the names of the active materials, joined by +.</summary>
    public string MaterialName => string.Join(" + ", Particles.Select(p => p.Material.Name).Distinct());

    /// <summary>Gets the charge between the charged and the discharged state per geometric area [C/m²].</summary>
    public double ReversibleCharge => PhysicalConstants.Faraday * Thickness * Particles.Sum(
        p => p.VolumeFraction * p.MaximumConcentration * Math.Abs(p.DischargedStoichiometry - p.ChargedStoichiometry));
}

/// <summary>One population of equal particles of one material.</summary>
public sealed record ActiveParticles
{
    /// <summary>Gets the active material.</summary>
    public required ActiveMaterial Material { get; init; }

    /// <summary>Gets the volume of these particles per volume of the electrode [–], in (0, 1).</summary>
    public required double VolumeFraction { get; init; }

    /// <summary>Gets the particle radius [m].</summary>
    public required double Radius { get; init; }

    /// <summary>Gets c_max, lithium per particle volume at x = 1 of U(x) [mol/m³], consistent with the stated capacity.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Gets the stoichiometry of the charged cell (at the upper cut-off) [–].</summary>
    public required double ChargedStoichiometry { get; init; }

    /// <summary>Gets the stoichiometry of the discharged cell (at the lower cut-off) [–].</summary>
    public required double DischargedStoichiometry { get; init; }

    /// <summary>Gets the resistance of the particle film [Ω·m² of particle surface].</summary>
    public double FilmResistance { get; init; }
}
