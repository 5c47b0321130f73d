using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>How a stepped-current test ended.</summary>
public enum CriticalEnding
{
    /// <summary>All currents were carried soundly: the critical current is above the highest of them.</summary>
    NotReached,

    /// <summary>The cell shorted.</summary>
    Shorted,

    /// <summary>The voltage ran away before the half cycle was complete: transport or contact gave out, not a short.</summary>
    Polarisation,
}

/// <summary>The critical current of a test with rising currents.</summary>
public sealed record CriticalCurrentResult
{
    /// <summary>Gets the highest current density at which both polarities, and all currents below, were sound; 0 where the first one already failed.</summary>
    [Unit("A/m²")]
    public required double Critical { get; init; }

    /// <summary>Gets the highest current density of any sound half cycle before the first failure.</summary>
    [Unit("A/m²")]
    public required double HighestSoundHalfCycle { get; init; }

    /// <summary>Gets the current density of the first failure; null where there is none.</summary>
    [Unit("A/m²")]
    public double? FirstFailing { get; init; }

    /// <summary>Gets the polarity of the first failure, 1 for a charge and −1 for a discharge; 0 where there is none.</summary>
    public int FailingPolarity { get; init; }

    /// <summary>Gets the current density of the first hard short; null where there is none.</summary>
    [Unit("A/m²")]
    public double? HardShort { get; init; }

    /// <summary>Gets the charge per area of a half cycle at the critical current.</summary>
    [Unit("C/m²")]
    public required double ArealCharge { get; init; }

    /// <summary>Gets the step from the critical current to the next one that was tried: how finely it is known; null for the last one.</summary>
    [Unit("A/m²")]
    public double? Resolution { get; init; }

    /// <summary>Gets how the test ended.</summary>
    public required CriticalEnding Ending { get; init; }

    /// <summary>Gets the currents, times and charges of the protocol in a sentence.</summary>
    public required string Protocol { get; init; }

    private const double SameCurrent = 0.02;
    private const double Rising = 1.05;
    private const double WholeTime = 0.95;
    private const double RunAway = 2.0; // of the plateau, at the end of a half cycle that was cut short

    /// <summary>Reads the critical current; null where the currents do not rise over at least three levels.</summary>
    internal static CriticalCurrentResult? Of(ImmutableArray<HalfCycleRecord> halves, ImmutableArray<ShortFinding> shorts)
    {
        ImmutableArray<ImmutableArray<HalfCycleRecord>> levels = Levels(halves);
        if (levels.Length < 3 || !Enumerable.Range(1, levels.Length - 1).All(k => levels[k][0].CurrentDensity > Rising * levels[k - 1][0].CurrentDensity))
        {
            return null;
        }

        var shorted = shorts.Where(finding => finding.HalfCycle > 0).ToDictionary(finding => finding.HalfCycle);
        HalfCycleRecord? runaway = Runaway(halves);
        HalfCycleRecord? failure = halves.FirstOrDefault(half => shorted.ContainsKey(half.Number) || half == runaway);
        ImmutableArray<HalfCycleRecord> before = [.. halves.TakeWhile(half => half != failure)];
        int polarities = Polarities(levels[0]);
        ImmutableArray<HalfCycleRecord>[] sustained = [.. levels.TakeWhile(level => level.All(before.Contains) && Polarities(level) >= polarities)];
        ImmutableArray<HalfCycleRecord> critical = sustained.Length > 0 ? sustained[^1] : [];
        HalfCycleRecord? hard = halves.FirstOrDefault(half => shorted.TryGetValue(half.Number, out ShortFinding? finding) && finding.Kind == ShortKind.Hard);
        return new CriticalCurrentResult
        {
            Critical = critical.IsEmpty ? 0.0 : critical.Average(half => half.CurrentDensity),
            HighestSoundHalfCycle = before.IsEmpty ? 0.0 : before.Max(half => half.CurrentDensity),
            FirstFailing = failure?.CurrentDensity,
            FailingPolarity = failure?.Polarity ?? 0,
            HardShort = hard?.CurrentDensity,
            ArealCharge = critical.IsEmpty ? 0.0 : critical.Average(half => half.ArealCharge),
            Resolution = sustained.Length < levels.Length ? levels[sustained.Length][0].CurrentDensity - (critical.IsEmpty ? 0.0 : critical[0].CurrentDensity) : null,
            Ending = failure is null ? CriticalEnding.NotReached : shorted.ContainsKey(failure.Number) ? CriticalEnding.Shorted : CriticalEnding.Polarisation,
            Protocol = Describe(levels),
        };
    }

    /// <summary>Puts neighbours of one current together.</summary>
    private static ImmutableArray<ImmutableArray<HalfCycleRecord>> Levels(ImmutableArray<HalfCycleRecord> halves)
    {
        var levels = ImmutableArray.CreateBuilder<ImmutableArray<HalfCycleRecord>>();
        foreach (HalfCycleRecord half in halves)
        {
            bool isSame = levels.Count > 0 && Math.Abs((half.CurrentDensity / levels[^1][0].CurrentDensity) - 1.0) < SameCurrent;
            if (isSame)
            {
                levels[^1] = levels[^1].Add(half);
            }
            else
            {
                levels.Add([half]);
            }
        }

        return levels.ToImmutable();
    }

    private static int Polarities(ImmutableArray<HalfCycleRecord> level) => level.Select(half => half.Polarity).Distinct().Count();

    /// <summary>Finds a half cycle that a cut-off of the voltage ended before its time or charge, whichever the protocol keeps.</summary>
    private static HalfCycleRecord? Runaway(ImmutableArray<HalfCycleRecord> halves)
    {
        bool isTimed = IsTimed(halves);
        for (int i = 1; i < halves.Length; i++)
        {
            HalfCycleRecord half = halves[i], before = halves[i - 1];
            bool isCut = isTimed ? half.Duration < WholeTime * before.Duration : half.ArealCharge < WholeTime * before.ArealCharge;
            if (isCut && half.Final > RunAway * Math.Max(half.Least, 0.5 * before.Plateau) && half.Final > before.Final)
            {
                return half;
            }
        }

        return null;
    }

    /// <summary>Tells whether half cycles of different currents share a time rather than a charge: which of the two varies less about its median.</summary>
    private static bool IsTimed(ImmutableArray<HalfCycleRecord> halves)
    {
        double Spread(Func<HalfCycleRecord, double> value)
        {
            double[] sorted = [.. halves.Select(value).Order()];
            double median = sorted[sorted.Length / 2];
            double[] distances = [.. sorted.Select(at => Math.Abs((at / median) - 1.0)).Order()];
            return distances[distances.Length / 2];
        }

        return Spread(half => half.Duration) <= Spread(half => half.ArealCharge);
    }

    private static string Describe(ImmutableArray<ImmutableArray<HalfCycleRecord>> levels)
    {
        HalfCycleRecord first = levels[0][0];
        string amount = IsTimed([.. levels.SelectMany(level => level)]) ? FormattableString.Invariant($"{first.Duration / 3600.0:G3} h per half cycle")
            : FormattableString.Invariant($"{first.ArealCharge / 3.6e4:G3} mAh/cm² per half cycle");
        string currents = FormattableString.Invariant($"{levels.Length} currents from {0.1 * first.CurrentDensity:G3} to {0.1 * levels[^1][0].CurrentDensity:G3} mA/cm²");
        return FormattableString.Invariant($"{currents}, {amount}, {levels[0].Length} half cycles per current");
    }
}
