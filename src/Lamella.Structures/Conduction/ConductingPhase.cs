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

    /// <summary>Gets the relative permittivity of the phase, ≥ 0; matters for impedance alone.</summary>
    [Unit("–")]
    public double RelativePermittivity { get; init; }

    /// <summary>Gets the capacitance beside <see cref="GrainBoundaryResistance"/>, ≥ 0; matters for impedance alone.</summary>
    [Unit("F/m²")]
    public double GrainBoundaryCapacitance { get; init; }
}
