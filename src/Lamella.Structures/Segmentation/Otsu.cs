using System.Collections.Immutable;

namespace Lamella.Structures.Segmentation;

/// <summary>Thresholds that make the variance between classes largest, for any number of classes.</summary>
/// <remarks>
/// The sum over classes of (first moment)²/(number) is maximised exactly by dynamic programming over the bins.
/// <b>Source.</b> Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62, <see href="https://doi.org/10.1109/TSMC.1979.4310076"/>;
/// Liao, Chen and Chung, J. Inf. Sci. Eng. 17 (2001) 713.
/// </remarks>
public static class Otsu
{
    /// <summary>Finds the thresholds.</summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="classes">Number of classes, 2 to 8.</param>
    /// <returns>For each class but the first, the number of its first bin, in the middle of the empty bins where there are some; ascending.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is outside its range.</exception>
    public static ImmutableArray<int> Thresholds(GreyHistogram histogram, int classes)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 8);
        int n = histogram.Counts.Length;
        double[] numbers = new double[n + 1], moments = new double[n + 1];
        for (int k = 0; k < n; k++)
        {
            numbers[k + 1] = numbers[k] + histogram.Counts[k];
            moments[k + 1] = moments[k] + (k * (double)histogram.Counts[k]);
        }

        double[,] best = new double[classes, n + 1];
        int[,] cut = new int[classes, n + 1];
        for (int end = 1; end <= n; end++)
        {
            best[0, end] = Between(0, end);
        }

        for (int k = 1; k < classes; k++)
        {
            for (int end = k + 1; end <= n; end++)
            {
                best[k, end] = double.NegativeInfinity;
                for (int begin = k; begin < end; begin++)
                {
                    double sum = best[k - 1, begin] + Between(begin, end);
                    if (sum > best[k, end])
                    {
                        (best[k, end], cut[k, end]) = (sum, begin);
                    }
                }
            }
        }

        int[] thresholds = new int[classes - 1];
        for (int k = classes - 1, end = n; k >= 1; k--)
        {
            end = cut[k, end];
            thresholds[k - 1] = MiddleOfGap(histogram, end);
        }

        return [.. thresholds];

        double Between(int begin, int end)
        {
            double number = numbers[end] - numbers[begin], moment = moments[end] - moments[begin];
            return number > 0.0 ? moment * moment / number : 0.0;
        }
    }

    /// <summary>Moves a threshold to the middle of the empty bins around it: within a gap the variance cannot tell, and the edge leaves no distance to one class.</summary>
    private static int MiddleOfGap(GreyHistogram histogram, int threshold)
    {
        int low = threshold, high = threshold;
        while (low > 1 && histogram.Counts[low - 1] == 0)
        {
            low--;
        }

        while (high < histogram.Counts.Length - 1 && histogram.Counts[high] == 0)
        {
            high++;
        }

        return (low + high) / 2;
    }
}
