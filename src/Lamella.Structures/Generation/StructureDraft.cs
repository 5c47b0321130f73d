using System.Collections.Immutable;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>What a recipe made, before it is measured.</summary>
/// <param name="Volume">The labels.</param>
/// <param name="Phases">The phases in the order of their labels.</param>
/// <param name="Facts">What the recipe found out on the way.</param>
internal sealed record StructureDraft(LabelVolume Volume, ImmutableArray<DraftPhase> Phases, ImmutableArray<StructureFact> Facts)
{
    /// <summary>Gets what the voxels cannot show as it was asked for.</summary>
    internal ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>A phase of a draft: its labels and the fraction that was asked for, if one was.</summary>
internal readonly record struct DraftPhase(string Name, int FirstLabel, int LastLabel, double? Target)
{
    internal static DraftPhase Of(string name, int label, double? target = null) => new(name, label, label, target);
}
