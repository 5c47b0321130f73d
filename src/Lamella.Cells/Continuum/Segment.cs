using Lamella.Cells.Description;

namespace Lamella.Cells.Continuum;

/// <summary>What a run of cells along x is.</summary>
internal enum SegmentKind
{
    /// <summary>An electrolyte layer of one conducting phase.</summary>
    Layer,

    /// <summary>A host-guest layer: two phases that exchange lithium.</summary>
    Exchange,

    /// <summary>The porous negative electrode.</summary>
    Negative,

    /// <summary>The porous positive electrode.</summary>
    Positive,
}

/// <summary>A run of neighbouring cells with the same electrolyte.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Layer">Properties of the electrolyte in it: the layer itself, the guest, or the pores.</param>
/// <param name="Kind">What it is.</param>
/// <param name="First">First cell.</param>
/// <param name="Count">Number of cells.</param>
/// <param name="Host">The host-guest layer, else null.</param>
internal sealed record Segment(
    string Name, ElectrolyteLayer Layer, SegmentKind Kind, int First, int Count, HostGuestLayer? Host = null)
{
    /// <summary>Gets the last cell.</summary>
    internal int Last => First + Count - 1;

    /// <summary>Gets a value indicating whether a second phase carries current beside the electrolyte.</summary>
    internal bool HasSecondPhase => Kind != SegmentKind.Layer;

    /// <summary>Gets a value indicating whether the first cell joins both phases to the neighbour.</summary>
    internal bool StartsWithContact => Host?.NegativeContact == PhaseContact.Both;

    /// <summary>Gets a value indicating whether the last cell joins both phases to the neighbour.</summary>
    internal bool EndsWithContact => Host?.PositiveContact == PhaseContact.Both;
}
