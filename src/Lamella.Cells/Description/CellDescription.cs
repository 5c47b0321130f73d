using System.Collections.Immutable;
using Lamella.Core.Provenance;

namespace Lamella.Cells.Description;

/// <summary>A described cell: the negative side at x = 0, electrolyte layers, and the positive side.</summary>
/// <remarks>Immutable, in SI. Every layer property is already effective (host porosity and tortuosity applied).</remarks>
public sealed record CellDescription
{
    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the geometric area [m²].</summary>
    public required double Area { get; init; }

    /// <summary>Gets the negative side, at x = 0; its collector is at 0 V.</summary>
    public required Electrode Negative { get; init; }

    /// <summary>Gets the positive side; its collector carries the terminal voltage.</summary>
    public required Electrode Positive { get; init; }

    /// <summary>Gets the electrolyte layers between the electrodes, from the negative side on; at least one.</summary>
    public required ImmutableArray<ElectrolyteLayer> Layers { get; init; }

    /// <summary>Gets the joints, one more than layers: joint k lies before layer k, the last one before the positive side.</summary>
    public required ImmutableArray<Joint> Joints { get; init; }

    /// <summary>Gets the heat balance of the cell; null where the temperature is prescribed.</summary>
    public LumpedThermal? Thermal { get; init; }

    /// <summary>Gets the current density of 1C per geometric area [A/m²]; 0 where C-rates have no meaning.</summary>
    public required double OneCCurrentDensity { get; init; }

    /// <summary>Gets the lower voltage cut-off [V].</summary>
    public required double LowerCutOff { get; init; }

    /// <summary>Gets the upper voltage cut-off [V].</summary>
    public required double UpperCutOff { get; init; }

    /// <summary>Gets the number of such cells in series, as in a bipolar stack [–], ≥ 1.</summary>
    /// <remarks>Cut-offs are those of the stack; all else describes one cell.</remarks>
    public int CellsInSeries { get; init; } = 1;

    /// <summary>Gets the resistance of each bipolar collector between two cells [Ω·m²], ≥ 0.</summary>
    public double BipolarResistance { get; init; }

    /// <summary>Gets the contact resistance of leads and collectors [Ω·m²].</summary>
    public double ContactResistance { get; init; }

    /// <summary>Gets the sources of the values, in the order of the input.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Gets the SHA-256 of the canonical input in hexadecimal; empty for a cell made in code.</summary>
    public string InputHash { get; init; } = string.Empty;

    /// <summary>Gets the positive side where it is porous, else null.</summary>
    public PorousElectrode? PorousPositive => Positive as PorousElectrode;

    /// <summary>Gets the negative side where it is porous, else null.</summary>
    public PorousElectrode? PorousNegative => Negative as PorousElectrode;
}
