using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Morphology;

/// <summary>The interface between two phases.</summary>
/// <param name="First">Name of a phase.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="AreaPerVolume">Area over the volume of the box [1/m].</param>
public sealed record InterfaceMorphology(string First, string Second, [property: Unit("1/m")] double AreaPerVolume);

/// <summary>The shape of a structure in numbers.</summary>
/// <param name="Phases">The phases, in the order asked for.</param>
/// <param name="Interfaces">The interfaces that have an area.</param>
public sealed record MorphologyResult(ImmutableArray<PhaseMorphology> Phases, ImmutableArray<InterfaceMorphology> Interfaces);
