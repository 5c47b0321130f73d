namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Finds how many processes a spectrum shows: as many as the data pay for.</summary>
/// <remarks>
/// Greedy, forwards: a further process where the residual points to, a skew for one that is there, an inductance or a tail;
/// whichever lowers the criterion of Schwarz most is kept. Then backwards: whatever can go without raising it goes.
/// <b>Source.</b> Schwarz, Ann. Stat. 6 (1978) 461, <see href="https://doi.org/10.1214/aos/1176344136"/>.
/// </remarks>
internal sealed class ProcessSearch
{
    private const double Worth = 4.0; // a term must lower the criterion by this: odds of e² for it
    private const double CoarseTolerance = 1e-4;
    private const double FirstExponent = 0.85;
    private const double FirstTailExponent = 0.8;
    private const double FirstSkew = 0.7;
    private const double DiffusionToSummit = 0.93; // ln of L²/D over the time constant of the summit of its arc
    private const double Indispensable = 12.0; // standard uncertainties; without such a term χ² rises by some 12²
    private const int MostTried = 5; // of the terms that promise most
    private const int MostPlaces = 3;
    private const double WidestGap = 3.5; // in ln τ between such processes; the relaxations of a diffusion lie closer
    private const int MostReplaced = 4; // processes for which a diffusion may stand
    private const double LargestShare = 3.0; // strength of one process over the largest |Z| in the window

    private const double SmallestResistance = 0.05; // of |Z| at the highest frequency; so far below 0 noise may push it

    private readonly WeightedData data;
    private readonly bool isSigned;
    private readonly bool mayHaveTail;
    private readonly int most;
    private readonly double largest;

    internal ProcessSearch(WeightedData data, bool isSigned, bool mayHaveTail, int most)
    {
        (this.data, this.isSigned, this.mayHaveTail) = (data, isSigned, mayHaveTail);
        this.most = Math.Min(most, Math.Max(1, ((2 * data.Count) - 4) / 5));
        largest = data.Points.Modulus.Max() / data.Scale;
    }

    /// <summary>Searches from nothing.</summary>
    internal ProcessFit Run()
    {
        ProcessFit best = Prune(Grow(Fit(new ProcessSet([], true, false, null), CoarseTolerance)));
        ProcessFit? diffusion = Diffusions(best.Set).Select(set => Fit(set, CoarseTolerance))
            .Where(fit => IsSound(fit) && fit.Information < best.Information - Worth).MinBy(fit => fit.Information);
        return diffusion is null ? best : Prune(Grow(diffusion));
    }

    /// <summary>Adds what pays until nothing does.</summary>
    private ProcessFit Grow(ProcessFit best)
    {
        for (int round = 0; round < 3 * most; round++)
        {
            ProcessFit? next = Better(best);
            if (next is null)
            {
                break;
            }

            best = next;
        }

        ProcessFit exact = Fit(best.Set, null);
        return IsSound(exact) ? exact : best;
    }

    /// <summary>
    /// Returns sets in which one diffusion stands for a few neighbours, or for some and the tail: arcs take its place while the
    /// search grows, because an early diffusion describes every broad flank.
    /// </summary>
    private static IEnumerable<ProcessSet> Diffusions(ProcessSet set)
    {
        RelaxationProcess[] order = [.. set.Processes.OrderBy(process => process.LogTau)];
        for (int last = 0; last < order.Length; last++)
        {
            RelaxationProcess diffusion = RelaxationProcess.Diffusion(order[last].LogTau + DiffusionToSummit);
            for (int first = last; first >= Math.Max(0, last - MostReplaced + 1); first--)
            {
                if (first < last && order[first + 1].LogTau - order[first].LogTau > WidestGap)
                {
                    break;
                }

                // A lone symmetric arc is none: diffusion is skewed, and shows as two arcs, a skewed one, or one beside a tail.
                bool isLone = first == last && order[last].Shape == RelaxationShape.Arc && !(set.TailExponent is not null && last == order.Length - 1);
                if (isLone)
                {
                    continue;
                }

                ProcessSet replaced = set with { Processes = [.. order[..first], .. order[(last + 1)..], diffusion] };
                yield return replaced;
                if (set.TailExponent is not null && last == order.Length - 1)
                {
                    yield return replaced with { TailExponent = null };
                }
            }
        }

        if (set.TailExponent is not null)
        {
            yield return set with { Processes = [.. order, RelaxationProcess.Diffusion(order.Length > 0 ? order[^1].LogTau + Math.Log(10.0) : 0.0)], TailExponent = null };
        }
    }

    private ProcessFit? Better(ProcessFit best)
    {
        ProcessFit? chosen = null;
        foreach ((ProcessSet candidate, _) in Candidates(best).OrderByDescending(candidate => candidate.Gain).Take(MostTried))
        {
            ProcessFit fit = Fit(candidate, CoarseTolerance);
            if (IsSound(fit) && fit.Information < best.Information - Worth && !(fit.Information >= chosen?.Information))
            {
                chosen = fit;
            }
        }

        return chosen;
    }

    /// <summary>Returns sets with one term more, each with the drop of the sum of squares that it promises.</summary>
    private IEnumerable<(ProcessSet Set, double Gain)> Candidates(ProcessFit best)
    {
        ProcessSet set = best.Set;
        var gains = new TermGains(data, best);
        if (!set.HasInductance)
        {
            yield return (set with { HasInductance = true }, gains.OfSeries(set with { HasInductance = true }, set.InductancePlace));
        }

        if (!set.HasResistance)
        {
            yield return (set with { HasResistance = true }, gains.OfSeries(set with { HasResistance = true }, 0));
        }

        if (mayHaveTail && set.TailExponent is null)
        {
            yield return (set with { TailExponent = FirstTailExponent }, gains.OfSeries(set with { TailExponent = FirstTailExponent }, set.TailPlace));
        }

        for (int k = 0; k < set.Processes.Length; k++)
        {
            RelaxationProcess process = set.Processes[k];
            if (process.Shape == RelaxationShape.Arc)
            {
                var skewed = process with { Shape = RelaxationShape.SkewedArc, Skew = FirstSkew };
                yield return (set with { Processes = set.Processes.SetItem(k, skewed) }, gains.OfSkew(k));
            }
        }

        if (set.Processes.Length < most)
        {
            foreach ((double logTau, double gain) in gains.OfArcs(FirstExponent, isSigned).Take(MostPlaces))
            {
                yield return (set with { Processes = set.Processes.Add(RelaxationProcess.Arc(logTau, FirstExponent)) }, gain);
            }
        }
    }

    private ProcessFit Prune(ProcessFit best)
    {
        while (true)
        {
            ProcessFit? smaller = Simpler(best).Select(set => Fit(set, null))
                .Where(fit => IsSound(fit) && fit.Information <= best.Information + Worth).MinBy(fit => fit.Information);
            if (smaller is null)
            {
                return best;
            }

            best = smaller;
        }
    }

    /// <summary>Returns sets with one term less, without those terms that are far too well determined to go.</summary>
    private IEnumerable<ProcessSet> Simpler(ProcessFit fit)
    {
        ProcessSet set = fit.Set;
        var covariance = new ProcessCovariance(data, fit);
        bool MayGo(int strength) => Math.Abs(fit.Strengths[strength]) < Indispensable * covariance.Uncertainty(strength);
        if (set.HasInductance && MayGo(set.InductancePlace))
        {
            yield return set with { HasInductance = false };
        }

        if (set.TailExponent is not null && MayGo(set.TailPlace))
        {
            yield return set with { TailExponent = null };
        }

        for (int k = 0; k < set.Processes.Length; k++)
        {
            if (MayGo(set.FirstArea + k))
            {
                yield return set with { Processes = set.Processes.RemoveAt(k) };
            }

            if (set.Processes[k].Shape == RelaxationShape.SkewedArc)
            {
                yield return set with { Processes = set.Processes.SetItem(k, set.Processes[k] with { Shape = RelaxationShape.Arc, Skew = 1.0 }) };
            }
        }
    }

    /// <summary>Fits; where that makes the series resistance negative, there is none.</summary>
    private ProcessFit Fit(ProcessSet set, double? tolerance)
    {
        ProcessFit fit = ProcessFit.Run(data, set, tolerance);
        bool isImpossible = !isSigned && fit.Resistance < -SmallestResistance * data.Points.Modulus[0] / data.Scale;
        return isImpossible ? ProcessFit.Run(data, set with { HasResistance = false }, tolerance) : fit;
    }

    /// <summary>Tells whether the strengths are possible ones: of the right sign, inductance and tail positive, and no pair of giants that cancel.</summary>
    private bool IsSound(ProcessFit fit)
    {
        foreach (double area in fit.Areas)
        {
            if ((!isSigned && area < 0.0) || Math.Abs(area) > LargestShare * largest)
            {
                return false;
            }
        }

        return fit.Tail >= 0.0 && fit.Inductance >= 0.0;
    }
}
