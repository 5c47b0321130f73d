using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Morphology;

/// <summary>The shape of one phase.</summary>
public sealed record PhaseMorphology
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the volume fraction.</summary>
    [Unit("–")]
    public required double Fraction { get; init; }

    /// <summary>Gets, along x, y and z, the share of the phase that reaches from face to face; 0 where it does not percolate.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Percolating { get; init; }

    /// <summary>Gets the number of parts whose voxels share faces.</summary>
    public required int Components { get; init; }

    /// <summary>Gets the number of parts when edges and corners connect too; far fewer than <see cref="Components"/> warns of the segmentation.</summary>
    public required int ComponentsByCorners { get; init; }

    /// <summary>Gets the share of the phase in its largest part.</summary>
    [Unit("–")]
    public required double LargestShare { get; init; }

    /// <summary>Gets the area of the surface over the volume of the box, the faces of the box left out.</summary>
    [Unit("1/m")]
    public required double SurfacePerVolume { get; init; }

    /// <summary>Gets the radius of the largest ball that fits in.</summary>
    [Unit("m")]
    public required double LargestRadius { get; init; }

    /// <summary>Gets the chords along x, y and z.</summary>
    public required ImmutableArray<ChordLengths> Chords { get; init; }

    /// <summary>Gets the two-point functions along x, y and z.</summary>
    public required ImmutableArray<TwoPointFunction> TwoPoint { get; init; }

    /// <summary>Gets the bodies: particles of a solid, pores of a pore space.</summary>
    public required SeparatedBodies Bodies { get; init; }

    /// <summary>Gets what sub-volumes say of the representative volume.</summary>
    public required RepresentativeVolume Representative { get; init; }
}
