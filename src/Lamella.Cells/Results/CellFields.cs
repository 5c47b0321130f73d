using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Cells.Results;

/// <summary>What goes on inside the cell at the requested times.</summary>
/// <remarks>
/// x runs from the negative to the positive side. Fields along x have shape (times, cells), the cell fastest; NaN where a cell
/// has no such quantity: no salt in a ceramic, no solid in a separator.
/// </remarks>
public sealed record CellFields
{
    /// <summary>Gets the times since the run began, shape (times).</summary>
    [Unit("s")]
    public required ImmutableArray<double> Time { get; init; }

    /// <summary>Gets the centres of the cells, shape (cells).</summary>
    [Unit("m")]
    public required ImmutableArray<double> Position { get; init; }

    /// <summary>Gets the right faces of the cells, shape (cells).</summary>
    [Unit("m")]
    public required ImmutableArray<double> Face { get; init; }

    /// <summary>Gets the name of the layer or electrode of each cell, shape (cells).</summary>
    public required ImmutableArray<string> Region { get; init; }

    /// <summary>Gets the salt concentration, shape (times, cells).</summary>
    [Unit("mol/m³")]
    public required ImmutableArray<double> Salt { get; init; }

    /// <summary>Gets the lithium potential of the electrolyte, that of a lithium reference electrode, shape (times, cells).</summary>
    [Unit("V")]
    public required ImmutableArray<double> ElectrolytePotential { get; init; }

    /// <summary>Gets the potential of the solid, shape (times, cells).</summary>
    [Unit("V")]
    public required ImmutableArray<double> SolidPotential { get; init; }

    /// <summary>Gets the current in the electrolyte through the right faces, towards the positive side, shape (times, cells).</summary>
    [Unit("A/m²")]
    public required ImmutableArray<double> IonicCurrent { get; init; }

    /// <summary>Gets the temperature of the cell, shape (times).</summary>
    [Unit("K")]
    public required ImmutableArray<double> Temperature { get; init; }

    /// <summary>Gets the particles of every population.</summary>
    public required ImmutableArray<ParticleFields> Particles { get; init; }

    /// <summary>Gets the times that were asked for and that the run did not reach.</summary>
    [Unit("s")]
    public required ImmutableArray<double> NotReached { get; init; }
}

/// <summary>The inside of the particles of one population.</summary>
public sealed record ParticleFields
{
    /// <summary>Gets electrode and material, such as <c>positive, ncm811-chen2020</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where the particles sit along x, shape (places).</summary>
    [Unit("m")]
    public required ImmutableArray<double> Position { get; init; }

    /// <summary>Gets the mean radius of each shell, from the centre on, shape (shells).</summary>
    [Unit("m")]
    public required ImmutableArray<double> Radius { get; init; }

    /// <summary>Gets the lithium per particle volume at stoichiometry 1.</summary>
    [Unit("mol/m³")]
    public required double MaximumConcentration { get; init; }

    /// <summary>Gets the mean stoichiometry of each shell, shape (times, places, shells), the shell fastest.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Stoichiometry { get; init; }
}
