using Lamella.Core;

namespace Lamella.Cells.Results;

/// <summary>What the run conserved: the largest deviation seen at any recorded instant.</summary>
public sealed record CellBalance
{
    /// <summary>Gets the lithium in the cell per area: foils, salt and cathode.</summary>
    [Unit("mol/m²")]
    public required double Lithium { get; init; }

    /// <summary>Gets the largest change of that lithium over its amount.</summary>
    [Unit("–")]
    public required double LithiumDrift { get; init; }

    /// <summary>Gets the largest change of the salt over its amount; 0 without salt.</summary>
    [Unit("–")]
    public required double SaltDrift { get; init; }

    /// <summary>
    /// Gets the largest difference between the charge passed and the lithium that the positive side gave up or took, over
    /// the charge that the positive side can hold.
    /// </summary>
    [Unit("–")]
    public required double ChargeDrift { get; init; }

    /// <summary>Gets the lithium left in the foil at the end, per area.</summary>
    [Unit("mol/m²")]
    public required double FoilLithium { get; init; }

    /// <summary>Gets the lithium that plating on a bare collector lost up to the end, per area.</summary>
    [Unit("mol/m²")]
    public double LostLithium { get; init; }
}
