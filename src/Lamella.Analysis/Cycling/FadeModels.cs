using System.Collections.Immutable;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Cycling;

/// <summary>Fits laws of fade to capacities, looks for a knee, and projects the end of life.</summary>
/// <remarks>
/// <para>Linear, square-root and power law are compared by the criterion of Akaike for few data (Hurvich and Tsai, Biometrika 76 (1989) 297,
/// doi 10.1093/biomet/76.2.297). A knee is where two straight lines meet (Bacon and Watts, Biometrika 58 (1971) 525, doi 10.1093/biomet/58.3.525;
/// for cells Fermín-Cueto et al., Energy and AI 1 (2020) 100006, doi 10.1016/j.egyai.2020.100006); it is taken where the criterion falls by
/// <see cref="KneeSupport"/> and the slope at least doubles.</para>
/// <para>The interval of the projection is that of draws from Student's distribution about every law, in proportion to its Akaike weight
/// (Burnham and Anderson, Sociol. Methods Res. 33 (2004) 261, doi 10.1177/0049124104268644), so that the choice of the law is in it.</para>
/// </remarks>
public static class FadeModels
{
    private const double KneeSupport = 6.0;
    private const double KneeSlopeRatio = 2.0;
    private const int KneeSide = 4; // capacities on each side of a knee
    private const double LeastExponent = 0.05;

    /// <summary>Gets the fewest capacities from which a fade can be fitted.</summary>
    public static int FewestCycles => 4;

    /// <summary>Fits the laws.</summary>
    /// <param name="cycles">Numbers of the cycles, increasing, at least <see cref="FewestCycles"/>; shape (cycles).</param>
    /// <param name="capacities">Capacities [C], above 0, shape (cycles).</param>
    /// <param name="options">Reference cycle, end of life, draws.</param>
    /// <returns>The laws with their uncertainties, a knee where there is one, and the projection.</returns>
    /// <exception cref="ArgumentException">There are too few capacities, one is not above 0, or the numbers do not increase.</exception>
    public static FadeResult Fit(ImmutableArray<double> cycles, ImmutableArray<double> capacities, CyclingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Check(cycles, capacities);
        int reference = options.ReferenceCycle > 0 ? options.ReferenceCycle : (int)cycles[0];
        double last = cycles[^1] - reference;
        if (!(last > 0.0) || cycles[0] < reference)
        {
            throw new ArgumentException($"The cycles to fit run from {cycles[0]} to {cycles[^1]}; the reference cycle {reference} must not lie behind the first of them.", nameof(options));
        }

        double[] x = [.. cycles.Select(cycle => (cycle - reference) / last)], y = [.. capacities];
        FadeFitResult[] smooth = [.. new[] { FadeFit.Fixed(FadeLaw.Linear, x, y, last, 1.0), FadeFit.Fixed(FadeLaw.SquareRoot, x, y, last, 0.5), FadeFit.Power(x, y, last) }
            .OfType<FadeFitResult>()];
        (Knee? knee, FadeFitResult? broken) = FindKnee(x, y, last, reference, smooth.Min(law => law.Criterion));
        ImmutableArray<FadeFitResult> laws = Weighted(broken is null ? smooth : [.. smooth, broken]);
        return new FadeResult
        {
            Cycles = cycles,
            Capacities = capacities,
            ReferenceCycle = reference,
            Laws = laws,
            Knee = knee,
            EndOfLife = Project(laws, reference, last, options),
        };
    }

    private static void Check(ImmutableArray<double> cycles, ImmutableArray<double> capacities)
    {
        if (cycles.Length != capacities.Length || cycles.Length < FewestCycles)
        {
            throw new ArgumentException(
                $"A law of fade needs at least {FewestCycles} cycles with a capacity each; there are {cycles.Length} cycles and {capacities.Length} capacities.", nameof(cycles));
        }

        for (int i = 0; i < cycles.Length; i++)
        {
            if (!(capacities[i] > 0.0 && double.IsFinite(capacities[i])) || (i > 0 && !(cycles[i] > cycles[i - 1])))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Cycle {cycles[i]} has the capacity {capacities[i]} C; capacities must be above 0 C and the numbers of the cycles must increase."), nameof(capacities));
            }
        }
    }

    private static ImmutableArray<FadeFitResult> Weighted(IReadOnlyCollection<FadeFitResult> laws)
    {
        double least = laws.Min(law => law.Criterion);
        double[] weights = [.. laws.Select(law => Math.Exp(-0.5 * (law.Criterion - least)))];
        double sum = weights.Sum();
        return [.. laws.Zip(weights, (law, weight) => law with { Weight = weight / sum }).OrderBy(law => law.Criterion)];
    }

    private static (Knee? Knee, FadeFitResult? Fit) FindKnee(double[] x, double[] y, double last, int reference, double withoutKnee)
    {
        if (FadeFit.Broken(x, y, last, KneeSide) is not var (fit, low, high) || !(withoutKnee - fit.Criterion > KneeSupport))
        {
            return (null, null);
        }

        double before = fit.Loss.Value, behind = before + fit.KneeLoss.Value;
        double ratio = before > 0.0 ? behind / before : double.PositiveInfinity;
        if (!(behind > 0.0 && ratio >= KneeSlopeRatio))
        {
            return (null, null);
        }

        return (new Knee(reference + fit.KneeCycles, reference + low, reference + high, ratio, withoutKnee - fit.Criterion), fit);
    }

    private static EndOfLife Project(ImmutableArray<FadeFitResult> laws, int reference, double last, CyclingOptions options)
    {
        var generator = new SeededGenerator(options.Seed);
        var found = new List<double>(options.Draws);
        foreach (FadeFitResult law in laws)
        {
            int draws = (int)Math.Round(law.Weight * options.Draws);
            double[] root = FadeDraws.Root(law);
            for (int i = 0; i < draws; i++)
            {
                double[] values = FadeDraws.Next(law, root, generator);
                found.Add(Crossing(law, values, options.EndOfLife));
            }
        }

        found.Sort();
        double? Quantile(double share) => found[(int)Math.Round(share * (found.Count - 1))] is var at && double.IsFinite(at) ? reference + at : null;
        double best = Crossing(laws[0], [.. laws[0].Parameters], options.EndOfLife);
        return new EndOfLife(
            double.IsFinite(best) ? reference + best : null, Quantile(0.025), Quantile(0.975),
            (double)found.Count(value => !double.IsFinite(value)) / found.Count, best <= last);
    }

    /// <summary>Returns the cycles from the reference one until a law reaches a share of its beginning; infinite where it never does.</summary>
    private static double Crossing(FadeFitResult law, double[] values, double share)
    {
        double initial = values[0], loss = values[1], target = (1.0 - share) * initial, last = law.LastCycle;
        if (law.Law == FadeLaw.Broken)
        {
            double knee = values[3], atKnee = loss * knee, behind = loss + values[2];
            return loss > 0.0 && atKnee >= target ? last * target / loss
                : behind > 0.0 ? last * (knee + ((target - atKnee) / behind)) : double.PositiveInfinity;
        }

        double exponent = law.Law == FadeLaw.Power ? values[2] : law.Exponent.Value;
        return loss > 0.0 && exponent > LeastExponent ? last * Math.Pow(target / loss, 1.0 / exponent) : double.PositiveInfinity;
    }
}
