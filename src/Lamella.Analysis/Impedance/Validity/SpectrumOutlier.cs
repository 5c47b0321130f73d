namespace Lamella.Analysis.Impedance.Validity;

/// <summary>A point that does not belong to the spectrum.</summary>
/// <param name="Index">Place in the record, from 0.</param>
/// <param name="Frequency">f [Hz].</param>
/// <param name="Deviation">|Z − Z_fit|/|Z| [–] from the description made without it.</param>
/// <param name="Score">Deviation from the neighbours in robust standard deviations [–].</param>
public readonly record struct SpectrumOutlier(int Index, double Frequency, double Deviation, double Score);

/// <summary>Finds points that stand out from their neighbours.</summary>
/// <remarks>
/// Score of a point: its residual, divided by √(1 − leverage), less the mean of its neighbours', over 1.4826 × the median of
/// the absolute values of that, or of the residuals where these are larger. A smooth deviation, such as a drift makes, therefore gives none. The worst point is
/// removed and the rest described again, until none is left or a tenth of the points is gone. Two neighbours that would both
/// go are a pattern and stay: what a drift does to the end of a spectrum is not the fault of single points.
/// <b>Source.</b> Rousseeuw and Croux, J. Am. Stat. Assoc. 88 (1993) 1273 (median absolute deviation).
/// </remarks>
internal static class OutlierSearch
{
    private const double Rare = 5.5; // exp(−5.5²/2)·100 points: once in 30,000 spectra of noise
    private const double SmallestDeviation = 2e-5; // of |Z|; below it files round and instruments are not accurate

    /// <summary>Finds the points.</summary>
    /// <param name="points">The spectrum.</param>
    /// <param name="shape">The description.</param>
    /// <returns>Whether each point stays, and the scores of those that do not, shape (points) each.</returns>
    internal static (bool[] Kept, double[] Scores) Find(OrderedSpectrum points, DescriptionShape shape)
    {
        int n = points.Count;
        double[] found = new double[n];
        bool[] returned = new bool[n]; // taken out once and put back for a neighbour
        bool[] belongs = new bool[n]; // known to be part of a pattern
        for (int round = 0; round < n && found.Count(score => score > 0.0) < n / 10; round++)
        {
            int[] place = [.. Enumerable.Range(0, n).Where(i => found[i] == 0.0)];
            if (2 * place.Length <= shape.Order + 3 || place.Length <= OrderedSpectrum.FewestFrequencies)
            {
                break;
            }

            double[] scores = Scores(new LinearDescription(points.Where([.. found.Select(score => score == 0.0)]), shape));
            int worst = Enumerable.Range(0, place.Length).Where(k => !belongs[place[k]]).MaxBy(k => scores[k]);
            if (!(scores[worst] > Rare))
            {
                break;
            }

            Take(place[worst], scores[worst], found, returned, belongs);
        }

        return ([.. found.Select(score => score == 0.0)], found);
    }

    /// <summary>Takes a point out. Next to one taken out before, that one is tried inside again; if it stands out still, both stay.</summary>
    private static void Take(int point, double score, double[] found, bool[] returned, bool[] belongs)
    {
        bool isPattern = false;
        for (int other = Math.Max(0, point - 1); other <= Math.Min(found.Length - 1, point + 1); other++)
        {
            if (found[other] > 0.0)
            {
                isPattern |= returned[point];
                (found[other], returned[other], belongs[other]) = (0.0, true, returned[point]);
            }
        }

        (found[point], belongs[point]) = isPattern ? (0.0, true) : (score, false);
    }

    private static double[] Scores(LinearDescription description)
    {
        double[] residuals = description.WeightedResiduals();
        double[] leverage = description.Leverages();
        int n = residuals.Length / 2;
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] /= Math.Sqrt(Math.Max(1.0 - leverage[i], 0.05));
        }

        double[] step = new double[2 * n];
        Steps(residuals.AsSpan(0, n), step.AsSpan(0, n));
        Steps(residuals.AsSpan(n), step.AsSpan(n));
        double scale = Math.Max(SmallestDeviation, Math.Max(MedianDeviation(step), Math.Sqrt(1.5) * MedianDeviation(residuals)));
        return [.. Enumerable.Range(0, n).Select(i => double.Hypot(step[i], step[n + i]) / scale)];
    }

    private static double MedianDeviation(double[] values)
    {
        double[] size = [.. values.Select(Math.Abs)];
        Array.Sort(size);
        return 1.4826 * size[size.Length / 2];
    }

    // Noise of one size gives steps of one size, at the ends too.
    private static void Steps(ReadOnlySpan<double> values, Span<double> steps)
    {
        int last = values.Length - 1;
        double ends = Math.Sqrt(1.5 / 2.0);
        steps[0] = ends * (values[0] - values[1]);
        steps[last] = ends * (values[last] - values[last - 1]);
        for (int i = 1; i < last; i++)
        {
            steps[i] = values[i] - (0.5 * (values[i - 1] + values[i + 1]));
        }
    }
}
