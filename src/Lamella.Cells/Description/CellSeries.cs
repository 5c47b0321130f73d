using System.Collections.Immutable;

namespace Lamella.Cells.Description;

/// <summary>A bipolar stack: cells in series that share bipolar collectors: the same current passes all, the voltages add up.</summary>
public sealed record CellSeries
{
    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the cells from the negative end on; at least one, of one area.</summary>
    public required ImmutableArray<CellDescription> Cells { get; init; }

    /// <summary>Gets the resistance of each bipolar collector [Ω·m²], ≥ 0.</summary>
    public double BipolarResistance { get; init; }
}
