namespace Lamella.Structures.Conduction;

/// <summary>What surrounds the volume.</summary>
public enum ConductionBoundary
{
    /// <summary>Electrodes on the outer faces of the first and last voxels; no current through the sides.</summary>
    InsulatedSides,

    /// <summary>Electrodes on the outer faces of the first and last voxels; opposite sides are neighbours.</summary>
    PeriodicSides,

    /// <summary>The volume repeats itself along every axis; the mean field is imposed.</summary>
    Periodic,
}
