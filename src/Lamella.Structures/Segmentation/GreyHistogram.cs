using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>How often grey values occur, in equal bins from the darkest to the brightest.</summary>
/// <param name="Low">Lower end of the first bin, a grey value [–].</param>
/// <param name="Width">Width of a bin [–].</param>
/// <param name="Counts">Voxels in each bin.</param>
public sealed record GreyHistogram([property: Unit("–")] double Low, [property: Unit("–")] double Width, ImmutableArray<long> Counts)
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 256;

    /// <summary>Gets the middle of a bin.</summary>
    /// <param name="bin">Number of the bin.</param>
    /// <returns>A grey value [–].</returns>
    public double Middle(int bin) => Low + ((bin + 0.5) * Width);

    /// <summary>Counts the voxels of an image.</summary>
    internal static GreyHistogram Of(GreyVolume image)
    {
        (int low, int high) = (image.Values.Min(), image.Values.Max());
        // Whole numbers a bin, so that no bin holds more values than others.
        int width = Math.Max(1, (high - low + Bins) / Bins);
        long[] counts = new long[Bins];
        foreach (ushort value in image.Values)
        {
            counts[(value - low) / width]++;
        }

        return new GreyHistogram(image.Grey(low - 0.5), width * image.Scale, [.. counts]);
    }
}
