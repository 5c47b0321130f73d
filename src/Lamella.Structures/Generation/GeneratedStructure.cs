using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>A structure that a recipe made.</summary>
public sealed record GeneratedStructure
{
    /// <summary>Gets the kind of structure.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the seed that it grew from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the labels.</summary>
    public required LabelVolume Volume { get; init; }

    /// <summary>Gets the phases in the order of their labels.</summary>
    public required ImmutableArray<PhaseShare> Phases { get; init; }

    /// <summary>Gets what the recipe found out on the way, such as the number of particles.</summary>
    public required ImmutableArray<StructureFact> Facts { get; init; }

    /// <summary>Gets what the voxels cannot show as it was asked for, such as sheets thinner than a voxel.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>A phase of a generated structure.</summary>
/// <param name="Name">Name.</param>
/// <param name="FirstLabel">First label.</param>
/// <param name="LastLabel">Last label; grains of a polycrystal have one label each.</param>
/// <param name="Target">Volume fraction that was asked for [–]; null where none was.</param>
/// <param name="Fraction">Volume fraction of the voxels [–].</param>
public sealed record PhaseShare(
    string Name, int FirstLabel, int LastLabel, [property: Unit("–")] double? Target, [property: Unit("–")] double Fraction);

/// <summary>A number that a recipe found out.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number, in <paramref name="Symbol"/>.</param>
/// <param name="Symbol">SI unit; a dash for a pure number.</param>
public sealed record StructureFact(string Name, double Value, string Symbol);
