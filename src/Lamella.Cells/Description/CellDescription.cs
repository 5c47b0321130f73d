using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;

namespace Lamella.Cells.Description;

/// <summary>A described cell: lithium foil, electrolyte layers from the foil to the counter side, and the positive side.</summary>
/// <remarks>Immutable, in SI. Every layer property is already effective (host porosity and tortuosity applied).</remarks>
public sealed record CellDescription
{
    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the geometric area [m²].</summary>
    public required double Area { get; init; }

    /// <summary>Gets the lithium side at x = 0.</summary>
    public required LithiumElectrode Lithium { get; init; }

    /// <summary>Gets the electrolyte layers between the electrodes, from the lithium side on; at least one.</summary>
    public required ImmutableArray<ElectrolyteLayer> Layers { get; init; }

    /// <summary>Gets the joints: joint k follows layer k; the last one meets the positive side.</summary>
    public required ImmutableArray<Joint> Joints { get; init; }

    /// <summary>Gets the porous cathode, or null for a lithium counter electrode.</summary>
    public PorousCathode? Cathode { get; init; }

    /// <summary>Gets the lithium counter electrode of a symmetric cell, or null.</summary>
    public LithiumElectrode? CounterLithium { get; init; }

    /// <summary>Gets the current density of 1C per geometric area [A/m²]; 0 where C-rates have no meaning.</summary>
    public required double OneCCurrentDensity { get; init; }

    /// <summary>Gets the lower voltage cut-off [V].</summary>
    public required double LowerCutOff { get; init; }

    /// <summary>Gets the upper voltage cut-off [V].</summary>
    public required double UpperCutOff { get; init; }

    /// <summary>Gets the contact resistance of leads and collectors [Ω·m²].</summary>
    public double ContactResistance { get; init; }

    /// <summary>Gets the sources of the values, in the order of the input.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Gets the SHA-256 of the canonical input in hexadecimal; empty for a cell made in code.</summary>
    public string InputHash { get; init; } = string.Empty;
}

/// <summary>A lithium electrode: foil, kinetics and surface film.</summary>
public sealed record LithiumElectrode
{
    /// <summary>Gets the metal.</summary>
    public required LithiumMetal Metal { get; init; }

    /// <summary>Gets the initial foil thickness [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the area resistance of the surface film at its reference temperature [Ω·m²].</summary>
    public double FilmResistance { get; init; }

    /// <summary>Gets the activation energy of the film conductance [J/mol]; 0 for none.</summary>
    public double FilmActivationEnergy { get; init; }

    /// <summary>Gets the reference temperature of the film resistance [K].</summary>
    public double FilmReferenceTemperature { get; init; } = 298.15;
}

/// <summary>What joins two layers.</summary>
/// <param name="Resistance">Jump of the lithium potential per current, R [Ω·m²], ≥ 0.</param>
/// <param name="PartitionCoefficient">K = c⁺/c⁻ of the salt between two binary layers [–], &gt; 0.</param>
/// <param name="ActivationEnergy">Activation energy of the conductance 1/R [J/mol].</param>
/// <param name="ReferenceTemperature">Temperature of R [K].</param>
public sealed record Joint(
    double Resistance, double PartitionCoefficient, double ActivationEnergy = 0.0, double ReferenceTemperature = 298.15)
{
    /// <summary>Gets the joint without resistance or partition.</summary>
    public static Joint Perfect { get; } = new(0.0, 1.0);
}
