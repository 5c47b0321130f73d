using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>What the voxels of one or more labels are made of.</summary>
/// <param name="Name">Name, for messages and tables.</param>
/// <param name="Labels">Labels of the phase. Several labels of one phase are its grains.</param>
/// <param name="Conductivity">Conductivity within a grain.</param>
public sealed record ConductingPhase(string Name, ImmutableArray<int> Labels, PhaseConductivity Conductivity)
{
    /// <summary>Gets the resistance between grains, that is between different labels of this phase, ≥ 0.</summary>
    [Unit("Ω·m²")]
    public double GrainBoundaryResistance { get; init; }
}
