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

    /// <summary>Writes a stack of equal cells out.</summary>
    /// <param name="stack">The description with its number of cells.</param>
    /// <returns>One cell after the other; leads count once.</returns>
    internal static CellSeries Of(CellDescription stack)
    {
        CellDescription one = stack with
        {
            CellsInSeries = 1,
            BipolarResistance = 0.0,
            LowerCutOff = stack.LowerCutOff / stack.CellsInSeries,
            UpperCutOff = stack.UpperCutOff / stack.CellsInSeries,
            ContactResistance = 0.0,
        };
        return new CellSeries
        {
            Name = stack.Name,
            Cells = [one with { ContactResistance = stack.ContactResistance }, .. Enumerable.Repeat(one, stack.CellsInSeries - 1)],
            BipolarResistance = stack.BipolarResistance,
        };
    }
}
