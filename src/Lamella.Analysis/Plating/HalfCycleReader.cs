using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Plating;

/// <summary>Reads the overpotential of half cycles.</summary>
internal static class HalfCycleReader
{
    private const int Windows = 50;
    private const int FewestSamples = 4;
    private const double NormalFromMedian = 1.482602218505602;
    private const double Negligible = 1e-3; // of the median charge: a glitch of switching, no half cycle

    /// <summary>Reads the half cycles of records that follow each other.</summary>
    internal static ImmutableArray<HalfCycleRecord> Read(ImmutableArray<TimeSeries> records, double area)
    {
        var read = ImmutableArray.CreateBuilder<HalfCycleRecord>();
        double begin = 0.0, moved = 0.0;
        foreach (TimeSeries series in records)
        {
            ImmutableArray<CurrentSegment> segments = CurrentSegments.Find(series);
            double median = segments.IsEmpty ? 0.0 : segments.Select(segment => segment.Charge).Order().ElementAt(segments.Length / 2);
            foreach (CurrentSegment segment in segments.Where(segment => segment.Count >= FewestSamples && segment.Charge > Negligible * median))
            {
                moved += segment.Charge / area;
                read.Add(One(series, segment, area, begin - series.Time[0]) with { Number = read.Count + 1, CumulativeCharge = moved });
            }

            begin += series.Length > 0 ? series.Time[^1] - series.Time[0] : 0.0;
        }

        return read.ToImmutable();
    }

    private static HalfCycleRecord One(TimeSeries series, CurrentSegment segment, double area, double clock)
    {
        double[] means = WindowMeans(series, segment);
        (double drop, int at) = SteepestLoss(means);
        return new HalfCycleRecord
        {
            Number = 0,
            Polarity = segment.Direction,
            Start = clock + segment.Start,
            Duration = segment.Duration,
            CurrentDensity = Math.Abs(segment.MeanCurrent) / area,
            ArealCharge = segment.Charge / area,
            Initial = means[0],
            FrontPeak = means[..((Windows / 4) + 1)].Max(),
            Plateau = means[(Windows / 4)..(3 * Windows / 4)].Average(),
            Final = means[^1],
            Least = means.Min(),
            Largest = means.Max(),
            Noise = Noise(series, segment),
            Drop = drop,
            DropTime = clock + (drop > 0.0 ? InstantOfLoss(series, segment, at) : segment.Start),
        };
    }

    /// <summary>Returns the mean overpotential of equal times by the integral of the line through the samples.</summary>
    private static double[] WindowMeans(TimeSeries series, CurrentSegment segment)
    {
        double from = series.Time[segment.First], width = (series.Time[segment.Last] - from) / Windows;
        double[] integral = new double[Windows + 1];
        double sum = 0.0;
        int next = 1;
        for (int i = segment.First + 1; i <= segment.Last; i++)
        {
            double t0 = series.Time[i - 1], t1 = series.Time[i], v0 = series.Voltage[i - 1], v1 = series.Voltage[i];
            while (next <= Windows && from + (next * width) <= t1 && t1 > t0)
            {
                double share = ((from + (next * width)) - t0) / (t1 - t0), v = v0 + (share * (v1 - v0));
                integral[next++] = sum + (0.5 * (v0 + v) * share * (t1 - t0));
            }

            sum += 0.5 * (v0 + v1) * (t1 - t0);
        }

        for (; next <= Windows; next++)
        {
            integral[next] = sum; // round-off may leave the last edge a hair behind the last sample
        }

        double[] means = new double[Windows];
        for (int k = 0; k < Windows; k++)
        {
            means[k] = width > 0.0 ? segment.Direction * (integral[k + 1] - integral[k]) / width : segment.Direction * series.Voltage[segment.First];
        }

        return means;
    }

    /// <summary>Finds the steepest loss that lasts: from the mean of two windows to the largest of all behind them but one.</summary>
    private static (double Drop, int Window) SteepestLoss(double[] means)
    {
        (double Drop, int Window) best = (0.0, 0);
        for (int k = 2; k + 2 < means.Length; k++)
        {
            double before = 0.5 * (means[k - 2] + means[k - 1]), behind = 0.5 * (means[k + 1] + means[k + 2]);
            double loss = before - Math.Max(behind, means[(k + 1)..].Max());
            best = loss > best.Drop ? (loss, k) : best;
        }

        return best;
    }

    /// <summary>Finds the sample at which the overpotential falls most within three windows.</summary>
    private static double InstantOfLoss(TimeSeries series, CurrentSegment segment, int window)
    {
        double from = series.Time[segment.First], width = (series.Time[segment.Last] - from) / Windows, most = double.NegativeInfinity, at = from + (window * width);
        for (int i = segment.First + 1; i <= segment.Last; i++)
        {
            double since = (series.Time[i] - from) / width, loss = segment.Direction * (series.Voltage[i - 1] - series.Voltage[i]);
            if (since >= window - 1 && since <= window + 2 && loss > most)
            {
                (most, at) = (loss, series.Time[i]);
            }
        }

        return at;
    }

    /// <summary>Estimates the noise from the distance of every sample from the line through its neighbours.</summary>
    private static double Noise(TimeSeries series, CurrentSegment segment)
    {
        var distances = new List<double>(segment.Count);
        for (int i = segment.First + 1; i < segment.Last; i++)
        {
            double span = series.Time[i + 1] - series.Time[i - 1];
            if (span > 0.0)
            {
                double share = (series.Time[i] - series.Time[i - 1]) / span, line = ((1.0 - share) * series.Voltage[i - 1]) + (share * series.Voltage[i + 1]);
                distances.Add(Math.Abs(series.Voltage[i] - line) / Math.Sqrt(1.0 + (share * share) + ((1.0 - share) * (1.0 - share))));
            }
        }

        distances.Sort();
        return distances.Count == 0 ? 0.0 : NormalFromMedian * distances[distances.Count / 2];
    }
}
