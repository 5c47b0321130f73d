using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Morphology;

/// <summary>A phase to be measured.</summary>
/// <param name="Name">Name.</param>
/// <param name="Labels">Its labels, at least one.</param>
public sealed record MeasuredPhase(string Name, ImmutableArray<int> Labels);

/// <summary>What is measured, and how.</summary>
public sealed record MorphologyOptions
{
    /// <summary>Gets the phases; empty for one phase a label. Together they hold every label of the volume.</summary>
    public ImmutableArray<MeasuredPhase> Phases { get; init; } = [];

    /// <summary>Gets a value indicating whether opposite faces are joined.</summary>
    public bool IsPeriodic { get; init; }

    /// <summary>Gets the share by which a passage must be narrower than the smaller body to be a throat, 0 to 1.</summary>
    [Unit("–")]
    public double NarrowestMerge { get; init; } = 0.15;

    /// <summary>Gets the level of the confidence intervals, 0.5 to 0.999.</summary>
    [Unit("–")]
    public double Confidence { get; init; } = 0.95;
}
