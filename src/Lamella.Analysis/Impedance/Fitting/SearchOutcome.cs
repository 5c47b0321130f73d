using System.Collections.Immutable;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>What a search found.</summary>
/// <param name="Best">Variables of the best minimum.</param>
/// <param name="Report">How it was found.</param>
internal sealed record SearchOutcome(double[] Best, SearchReport Report)
{
    /// <summary>Takes what a search has found so far.</summary>
    internal static SearchOutcome Of(CircuitSearch search) => new(
        [.. search.Best], new SearchReport(search.Starts, search.StartsAtBest, Distinct(search.OtherMinima), search.Evaluations));

    private static ImmutableArray<double> Distinct(List<double> sums)
    {
        var distinct = new List<double>();
        foreach (double sum in sums.Order())
        {
            if (distinct.Count == 0 || sum > distinct[^1] * (1.0 + 1e-4))
            {
                distinct.Add(sum);
            }
        }

        return [.. distinct];
    }
}
