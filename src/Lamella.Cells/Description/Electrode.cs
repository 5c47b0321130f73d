namespace Lamella.Cells.Description;

/// <summary>One side of a cell: everything from the electrolyte to the current collector.</summary>
/// <remarks>Potentials of a planar electrode are those of its metal against lithium at the electrolyte next to it.</remarks>
public abstract record Electrode
{
    private protected Electrode()
    {
    }

    /// <summary>Gets the capacitance of the double layer per surface: geometric, or of the particles [F/m²]; ≥ 0.</summary>
    public double DoubleLayerCapacitance { get; init; }
}

/// <summary>An electrode that stores no charge but that of its double layer.</summary>
/// <remarks>Needs a <see cref="Electrode.DoubleLayerCapacitance"/> above 0.</remarks>
public sealed record BlockingElectrode : Electrode
{
    /// <summary>Gets the potential against lithium at which the double layer holds no charge [V].</summary>
    public double ZeroChargePotential { get; init; }
}
