using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>What speaks for a short.</summary>
public enum ShortEvidence
{
    /// <summary>The overpotential fell suddenly, within a half cycle or from one to the next.</summary>
    VoltageDrop,

    /// <summary>The overpotential lies below what kinetics and resistance of the sound cell give at this current.</summary>
    BelowPolarisation,

    /// <summary>The voltage is noisier than it was.</summary>
    Noise,

    /// <summary>The voltage follows the current like a resistor: nucleation, arcs and the rise at the end of stripping are gone.</summary>
    LossOfRectification,

    /// <summary>The arc of a spectrum taken in between has collapsed.</summary>
    ArcCollapse,
}

/// <summary>How a cell shorts.</summary>
public enum ShortKind
{
    /// <summary>A part of the current flows as electrons; a voltage is left.</summary>
    Soft,

    /// <summary>Nearly all current flows as electrons.</summary>
    Hard,
}

/// <summary>One piece of evidence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its numbers in a sentence.</param>
public sealed record EvidenceItem(ShortEvidence Kind, string Text);

/// <summary>A half cycle, or a spectrum between two, that shows a short.</summary>
public sealed record ShortFinding
{
    /// <summary>Gets soft or hard.</summary>
    public required ShortKind Kind { get; init; }

    /// <summary>Gets the number of the half cycle; where only a spectrum shows it, that before the spectrum, 0 where its place is not known.</summary>
    public required int HalfCycle { get; init; }

    /// <summary>Gets when it happened, from the beginning of the first record; of a spectrum the end of the half cycle before it, at the latest; null where its place is not known.</summary>
    [Unit("s")]
    public double? Time { get; init; }

    /// <summary>Gets what speaks for it, at least one item.</summary>
    public required ImmutableArray<EvidenceItem> Evidence { get; init; }

    /// <summary>Gets a value indicating whether later half cycles look sound again, as when a filament burns through.</summary>
    public bool Recovers { get; init; }

    /// <summary>Gets the area resistance of the sound cell before it; null where only a spectrum shows it.</summary>
    [Unit("Ω·m²")]
    public double? ResistanceBefore { get; init; }

    /// <summary>Gets the area resistance with the short; null where only a spectrum shows it.</summary>
    [Unit("Ω·m²")]
    public double? ResistanceAfter { get; init; }
}
