using System.Collections.Immutable;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Titration;

/// <summary>A pulse of constant current between two rests, with time counted from its beginning.</summary>
/// <param name="Number">Its number in the record, from 1.</param>
/// <param name="Current">Mean current [A]; positive charges.</param>
/// <param name="Duration">τ, how long it lasted [s].</param>
/// <param name="RestBefore">Voltage at the end of the rest before [V].</param>
/// <param name="Time">Time since the beginning [s], above 0, through the rest after it, shape (samples).</param>
/// <param name="Voltage">Voltage [V], shape (samples).</param>
public sealed record TitrationPulse(
    int Number, double Current, double Duration, double RestBefore, ImmutableArray<double> Time, ImmutableArray<double> Voltage)
{
    private const double RestShare = 0.02; // of the largest current: below, the cell rests
    private const int FewestSamples = 5;
    private const int MostForRest = 5; // samples whose mean is the voltage of the rest before

    /// <summary>Gets the number of samples within the pulse, which come first; without being told, those up to its duration.</summary>
    /// <remarks>A record may hold two samples at the moment of switching, the second of which is of the rest.</remarks>
    public int SamplesOfPulse { get; init; } = Time.Count(time => time <= Duration * (1.0 + 1e-9));

    /// <summary>Finds every pulse that a rest of at least five samples follows and a rest precedes.</summary>
    /// <param name="series">The record.</param>
    /// <returns>The pulses in their order; empty where there are none.</returns>
    public static ImmutableArray<TitrationPulse> Find(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double largest = series.Current.IsEmpty ? 0.0 : series.Current.Max(Math.Abs);
        var found = ImmutableArray.CreateBuilder<TitrationPulse>();
        if (!(largest > 0.0))
        {
            return [];
        }

        List<(int First, int Last, bool IsRest)> parts = Parts(series, RestShare * largest);
        for (int i = 1; i + 1 < parts.Count; i++)
        {
            if (parts[i - 1].IsRest && !parts[i].IsRest && parts[i + 1].IsRest && Cut(series, parts[i - 1], parts[i], parts[i + 1], found.Count + 1) is { } pulse)
            {
                found.Add(pulse);
            }
        }

        return found.ToImmutable();
    }

    private static List<(int First, int Last, bool IsRest)> Parts(TimeSeries series, double rest)
    {
        var parts = new List<(int, int, bool)>();
        int first = 0;
        for (int i = 1; i <= series.Length; i++)
        {
            if (i == series.Length || (Math.Abs(series.Current[i]) <= rest) != (Math.Abs(series.Current[first]) <= rest))
            {
                parts.Add((first, i - 1, Math.Abs(series.Current[first]) <= rest));
                first = i;
            }
        }

        return parts;
    }

    private static TitrationPulse? Cut(
        TimeSeries series, (int First, int Last, bool IsRest) before, (int First, int Last, bool IsRest) pulse, (int First, int Last, bool IsRest) after, int number)
    {
        double begin = series.Time[before.Last], duration = series.Time[pulse.Last] - begin;
        int count = after.Last - pulse.First + 1;
        if (pulse.Last - pulse.First + 1 < FewestSamples || after.Last - after.First + 1 < FewestSamples || !(duration > 0.0))
        {
            return null;
        }

        // A current is switched between two samples: where the first of the pulse came much later than the step, that is when it began.
        double spacing = (series.Time[pulse.Last] - series.Time[pulse.First]) / (pulse.Last - pulse.First);
        begin = series.Time[pulse.First] - begin > 2.0 * spacing ? series.Time[pulse.First] - (0.5 * spacing) : begin;
        int settled = Math.Max(before.First, before.Last - MostForRest + 1);
        return new TitrationPulse(
            number,
            series.Current.AsSpan(pulse.First, pulse.Last - pulse.First + 1).ToArray().Average(),
            series.Time[pulse.Last] - begin,
            series.Voltage.AsSpan(settled, before.Last - settled + 1).ToArray().Average(),
            [.. Enumerable.Range(pulse.First, count).Select(i => series.Time[i] - begin)],
            series.Voltage.Slice(pulse.First, count))
        {
            SamplesOfPulse = pulse.Last - pulse.First + 1,
        };
    }
}
