using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;

namespace Lamella.UseCases.Designs;

/// <summary>What to compute of a designed cell.</summary>
public sealed record DesignRequest
{
    /// <summary>Gets the path of the design file.</summary>
    public required string DesignFile { get; init; }

    /// <summary>Gets the wanted energy per mass or per volume, or null for none.</summary>
    public Quantity? Target { get; init; }

    /// <summary>Gets what the target counts.</summary>
    public EnergyBasis TargetBasis { get; init; } = EnergyBasis.Cell;

    /// <summary>Gets a value indicating whether the discharge is simulated instead of taking the stated voltage and capacity.</summary>
    public bool Simulate { get; init; }

    /// <summary>Gets a value indicating whether the designs found for the target are simulated at the rate of the constraints.</summary>
    public bool Check { get; init; }

    /// <summary>Gets the rate of the simulated discharge; null for that of the file, else 0.1C.</summary>
    [Unit("1/h")]
    public double? Rate { get; init; }

    /// <summary>Gets the temperature of the simulated discharge; null for that of the file, else of the cell.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets a value indicating whether the designs are sought that nothing beats in energy, rate and cycles at once.</summary>
    public bool Front { get; init; }
}
