using Lamella.Analysis.Common;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Reads limits from the rise itself: the tangent at its steepest point, and the first samples that stay above the noise.</summary>
/// <remarks>
/// <para><b>Steepest point.</b> Let ī be the mean of the samples within half a window to either side. The slope g = dī/dV is largest at V*,
/// no nearer to the end of the sweep than a margin, since a current that grows up to the end is always steepest there. The line through
/// (V*, i(V*)) with the slope g meets the baseline i = a + b·V at V = (a − i* + g·V*)/(g − b).</para>
/// <para><b>First run.</b> The first of m samples in a row behind the window of the baseline at which the mean of m neighbours is above
/// the baseline by k standard deviations of that mean in the window. A departure for good can come later, where noise returns below.</para>
/// </remarks>
internal static class StabilityRise
{
    private const double LeastRise = 10.0; // standard deviations of the baseline

    /// <summary>Finds where the tangent at the steepest point meets the baseline.</summary>
    internal static StabilityLimit SteepestTangent(double[] voltage, double[] current, StraightLine baseline, double after, StabilityOptions options)
    {
        StabilityLimit None(string reason) => new(StabilityCriterion.SteepestTangent, options.TangentWindow, true, double.NaN, double.NaN, reason);
        int n = voltage.Length, best = -1;
        int[] reach = Reaches(voltage, options.TangentWindow);
        double[] smooth = Means(current, reach);
        double steepest = 0.0;
        for (int k = 1; k < n - 1; k++)
        {
            bool isInside = reach[k] > 0 && k > reach[k] && k + reach[k] < n - 1 && voltage[k] > after && voltage[k] <= voltage[^1] - options.TangentMargin + Round;
            double slope = (smooth[k + 1] - smooth[k - 1]) / (voltage[k + 1] - voltage[k - 1]);
            (best, steepest) = isInside && slope > steepest ? (k, slope) : (best, steepest);
        }

        if (best < 0 || current[best] - baseline.At(voltage[best]) < LeastRise * baseline.Deviation || steepest <= baseline.Slope)
        {
            return None("before the margin at the end there is no rise above the noise of the baseline, or the window of the tangent holds fewer than three samples");
        }

        double steeper = steepest - baseline.Slope, rise = current[best] - baseline.At(voltage[best]), noise = Noise(current, best, reach[best]);
        double slopeNoise = 2.0 * noise / ((2 * reach[best]) + 1) / (voltage[best + 1] - voltage[best - 1]); // four samples enter and leave the two means
        double fromCurrent = noise / steeper, fromSlope = rise * slopeNoise / (steeper * steeper);
        return new StabilityLimit(
            StabilityCriterion.SteepestTangent, options.TangentWindow, true, voltage[best] - (rise / steeper), Math.Sqrt((fromCurrent * fromCurrent) + (fromSlope * fromSlope)), string.Empty);
    }

    /// <summary>Finds the first samples in a row that stay above the noise of the baseline.</summary>
    internal static StabilityLimit FirstRun(double[] voltage, double[] excess, double from, double to, StabilityOptions options)
    {
        double[] smooth = Means(excess, [.. Enumerable.Repeat(options.Run / 2, excess.Length)]);
        double[] inside = [.. Enumerable.Range(0, voltage.Length).Where(i => voltage[i] >= from - Round && voltage[i] <= to + Round).Select(i => smooth[i])];
        double noise = Math.Sqrt(inside.Sum(value => value * value) / Math.Max(1, inside.Length - 2));
        int inRow = 0;
        for (int k = 1; k < voltage.Length; k++)
        {
            inRow = voltage[k] > to + Round && smooth[k] > options.Departure * noise ? inRow + 1 : 0;
            if (inRow == options.Run)
            {
                int first = k - options.Run + 1;
                return new StabilityLimit(
                    StabilityCriterion.FirstRun, options.Departure, true, voltage[first], Math.Abs(voltage[first] - voltage[first - 1]) / Math.Sqrt(12.0), string.Empty);
            }
        }

        return new StabilityLimit(StabilityCriterion.FirstRun, options.Departure, true, double.NaN, double.NaN, "the current does not stay above the noise of the baseline");
    }

    /// <summary>Returns the mean of each sample and those within a reach to either side, each its own; fewer at the ends.</summary>
    internal static double[] Means(double[] values, int[] reach)
    {
        double[] sums = new double[values.Length + 1], mean = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            sums[i + 1] = sums[i] + values[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            int half = Math.Min(reach[i], Math.Min(i, values.Length - 1 - i));
            mean[i] = (sums[i + half + 1] - sums[i - half]) / ((2 * half) + 1);
        }

        return mean;
    }

    /// <summary>Returns how many samples to either side lie within a window about each sample.</summary>
    private static int[] Reaches(double[] voltage, double window)
    {
        int[] reaches = new int[voltage.Length];
        int reach = 0;
        for (int k = 0; k < voltage.Length; k++)
        {
            int most = Math.Min(k, voltage.Length - 1 - k);
            reach = Math.Min(reach, most);
            while (reach < most && voltage[k + reach + 1] - voltage[k - reach - 1] <= window + Round)
            {
                reach++;
            }

            while (reach > 0 && voltage[k + reach] - voltage[k - reach] > window + Round)
            {
                reach--;
            }

            reaches[k] = reach;
        }

        return reaches;
    }

    private const double Round = 1e-9; // [V]; ends count as inside

    /// <summary>Standard deviation of a sample about its neighbours, from second differences, whose variance is six times that of a sample.</summary>
    private static double Noise(double[] current, int at, int reach)
    {
        double sum = 0.0;
        for (int k = at - reach; k <= at + reach; k++)
        {
            double second = current[k + 1] - (2.0 * current[k]) + current[k - 1];
            sum += second * second;
        }

        return Math.Sqrt(sum / (6.0 * ((2 * reach) + 1)));
    }
}
