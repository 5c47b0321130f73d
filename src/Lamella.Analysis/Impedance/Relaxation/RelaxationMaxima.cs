using Lamella.Analysis.Impedance.Validity;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Where a smooth, coarse distribution of relaxation times has its maxima: time constants for a fit to begin with.</summary>
/// <remarks>
/// The regularised distribution with half as many bells as <see cref="RelaxationAnalysis"/> draws, without its search for
/// processes: it costs a fraction of a millisecond. Wiggles that are no processes do no harm to a start.
/// </remarks>
internal static class RelaxationMaxima
{
    private const int BellsPerDecade = 5;
    private const double BeyondWindow = 0.5; // decades
    private const double Smoothness = 1e-3; // λ, relative to the weight of the data
    private const double SmallestShare = 1e-3; // of the whole resistance
    private const double LeastTailExponent = 0.4;

    /// <summary>Finds the maxima.</summary>
    /// <param name="spectrum">The measurement, in any order of frequency.</param>
    /// <returns>τ [s] and area [Ω] of each maximum, the largest area first; none where the spectrum is too short for a distribution.</returns>
    internal static (double Time, double Area)[] Of(Spectrum spectrum)
    {
        if (!OrderedSpectrum.IsUsable(spectrum))
        {
            return [];
        }

        var points = OrderedSpectrum.Create(spectrum, []);
        var data = WeightedData.ByModulus(points);
        var tails = SpectrumTails.Of(points, 0.0);
        double? tail = tails.LowFrequency is LowFrequencyTail.Diffusive or LowFrequencyTail.Blocking
            ? Math.Clamp(tails.Exponent ?? 1.0, LeastTailExponent, 1.0)
            : null;
        var grid = new RelaxationGrid(data, BellsPerDecade, BeyondWindow);
        var problem = new RidgeProblem(data, new ProcessSet([], true, true, tail), grid, data.Values);
        double[] matrix = problem.Matrix(Smoothness);
        double[] bells = NonNegativeSolver.Solve(matrix, problem.Right, problem.SolveSigned(matrix).Solution);
        return [.. Maxima(bells).Select(peak => (Math.Exp(grid.First + (peak.Place * grid.Spacing)), peak.Area * data.Scale))
            .OrderByDescending(peak => peak.Item2)];
    }

    /// <summary>Cuts the bells at their minima; each part has its weighted middle and its sum.</summary>
    private static IEnumerable<(double Place, double Area)> Maxima(double[] bells)
    {
        double whole = bells.Sum();
        int first = 0;
        for (int k = 1; k <= bells.Length; k++)
        {
            bool isMinimum = k == bells.Length || (bells[k] <= bells[k - 1] && (k + 1 == bells.Length || bells[k] < bells[k + 1]));
            if (!isMinimum)
            {
                continue;
            }

            double area = 0.0, moment = 0.0;
            for (int i = first; i < k; i++)
            {
                (area, moment) = (area + bells[i], moment + (i * bells[i]));
            }

            if (area > SmallestShare * whole)
            {
                yield return (moment / area, area);
            }

            first = k;
        }
    }
}
