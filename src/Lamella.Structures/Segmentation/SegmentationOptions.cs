using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Segmentation;

/// <summary>How noise is removed.</summary>
public enum GreyFilter
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the median of 27 voxels.</summary>
    Median,

    /// <summary>By non-local means.</summary>
    NonLocalMeans,
}

/// <summary>How voxels become phases.</summary>
public enum SegmentationMethod
{
    /// <summary>By thresholds alone.</summary>
    Thresholds,

    /// <summary>By a watershed from voxels far from the thresholds.</summary>
    Watershed,
}

/// <summary>How an image is segmented.</summary>
public sealed record SegmentationOptions
{
    /// <summary>Gets the phases from the darkest to the brightest, 2 to 8.</summary>
    public ImmutableArray<string> Phases { get; init; } = ["pore", "polymer", "ceramic"];

    /// <summary>Gets the filter.</summary>
    public GreyFilter Filter { get; init; } = GreyFilter.Median;

    /// <summary>Gets the method.</summary>
    public SegmentationMethod Method { get; init; } = SegmentationMethod.Thresholds;

    /// <summary>Gets the thresholds as grey values, ascending, one fewer than phases; empty for those of Otsu.</summary>
    [Unit("–")]
    public ImmutableArray<double> Thresholds { get; init; } = [];

    /// <summary>Gets how far the thresholds may be wrong, as a share of the distance between the mean greys of neighbouring phases, 0 to 0.5.</summary>
    [Unit("–")]
    public double ThresholdUncertainty { get; init; } = 0.1;

    /// <summary>Gets how far from a threshold a voxel is marked for the watershed, as a share of the same distance, 0 to 0.5.</summary>
    [Unit("–")]
    public double MarkerDistance { get; init; } = 0.25;

    /// <summary>Gets the threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount);
}
