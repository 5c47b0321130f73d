using System.Collections.Immutable;

namespace Lamella.Energy.Description;

/// <summary>A designed cell: everything that has a mass or a volume, in SI.</summary>
/// <remarks>
/// A stack of n double-sided cathodes has n + 1 anodes, of which the two outer ones carry lithium on the inside only, and
/// 2n places for a separator. A single-sided cell has one coated side, one anode and one separator.
/// </remarks>
public sealed record CellDesign
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the cathode.</summary>
    public required CathodeDesign Cathode { get; init; }

    /// <summary>Gets the anode.</summary>
    public required AnodeDesign Anode { get; init; }

    /// <summary>Gets the layers between the electrodes, from lithium to cathode; at least one.</summary>
    public required ImmutableArray<LayerDesign> Layers { get; init; }

    /// <summary>Gets how these layers are cut and laid.</summary>
    public required SeparatorDesign Separator { get; init; }

    /// <summary>Gets what is filled in, or null for nothing.</summary>
    public FillingDesign? Filling { get; init; }

    /// <summary>Gets the number of cathodes [–], ≥ 1.</summary>
    public required int Cathodes { get; init; }

    /// <summary>Gets a value indicating whether the one cathode is coated on one side.</summary>
    public required bool IsSingleSided { get; init; }

    /// <summary>Gets what encloses the stack.</summary>
    public required Housing Housing { get; init; }

    /// <summary>Gets the mean discharge voltage ∫V dQ/Q [V].</summary>
    public required double Voltage { get; init; }

    /// <summary>Gets the share of the cells in the mass of a pack [–], in (0, 1].</summary>
    public required double PackMassShare { get; init; }

    /// <summary>Gets the share of the cells in the volume of a pack [–], in (0, 1].</summary>
    public required double PackVolumeShare { get; init; }

    /// <summary>Gets the resistance of both interfaces of the electrolyte together [Ω·m²].</summary>
    public double InterfaceResistance { get; init; }

    /// <summary>Gets the resistance of contacts and leads [Ω·m²].</summary>
    public double ContactResistance { get; init; }

    /// <summary>Gets the number of pairs of facing electrode sides [–].</summary>
    public int Faces => IsSingleSided ? 1 : 2 * Cathodes;

    /// <summary>Gets the number of anodes [–].</summary>
    public int Anodes => IsSingleSided ? 1 : Cathodes + 1;

    /// <summary>Gets the area of all cathode sides [m²].</summary>
    public double ActiveArea => Faces * Cathode.Footprint.Area;

    /// <summary>Gets the discharge capacity of the cell [C].</summary>
    public double Capacity => ActiveArea * Cathode.ArealCapacity;
}
