using Lamella.Materials.Electrodes;

namespace Lamella.Cells.Description;

/// <summary>A porous cathode with electrolyte in its pores.</summary>
public sealed record PorousCathode
{
    /// <summary>Gets the active material.</summary>
    public required ActiveMaterial Material { get; init; }

    /// <summary>Gets the thickness [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the volume fraction of active material [–].</summary>
    public required double ActiveVolumeFraction { get; init; }

    /// <summary>Gets the electrolyte in the pores, effective; its thickness is ignored.</summary>
    public required ElectrolyteLayer Pores { get; init; }

    /// <summary>Gets the effective electronic conductivity [S/m].</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Gets the particle radius [m].</summary>
    public required double ParticleRadius { get; init; }

    /// <summary>Gets c_max, lithium per particle volume at x = 1 of U(x) [mol/m³], consistent with the stated capacity.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Gets the stoichiometry at the upper cut-off (charged) [–].</summary>
    public required double ChargedStoichiometry { get; init; }

    /// <summary>Gets the stoichiometry at the lower cut-off (discharged) [–].</summary>
    public required double DischargedStoichiometry { get; init; }

    /// <summary>Gets the resistance of the particle film [Ω·m² of particle surface].</summary>
    public double FilmResistance { get; init; }

    /// <summary>Gets the mass of active material per geometric area [kg/m²].</summary>
    public required double ActiveLoading { get; init; }
}
