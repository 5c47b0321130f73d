using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>A phase found in an image.</summary>
/// <param name="Name">Name.</param>
/// <param name="Label">Label, from 0 for the darkest.</param>
/// <param name="Fraction">Volume fraction [–].</param>
/// <param name="Low">Smallest fraction when the thresholds move within their uncertainty [–].</param>
/// <param name="High">Largest fraction when the thresholds move within their uncertainty [–].</param>
/// <param name="MeanGrey">Mean grey value of its voxels after the filter [–].</param>
public sealed record SegmentedPhase(
    string Name, int Label, [property: Unit("–")] double Fraction, [property: Unit("–")] double Low, [property: Unit("–")] double High,
    [property: Unit("–")] double MeanGrey);

/// <summary>An image turned into phases.</summary>
public sealed record SegmentationResult
{
    /// <summary>Gets the labels, from 0 for the darkest phase.</summary>
    public required LabelVolume Volume { get; init; }

    /// <summary>Gets the image after the filter.</summary>
    public required GreyVolume Filtered { get; init; }

    /// <summary>Gets the histogram of the filtered image.</summary>
    public required GreyHistogram Histogram { get; init; }

    /// <summary>Gets the thresholds as grey values, ascending.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Thresholds { get; init; }

    /// <summary>Gets the phases from the darkest.</summary>
    public required ImmutableArray<SegmentedPhase> Phases { get; init; }
}
