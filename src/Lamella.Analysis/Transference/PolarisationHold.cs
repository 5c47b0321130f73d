using System.Collections.Immutable;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Transference;

/// <summary>The part of a record during which a small voltage was held, with time counted from its beginning.</summary>
/// <param name="Voltage">ΔV: the mean voltage of the hold less that of the rest before it [V].</param>
/// <param name="VoltageUncertainty">Standard deviation of the voltage during the hold [V].</param>
/// <param name="Time">Time since the step of the voltage [s], strictly increasing, shape (samples).</param>
/// <param name="Current">Current [A], shape (samples).</param>
public sealed record PolarisationHold(double Voltage, double VoltageUncertainty, ImmutableArray<double> Time, ImmutableArray<double> Current)
{
    private const double Tolerance = 0.03; // of ΔV: how far the voltage may wander during a hold
    private const double Resolution = 2e-4; // [V]; what a potentiostat may be off
    private const int FewestSamples = 10;

    /// <summary>Finds the longest hold at a voltage that drives a current.</summary>
    /// <param name="series">The record.</param>
    /// <returns>The hold; null where the record has none of at least ten samples.</returns>
    public static PolarisationHold? Find(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        (int First, int Last) best = (0, -1);
        double longest = 0.0;
        for (int first = 0; first < series.Length;)
        {
            int last = EndOf(series, first);
            double duration = series.Time[last] - series.Time[first];
            if (last - first + 1 >= FewestSamples && duration > longest && DrivesCurrent(series, first, last))
            {
                (best, longest) = ((first, last), duration);
            }

            first = last + 1;
        }

        return best.Last < 0 ? null : Cut(series, best.First, best.Last);
    }

    /// <summary>Returns the last sample of the stretch of one voltage that begins at a sample.</summary>
    private static int EndOf(TimeSeries series, int first)
    {
        double sum = series.Voltage[first];
        int last = first;
        while (last + 1 < series.Length)
        {
            double mean = sum / (last - first + 1);
            if (Math.Abs(series.Voltage[last + 1] - mean) > Math.Max(Tolerance * Math.Abs(mean), Resolution))
            {
                break;
            }

            last++;
            sum += series.Voltage[last];
        }

        return last;
    }

    // At rest the current is nothing but noise around zero, whose sign changes.
    private static bool DrivesCurrent(TimeSeries series, int first, int last)
    {
        double net = 0.0, size = 0.0;
        for (int i = first; i <= last; i++)
        {
            net += series.Current[i];
            size += Math.Abs(series.Current[i]);
        }

        return size > 0.0 && Math.Abs(net) > 0.9 * size;
    }

    private static PolarisationHold Cut(TimeSeries series, int first, int last)
    {
        int count = last - first + 1;
        double mean = series.Voltage.AsSpan(first, count).ToArray().Average();
        double spread = Math.Sqrt(series.Voltage.AsSpan(first, count).ToArray().Sum(v => (v - mean) * (v - mean)) / (count - 1));
        double rest = first > 0 ? series.Voltage[first - 1] : 0.0;

        // A step is applied between two samples: the last one before it is the beginning where it is close enough to be known.
        double begin = first > 0 && series.Time[first] > series.Time[first - 1] ? series.Time[first - 1] : series.Time[first];
        begin = series.Time[first] - begin > 10.0 ? series.Time[first] : begin;
        var time = ImmutableArray.CreateBuilder<double>(count);
        var current = ImmutableArray.CreateBuilder<double>(count);
        for (int i = first; i <= last; i++)
        {
            double since = series.Time[i] - begin;
            if (time.Count == 0 || since > time[^1])
            {
                time.Add(since);
                current.Add(series.Current[i]);
            }
        }

        return new PolarisationHold(mean - (Math.Abs(rest) < Math.Abs(mean) ? rest : 0.0), spread, time.ToImmutable(), current.ToImmutable());
    }
}
