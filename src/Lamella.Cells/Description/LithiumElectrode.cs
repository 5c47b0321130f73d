using Lamella.Materials.Electrodes;

namespace Lamella.Cells.Description;

/// <summary>A lithium electrode: foil, kinetics and surface film.</summary>
public sealed record LithiumElectrode : Electrode
{
    /// <summary>Gets the metal.</summary>
    public required LithiumMetal Metal { get; init; }

    /// <summary>Gets the initial foil thickness [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the area resistance of the surface film at its reference temperature [Ω·m²].</summary>
    public double FilmResistance { get; init; }

    /// <summary>Gets the capacitance of the surface film, parallel to its resistance [F/m²]; ≥ 0.</summary>
    public double FilmCapacitance { get; init; }

    /// <summary>Gets the activation energy of the film conductance [J/mol]; 0 for none.</summary>
    public double FilmActivationEnergy { get; init; }

    /// <summary>Gets the reference temperature of the film resistance [K].</summary>
    public double FilmReferenceTemperature { get; init; } = 298.15;
}
