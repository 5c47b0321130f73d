using Lamella.Numerics.Linear;

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
    private const int ScansPerDecade = 4;
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
        ProcessFit best = Fit(new ProcessSet([], true, false, null));
        for (int round = 0; round < 3 * most; round++)
        {
            ProcessFit? next = Better(best);
            if (next is null)
            {
                break;
            }

            best = next;
        }

        return Prune(Fit(best.Set, null));
    }

    private ProcessFit? Better(ProcessFit best)
    {
        ProcessFit? chosen = null;
        foreach (ProcessSet candidate in Candidates(best))
        {
            ProcessFit fit = Fit(candidate);
            if (IsSound(fit) && fit.Information < best.Information - Worth && !(fit.Information >= chosen?.Information))
            {
                chosen = fit;
            }
        }

        return chosen;
    }

    private IEnumerable<ProcessSet> Candidates(ProcessFit best)
    {
        ProcessSet set = best.Set;
        if (!set.HasInductance)
        {
            yield return set with { HasInductance = true };
        }

        if (!set.HasResistance)
        {
            yield return set with { HasResistance = true };
        }

        if (mayHaveTail && set.TailExponent is null)
        {
            yield return set with { TailExponent = 0.8 };
        }

        for (int k = 0; k < set.Processes.Length; k++)
        {
            RelaxationProcess process = set.Processes[k];
            if (!process.IsSkewed)
            {
                yield return set with { Processes = set.Processes.SetItem(k, process with { IsSkewed = true, Skew = 0.7 }) };
            }
        }

        if (set.Processes.Length < most)
        {
            foreach (double logTau in Gaps(best))
            {
                var process = new RelaxationProcess(logTau, FirstExponent, 1.0, false);
                yield return set with { Processes = set.Processes.Add(process) };
            }
        }
    }

    /// <summary>Returns the time constants at which one more arc would take most of the residual away, at most three.</summary>
    private IEnumerable<double> Gaps(ProcessFit best)
    {
        double first = -data.LogOmega[0] - 1.0, last = -data.LogOmega[^1] + 1.0;
        int count = Math.Max(4, (int)((last - first) / Math.Log(10.0) * ScansPerDecade));
        var factors = new HouseholderQr(ProcessColumns.Fill(data, best.Set, []), 2 * data.Count);
        double[] column = new double[2 * data.Count];
        double[] gain = new double[count + 1];
        for (int k = 0; k <= count; k++)
        {
            double logTau = first + ((last - first) * k / count);
            new RelaxationProcess(logTau, FirstExponent, 1.0, false).Fill(data.LogOmega, data.Weight, column, []);
            factors.ApplyTransposed(column);
            double square = Kernels.Dot(column.AsSpan(factors.Columns), column.AsSpan(factors.Columns));
            factors.ToResidual(column);
            double product = Kernels.Dot(column, best.Residuals);
            gain[k] = square > 0.0 && (isSigned || product > 0.0) ? product * product / square : 0.0;
        }

        return Enumerable.Range(0, count + 1)
            .Where(k => gain[k] > 0.0 && (k == 0 || gain[k] >= gain[k - 1]) && (k == count || gain[k] > gain[k + 1]))
            .OrderByDescending(k => gain[k]).Take(3)
            .Select(k => first + ((last - first) * k / count));
    }

    private ProcessFit Prune(ProcessFit best)
    {
        while (true)
        {
            ProcessFit? smaller = Simpler(best.Set).Select(set => Fit(set, null))
                .Where(fit => IsSound(fit) && fit.Information <= best.Information + Worth).MinBy(fit => fit.Information);
            if (smaller is null)
            {
                return best;
            }

            best = smaller;
        }
    }

    private static IEnumerable<ProcessSet> Simpler(ProcessSet set)
    {
        if (set.HasInductance)
        {
            yield return set with { HasInductance = false };
        }

        if (set.TailExponent is not null)
        {
            yield return set with { TailExponent = null };
        }

        for (int k = 0; k < set.Processes.Length; k++)
        {
            yield return set with { Processes = set.Processes.RemoveAt(k) };
            if (set.Processes[k].IsSkewed)
            {
                yield return set with { Processes = set.Processes.SetItem(k, set.Processes[k] with { IsSkewed = false, Skew = 1.0 }) };
            }
        }
    }

    private ProcessFit Fit(ProcessSet set) => Fit(set, CoarseTolerance);

    /// <summary>Fits; where that makes the series resistance negative, there is none.</summary>
    private ProcessFit Fit(ProcessSet set, double? tolerance)
    {
        ProcessFit fit = ProcessFit.Run(data, set, tolerance);
        bool isImpossible = !isSigned && fit.Resistance < -SmallestResistance * data.Points.Modulus[0] / data.Scale;
        return isImpossible ? ProcessFit.Run(data, set with { HasResistance = false }, tolerance) : fit;
    }

    /// <summary>Tells whether the strengths are possible ones: of the right sign, and no pair of giants that cancel.</summary>
    private bool IsSound(ProcessFit fit)
    {
        foreach (double area in fit.Areas)
        {
            if ((!isSigned && area < 0.0) || Math.Abs(area) > LargestShare * largest)
            {
                return false;
            }
        }

        return fit.Tail >= 0.0;
    }
}
