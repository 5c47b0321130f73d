using System.Collections.Immutable;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>Which structure to solve conduction in.</summary>
public sealed record ConductionRequest
{
    /// <summary>Gets the path of the label volume.</summary>
    public required string VolumeFile { get; init; }

    /// <summary>Gets the edges of a voxel.</summary>
    public required VoxelSize VoxelSize { get; init; }

    /// <summary>Gets the part of the volume that is solved; the whole by default.</summary>
    public VolumePart Part { get; init; } = new();

    /// <summary>Gets the phases.</summary>
    public required ImmutableArray<ConductingPhase> Phases { get; init; }

    /// <summary>Gets the interfaces; a phase is named by one of its labels or by its name.</summary>
    public ImmutableArray<PhaseInterface> Interfaces { get; init; } = [];

    /// <summary>Gets the electronic conductivity of each phase, in the order of the phases; empty where only ions are asked for.</summary>
    public ImmutableArray<PhaseConductivity> Electronic { get; init; } = [];

    /// <summary>Gets what surrounds the volume.</summary>
    public ConductionBoundary Boundary { get; init; }

    /// <summary>Gets how to solve.</summary>
    public ConductionOptions Options { get; init; } = new();

    /// <summary>Gets whether the report can show the structure and its currents; the maps take 16 bytes a voxel more.</summary>
    public bool Picture { get; init; }

    /// <summary>Gets whether the report keeps the maps of current and power too; they take 8 bytes a voxel and direction more, and need a picture.</summary>
    public bool KeepMaps { get; init; }
}
