using Lamella.Core.Provenance;

namespace Lamella.Materials.Electrodes;

/// <summary>A metal foil that carries an electrode.</summary>
public sealed record CurrentCollector
{
    /// <summary>Gets the name by which cell.yaml calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the density [kg/m³].</summary>
    public required double Density { get; init; }

    /// <summary>Gets the electronic conductivity [S/m].</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Gets the sources, one per property name.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }
}
