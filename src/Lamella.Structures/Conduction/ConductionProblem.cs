using System.Collections.Immutable;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Conduction;

/// <summary>A volume and the properties of what it is made of.</summary>
public sealed record ConductionProblem
{
    /// <summary>Gets the labelled volume.</summary>
    public required LabelVolume Volume { get; init; }

    /// <summary>Gets the phases; every label of the volume belongs to exactly one.</summary>
    public required ImmutableArray<ConductingPhase> Phases { get; init; }

    /// <summary>Gets the interfaces that resist or conduct; others are perfect contacts.</summary>
    public ImmutableArray<PhaseInterface> Interfaces { get; init; } = [];

    /// <summary>Gets which area interface resistances and grain boundaries refer to.</summary>
    public InterfaceArea Area { get; init; }

    /// <summary>Gets what surrounds the volume.</summary>
    public ConductionBoundary Boundary { get; init; }
}
