namespace Lamella.Numerics.Lattice;

/// <summary>What happens at the two ends of an axis of a lattice.</summary>
public enum AxisEnds
{
    /// <summary>No current passes.</summary>
    Insulated,

    /// <summary>The last cell is the neighbour of the first.</summary>
    Periodic,

    /// <summary>Electrodes of fixed potential lie on the outer faces of the first and of the last cell.</summary>
    Electrodes,
}
