using Lamella.Core.Errors;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Turns grey images into phases.</summary>
public static class Segmenter
{
    private const long BytesPerVoxel = 16;
    private const double Filtering = 0.1; // share of the way before the filter
    private const double Filtered = 0.7; // and behind it

    /// <summary>Segments an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">How; null for the defaults: median filter, three phases, thresholds of Otsu.</param>
    /// <param name="progress">Receives what is being done and the share that is done [–], or null.</param>
    /// <param name="cancellation">Stops now and then.</param>
    /// <returns>The phases.</returns>
    /// <exception cref="InputException">An option is impossible, the image has too few grey values, or the memory would not suffice.</exception>
    public static SegmentationResult Run(
        GreyVolume image, SegmentationOptions? options = null, IProgress<(string Step, double Fraction)>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        options ??= new SegmentationOptions();
        Require(options);
        MemoryBudget.Require(BytesPerVoxel * image.Extent.Count, image.Extent, "to segment");
        progress?.Report(("filtering", Filtering));
        FilterProgress? filtering = progress is null ? null : new FilterProgress(progress);
        GreyVolume filtered = options.Filter switch
        {
            GreyFilter.Median => MedianFilter.Run(image, 1, options.Threads, filtering, cancellation),
            GreyFilter.NonLocalMeans => NonLocalMeans.Run(image, 1.0, options.Threads, filtering, cancellation),
            _ => image,
        };
        progress?.Report(("finding thresholds", Filtered));
        GreyHistogram histogram = GreyHistogram.Of(filtered);
        double[] thresholds = Thresholds(filtered, histogram, options);
        byte[] labels = Label(filtered, thresholds);
        double[] means = Means(filtered, labels, options.Phases.Length);
        if (means.Any(double.IsNaN))
        {
            throw Wrong("a phase would be empty.", "images with at least as many grey values as phases, thresholds between them.", "Ask for fewer phases, or correct the thresholds.");
        }

        double[] gaps = [.. Enumerable.Range(0, thresholds.Length).Select(k => means[k + 1] - means[k])];
        (double[] low, double[] high) = Bounds(filtered, thresholds, gaps, options);
        if (options.Method == SegmentationMethod.Watershed)
        {
            progress?.Report(("growing the phases", 0.8));
            labels = MarkerWatershed.Run(filtered, Markers(filtered, labels, thresholds, gaps, options), cancellation);
        }

        progress?.Report(("done", 1.0));
        double[] fractions = Fractions(labels, options.Phases.Length);
        return new SegmentationResult
        {
            Volume = new LabelVolume(image.Extent, image.Size, labels),
            Filtered = filtered,
            Histogram = histogram,
            Thresholds = [.. thresholds.Select(filtered.Grey)],
            Phases = [.. options.Phases.Select((name, k) => new SegmentedPhase(
                name, k, fractions[k], Math.Min(low[k], fractions[k]), Math.Max(high[k], fractions[k]), filtered.Grey(means[k])))],
        };
    }

    private static void Require(SegmentationOptions options)
    {
        if (options.Phases.Length is < 2 or > 8)
        {
            throw Wrong($"there are {options.Phases.Length} phases.", "2 to 8.", "Name the phases from the darkest to the brightest.");
        }

        if (!options.Thresholds.IsDefaultOrEmpty && (options.Thresholds.Length != options.Phases.Length - 1 || options.Thresholds.Zip(options.Thresholds.Skip(1)).Any(pair => pair.First >= pair.Second)))
        {
            throw Wrong(
                FormattableString.Invariant($"{options.Thresholds.Length} thresholds are given for {options.Phases.Length} phases."),
                "ascending thresholds, one fewer than phases.",
                "Give one threshold between each two phases, the darkest first.");
        }

        if (options.ThresholdUncertainty is not (>= 0.0 and <= 0.5) || options.MarkerDistance is not (>= 0.0 and <= 0.5))
        {
            throw Wrong("the uncertainty of the thresholds or the distance of the markers is out of range.", "0 to 0.5.", "Give shares of the distance between two phases.");
        }
    }

    /// <summary>Returns the thresholds in stored units: voxels at or above one belong to the brighter phase.</summary>
    private static double[] Thresholds(GreyVolume image, GreyHistogram histogram, SegmentationOptions options) => options.Thresholds.IsDefaultOrEmpty
        ? [.. Otsu.Thresholds(histogram, options.Phases.Length).Select(bin => (histogram.Low + (bin * histogram.Width) - image.Offset) / image.Scale)]
        : [.. options.Thresholds.Select(grey => (grey - image.Offset) / image.Scale)];

    private static byte[] Label(GreyVolume image, double[] thresholds)
    {
        byte[] table = new byte[ushort.MaxValue + 1];
        for (int value = 0; value < table.Length; value++)
        {
            table[value] = (byte)thresholds.Count(threshold => value >= threshold);
        }

        return Array.ConvertAll(image.Values, value => table[value]);
    }

    private static double[] Means(GreyVolume image, byte[] labels, int phases)
    {
        (long[] counts, double[] sums) = (new long[phases], new double[phases]);
        for (int k = 0; k < labels.Length; k++)
        {
            counts[labels[k]]++;
            sums[labels[k]] += image.Values[k];
        }

        return [.. sums.Select((sum, k) => counts[k] > 0 ? sum / counts[k] : double.NaN)];
    }

    private static double[] Fractions(byte[] labels, int phases)
    {
        long[] counts = new long[phases];
        foreach (byte label in labels)
        {
            counts[label]++;
        }

        return [.. counts.Select(count => count / (double)labels.Length)];
    }

    /// <summary>Moves every threshold down and up within its uncertainty, in all combinations of neighbours that matter to a phase.</summary>
    private static (double[] Low, double[] High) Bounds(GreyVolume image, double[] thresholds, double[] gaps, SegmentationOptions options)
    {
        long[] below = new long[ushort.MaxValue + 2]; // voxels whose stored value is less
        foreach (ushort value in image.Values)
        {
            below[value + 1]++;
        }

        for (int k = 1; k < below.Length; k++)
        {
            below[k] += below[k - 1];
        }

        int phases = options.Phases.Length;
        (double[] low, double[] high) = (new double[phases], new double[phases]);
        for (int k = 0; k < phases; k++)
        {
            double narrow = Below(k, -1) - Below(k - 1, 1), wide = Below(k, 1) - Below(k - 1, -1);
            (low[k], high[k]) = (Math.Max(0.0, narrow), wide);
        }

        return (low, high);

        double Below(int threshold, int side)
        {
            if (threshold < 0)
            {
                return 0.0;
            }

            if (threshold >= thresholds.Length)
            {
                return 1.0;
            }

            double moved = thresholds[threshold] + (side * options.ThresholdUncertainty * gaps[threshold]);
            return below[(int)Math.Clamp(Math.Ceiling(moved), 0.0, ushort.MaxValue + 1.0)] / (double)image.Values.Length;
        }
    }

    private static byte[] Markers(GreyVolume image, byte[] labels, double[] thresholds, double[] gaps, SegmentationOptions options)
    {
        byte[] markers = (byte[])labels.Clone();
        for (int k = 0; k < markers.Length; k++)
        {
            for (int t = 0; t < thresholds.Length; t++)
            {
                if (Math.Abs(image.Values[k] - thresholds[t]) < options.MarkerDistance * gaps[t])
                {
                    markers[k] = MarkerWatershed.Unmarked;
                }
            }
        }

        // A phase that lies close to its thresholds as a whole would have no marker: then all of it is one.
        bool[] marked = new bool[options.Phases.Length];
        foreach (byte marker in markers.Where(marker => marker != MarkerWatershed.Unmarked))
        {
            marked[marker] = true;
        }

        for (int k = 0; k < markers.Length; k++)
        {
            markers[k] = marked[labels[k]] ? markers[k] : labels[k];
        }

        return markers;
    }

    private static InputException Wrong(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("segmentation"), problem, allowed, remedy);

    /// <summary>Tells how far the filter is; planes are done on several threads, reports come one at a time.</summary>
    private sealed class FilterProgress(IProgress<(string Step, double Fraction)> progress) : IProgress<double>
    {
        private readonly Lock _turn = new();
        private double _told;

        public void Report(double value)
        {
            lock (_turn)
            {
                if (value > _told)
                {
                    _told = value;
                    progress.Report(("filtering", Filtering + ((Filtered - Filtering) * value)));
                }
            }
        }
    }
}
