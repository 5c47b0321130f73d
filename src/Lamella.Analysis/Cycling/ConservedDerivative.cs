using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>A derivative dy/dx smoothed over a window, whose integral is that of the data.</summary>
/// <remarks>
/// <para>Every increment Δy of the record is a mass that lies evenly between its two abscissae. Smoothing spreads the mass by the kernel
/// k(u) = 35/32·(1 − u²)³, |u| ≤ 1, u = distance over the half width, and folds back at the ends of the range what would leave it. So
/// Σ(dy/dx)·Δx is the sum of the increments to round-off for every half width and any noise, x need not increase, and a derivative of
/// increments of one sign has that sign. Smoothing widens a peak: its height falls by h²/18 of its relative curvature.</para>
/// <para><b>Source.</b> The triweight kernel: Wand and Jones, Kernel Smoothing (1995), section 2.7; reflection at a boundary: Schuster, Commun.
/// Stat. Theory Methods 14 (1985) 1123, doi 10.1080/03610928508828965; choice of the width by predicting one half of the record from
/// the other: Rudemo, Scand. J. Stat. 9 (1982) 65.</para>
/// </remarks>
public sealed record ConservedDerivative
{
    private const int BinsPerHalfWidth = 8;
    private const int MostBins = 20_000;
    private const int FewestSamples = 8;
    private const int Widths = 24;

    /// <summary>Gets the middles of the bins in the unit of x, evenly spaced and increasing, shape (bins).</summary>
    [Unit("unit of x")]
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Gets the mean of dy/dx in each bin, shape (bins).</summary>
    [Unit("unit of y per unit of x")]
    public required ImmutableArray<double> Slope { get; init; }

    /// <summary>Gets the width of a bin in the unit of x.</summary>
    [Unit("unit of x")]
    public required double BinWidth { get; init; }

    /// <summary>Gets the half width of the kernel in the unit of x.</summary>
    [Unit("unit of x")]
    public required double HalfWidth { get; init; }

    /// <summary>Gets Σ slope·Δx: the sum of the increments of y along x.</summary>
    [Unit("unit of y")]
    public double Integral => Slope.Sum() * BinWidth;

    /// <summary>Computes the derivative.</summary>
    /// <param name="x">Abscissae in the order of the record, shape (samples ≥ 8), not all equal.</param>
    /// <param name="y">Ordinates, shape (samples).</param>
    /// <param name="halfWidth">Half width of the kernel, above 0 and at most half the range of x; NaN for the one that predicts one half of the record from the other.</param>
    /// <returns>The derivative with its sign: increments are counted along growing x where x mostly grows, and along falling x where it mostly falls.</returns>
    /// <exception cref="ArgumentException">There are too few samples, x does not change, or the half width is out of its range.</exception>
    public static ConservedDerivative Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double halfWidth = double.NaN)
    {
        if (x.Length != y.Length || x.Length < FewestSamples)
        {
            throw new ArgumentException($"A derivative needs at least {FewestSamples} samples of both quantities; there are {x.Length} and {y.Length}.", nameof(x));
        }

        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double at in x)
        {
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }

        double range = high - low;
        if (!(range > 0.0 && double.IsFinite(range)))
        {
            throw new ArgumentException("The abscissa of a derivative must change along the record and be finite.", nameof(x));
        }

        double width = double.IsNaN(halfWidth) ? Choose(x, y, low, high) : halfWidth;
        if (!(width > 0.0 && width <= 0.5 * range))
        {
            throw new ArgumentOutOfRangeException(nameof(halfWidth), FormattableString.Invariant(
                $"The half width {width} must be above 0 and at most half the range of {range}."));
        }

        int bins = Math.Clamp((int)Math.Ceiling(BinsPerHalfWidth * range / width), 2 * BinsPerHalfWidth, MostBins);
        double binWidth = range / bins, sign = x[^1] >= x[0] ? 1.0 : -1.0;
        double[] mass = Spread(x, y, 0, 1, low, binWidth, bins, width);
        return new ConservedDerivative
        {
            X = [.. Enumerable.Range(0, bins).Select(k => low + ((k + 0.5) * binWidth))],
            Slope = [.. mass.Select(m => sign * m / binWidth)],
            BinWidth = binWidth,
            HalfWidth = width,
        };
    }

    /// <summary>Returns the places and heights of the maxima of |dy/dx| that stand out by a share of the largest.</summary>
    /// <param name="prominence">Share of the largest |dy/dx| by which a peak must rise above the higher of the valleys beside it, in (0, 1).</param>
    /// <returns>Peaks by rising x, with the vertex of the parabola through three bins as their place.</returns>
    public ImmutableArray<(double X, double Slope)> Peaks(double prominence = 0.05)
    {
        double[] size = [.. Slope.Select(Math.Abs)];
        double least = prominence * size.Max();
        var peaks = ImmutableArray.CreateBuilder<(double X, double Slope)>();
        for (int k = 1; k + 1 < size.Length; k++)
        {
            if (size[k] > size[k - 1] && size[k] >= size[k + 1] && size[k] - Math.Max(Valley(size, k, -1), Valley(size, k, 1)) > least)
            {
                double left = size[k - 1], right = size[k + 1], bend = left - (2.0 * size[k]) + right;
                double shift = bend < 0.0 ? 0.5 * (left - right) / bend : 0.0;
                peaks.Add((X[k] + (shift * BinWidth), Math.Sign(Slope[k]) * (size[k] - (0.25 * (left - right) * shift))));
            }
        }

        return peaks.ToImmutable();
    }

    // The lowest point between a peak and the next higher one in a direction, or the end.
    private static double Valley(double[] size, int peak, int direction)
    {
        double lowest = size[peak];
        for (int k = peak + direction; k >= 0 && k < size.Length && size[k] <= size[peak]; k += direction)
        {
            lowest = Math.Min(lowest, size[k]);
        }

        return lowest;
    }

    /// <summary>Chooses the half width by which every second sample predicts the others best.</summary>
    private static double Choose(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double low, double high)
    {
        double range = high - low, best = 0.05 * range, least = double.PositiveInfinity;
        double narrowest = Math.Max(2.0 * range / x.Length, range / (MostBins / (double)BinsPerHalfWidth)), widest = 0.2 * range;
        for (int k = 0; k < Widths && narrowest < widest; k++)
        {
            double width = narrowest * Math.Pow(widest / narrowest, k / (Widths - 1.0));
            int bins = Math.Clamp((int)Math.Ceiling(BinsPerHalfWidth * range / width), 2 * BinsPerHalfWidth, MostBins);
            double binWidth = range / bins, risk = 0.0;
            double[] even = Spread(x, y, 0, 2, low, binWidth, bins, width), odd = Spread(x, y, 1, 2, low, binWidth, bins, width);
            double[] evenRaw = Spread(x, y, 0, 2, low, binWidth, bins, 0.0), oddRaw = Spread(x, y, 1, 2, low, binWidth, bins, 0.0);
            for (int bin = 0; bin < bins; bin++)
            {
                // ∫(f − g)² without ∫g², which no width changes; f is smoothed from one half, g are the increments of the other.
                risk += ((even[bin] * even[bin]) - (2.0 * even[bin] * oddRaw[bin]) + (odd[bin] * odd[bin]) - (2.0 * odd[bin] * evenRaw[bin])) / binWidth;
            }

            if (risk < least)
            {
                (least, best) = (risk, width);
            }
        }

        return best;
    }

    /// <summary>Spreads the increments of every step-th sample over bins; a width of 0 leaves each where it is.</summary>
    private static double[] Spread(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int first, int step, double low, double binWidth, int bins, double width)
    {
        double[] mass = new double[bins];
        double high = low + (bins * binWidth);
        for (int i = first; i + step < x.Length; i += step)
        {
            double increment = y[i + step] - y[i], from = Math.Min(x[i], x[i + step]), to = Math.Max(x[i], x[i + step]);
            if (increment == 0.0)
            {
                continue;
            }

            int begin = Math.Clamp((int)((from - width - low) / binWidth) - 1, 0, bins - 1), end = Math.Clamp((int)((to + width - low) / binWidth) + 1, 0, bins - 1);
            double below = begin == 0 ? 0.0 : Share(low + (begin * binWidth), from, to, low, high, width);
            for (int bin = begin; bin <= end; bin++)
            {
                double upTo = bin == bins - 1 ? 1.0 : Share(low + ((bin + 1) * binWidth), from, to, low, high, width);
                mass[bin] += increment * (upTo - below);
                below = upTo;
            }
        }

        return mass;
    }

    /// <summary>Returns the share of a smoothed increment that lies below an edge: what crosses an end of the range is folded back.</summary>
    private static double Share(double edge, double from, double to, double low, double high, double width) =>
        Below(edge, from, to, width) - Below((2.0 * low) - edge, from, to, width) + 1.0 - Below((2.0 * high) - edge, from, to, width);

    private static double Below(double edge, double from, double to, double width)
    {
        if (edge <= from - width || edge >= to + width)
        {
            return edge <= from - width && !(width == 0.0 && from == to && edge >= to) ? 0.0 : 1.0;
        }

        double length = to - from;
        if (width == 0.0)
        {
            return (edge - from) / length;
        }

        // An increment shorter than a thousandth of the window is a point to 1e-7; the difference below would lose digits.
        return length < 1e-3 * width ? Cumulative((edge - (0.5 * (from + to))) / width)
            : (Integrated((edge - from) / width) - Integrated((edge - to) / width)) * width / length;
    }

    /// <summary>∫ k from −∞ to u.</summary>
    private static double Cumulative(double u) => u <= -1.0 ? 0.0 : u >= 1.0 ? 1.0
        : 0.5 + (35.0 / 32.0 * u * (1.0 + (u * u * (-1.0 + (u * u * (0.6 - (u * u / 7.0)))))));

    /// <summary>∫ of the cumulative kernel from −∞ to u.</summary>
    private static double Integrated(double u)
    {
        double s = u * u;
        return u <= -1.0 ? 0.0 : u >= 1.0 ? u
            : (0.5 * u) + (35.0 / 32.0 * s * (0.5 + (s * (-0.25 + (s * (0.1 - (s / 56.0))))))) + AtZero;
    }

    private const double AtZero = 35.0 / 256.0; // so that the integral is 0 at u = −1: 1/2 − 35/32·(1/2 − 1/4 + 1/10 − 1/56)
}
