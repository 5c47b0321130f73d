using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Cycling;

/// <summary>Finds what is doubtful about a cycling record.</summary>
internal static class CyclingWarnings
{
    private const double AboveOne = 1.002; // a coulombic efficiency that the current of a cycler does not explain
    private const double Far = 2.0; // how many times the record a projection may reach
    private const double PoorLaw = 0.03; // of the capacity at low rate
    private const double TwoLaws = 0.1; // weight from which another law cannot be left aside

    internal static ImmutableArray<OutcomeWarning> Of(CyclingResult result, CyclingOptions options, int records)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        void Add(string code, WarningLevel level, FormattableString text) => warnings.Add(new OutcomeWarning(code, level, FormattableString.Invariant(text)));
        int[] incomplete = [.. result.Cycles.Where(cycle => !cycle.IsComplete).Select(cycle => cycle.Number)];
        if (result.ReferenceCycle == 0)
        {
            Add("no-complete-cycle", WarningLevel.Serious, $"No cycle has both halves: there is no efficiency, retention or fade. If the cell begins with a discharge, state --first discharge.");
        }
        else if (incomplete.Length > 0)
        {
            Add("incomplete-cycles", WarningLevel.Notice, $"Cycles without one half or cut short by the end of the record are in the table but in no mean and no fit: {string.Join(", ", incomplete.Take(10))}{(incomplete.Length > 10 ? " and more" : string.Empty)}.");
        }

        if (options.Beginning == CycleBeginning.Automatic && result.Cycles.Any(cycle => !cycle.BeginsWithCharge))
        {
            Add("begins-with-discharge", WarningLevel.Notice, $"The record begins with a discharge, so that a cycle is read as discharge, then charge, as in a half cell; efficiency is charge over discharge. If the cell was delivered charged, state --first charge.");
        }

        CycleRecord[] tooGood = [.. result.Cycles.Where(cycle => cycle.IsComplete && cycle.CoulombicEfficiency > AboveOne)];
        if (tooGood.Length > 0)
        {
            Add("efficiency-above-one", WarningLevel.Caution, $"{tooGood.Length} cycles give back more than they took, the most cycle {tooGood.MaxBy(cycle => cycle.CoulombicEfficiency)!.Number} with {100.0 * tooGood.Max(cycle => cycle.CoulombicEfficiency)!.Value:G5} %: a slower second half, an offset of the current, or lithium from elsewhere.");
        }

        if (result.Rates.Length > 1)
        {
            Add("several-rates", WarningLevel.Notice, $"The record has {result.Rates.Length} rates; fade and polarisation are read from the {result.Compared.Length} cycles of the most frequent one.");
        }

        AddRates(result, Add);
        if (records > 1)
        {
            Add("joined-records", WarningLevel.Notice, $"{records} records were counted as one cell, in the order given.");
        }

        AddFade(result, options, Add);
        return warnings.ToImmutable();
    }

    private static void AddRates(CyclingResult result, Action<string, WarningLevel, FormattableString> add)
    {
        if (result.Rates.Length > 1 && result.RateLaw is null)
        {
            add("rate-law-too-few", WarningLevel.Notice, $"{result.Rates.Length} rates are in the table; a characteristic time needs at least {RateFit.FewestRates}.");
        }
        else if (result.RateLaw is { IsDetermined: false })
        {
            add("rate-law-not-determined", WarningLevel.Notice, $"The capacities of the {result.Rates.Length} rates do not determine a characteristic time: measure up to rates at which the capacity falls to less than half.");
        }
        else if (result.RateLaw is { } law && law.Deviation > PoorLaw * law.LowRateCapacity.Value)
        {
            add("rate-law-poor", WarningLevel.Caution, $"The capacities lie {100.0 * law.Deviation / law.LowRateCapacity.Value:G3} % of that at low rate off the law of rates: fade between the rates, a cut-off that a resistance reaches at once, or another process than one with a characteristic time.");
        }
    }

    private static void AddFade(CyclingResult result, CyclingOptions options, Action<string, WarningLevel, FormattableString> add)
    {
        if (result.Fade is not { } fade)
        {
            add("too-few-cycles", WarningLevel.Notice, $"{result.Compared.Length} complete cycles share a rate; a law of fade needs at least {FadeModels.FewestCycles}.");
            return;
        }

        EndOfLife life = fade.EndOfLife;
        if (life.Cycle is null)
        {
            add("no-fade", WarningLevel.Notice, $"The capacity does not fall by the best law, so there is no end of life at {100.0 * options.EndOfLife:G4} %.");
        }
        else if (!life.IsReached && life.Cycle - fade.ReferenceCycle > Far * (fade.Cycles[^1] - fade.ReferenceCycle))
        {
            add("far-projection", WarningLevel.Caution, $"The end of life at cycle {life.Cycle:F0} lies {(life.Cycle - fade.ReferenceCycle) / (fade.Cycles[^1] - fade.ReferenceCycle):G3} times as far as the record reaches: the laws that fit here need not hold there, and a knee is not foreseen.");
        }

        if (life.NeverShare > 0.025)
        {
            add("end-not-certain", WarningLevel.Caution, $"In {100.0 * life.NeverShare:G3} % of the draws the capacity never falls that far: the interval has no upper end.");
        }

        if (fade.Laws.Length > 1 && fade.Laws[1].Weight > TwoLaws)
        {
            add("laws-not-told-apart", WarningLevel.Notice, $"The law '{CyclingOutcome.Word(fade.Laws[1].Law)}' has a weight of {100.0 * fade.Laws[1].Weight:G3} % beside '{CyclingOutcome.Word(fade.Best.Law)}': the record does not decide, and the interval holds both.");
        }

        if (fade.Best.Widening > 1.5)
        {
            add("structured-residuals", WarningLevel.Caution, $"The capacities wander about the law '{CyclingOutcome.Word(fade.Best.Law)}' for several cycles at a time (temperature, pauses); uncertainties are widened {fade.Best.Widening:G3} times.");
        }
    }
}
