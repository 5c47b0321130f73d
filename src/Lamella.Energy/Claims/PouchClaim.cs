using Lamella.Core.Provenance;

namespace Lamella.Energy.Claims;

/// <summary>What a publication says of a pouch cell; null where it does not say it.</summary>
public sealed record PouchClaim
{
    /// <summary>Gets the name of the claim: the number of a reference, or what the user calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the cell is.</summary>
    public required string System { get; init; }

    /// <summary>Gets who claims it.</summary>
    public required Source Source { get; init; }

    /// <summary>Gets the cathode as printed.</summary>
    public required string Cathode { get; init; }

    /// <summary>Gets the upper cut-off [V], where it decides on the capacity.</summary>
    public double? UpperCutOff { get; init; }

    /// <summary>Gets the mass of the coating per area of one side [kg/m²].</summary>
    public double? Loading { get; init; }

    /// <summary>Gets the discharge capacity per area of one side [C/m²].</summary>
    public double? ArealCapacity { get; init; }

    /// <summary>Gets the thickness of lithium at assembly [m]; 0 for an anode-free cell.</summary>
    public double? Lithium { get; init; }

    /// <summary>Gets the thickness of the anode's collector [m]; 0 where it is said that there is none.</summary>
    public double? Collector { get; init; }

    /// <summary>Gets the electrolyte per capacity [kg/C].</summary>
    public double? Electrolyte { get; init; }

    /// <summary>Gets the capacity of the cell [C].</summary>
    public double? Capacity { get; init; }

    /// <summary>Gets the claimed energy per mass of the cell [J/kg].</summary>
    public required double Energy { get; init; }

    /// <summary>Gets the claimed energy per volume of the cell [J/m³].</summary>
    public double? EnergyDensity { get; init; }

    /// <summary>Gets the same cell as another place of the publication describes it, or null.</summary>
    public PouchClaim? Elsewhere { get; init; }

    /// <summary>Gets where this description stands; empty for that of <see cref="Source"/>.</summary>
    public string Place { get; init; } = string.Empty;
}
