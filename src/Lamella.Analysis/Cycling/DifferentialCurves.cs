using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Cycling;

/// <summary>Takes dQ/dV and dV/dQ from half cycles at constant current.</summary>
internal static class DifferentialCurves
{
    private const double CurrentTolerance = 0.05; // about the current of the half cycle
    private const double LeastRange = 0.02; // [V]
    private const int FewestSamples = 40;

    /// <summary>Takes the curves of the first, the middle and the last complete cycle.</summary>
    internal static ImmutableArray<DifferentialCurve> Of(ImmutableArray<RecordedCycle> complete, double smoothing, CancellationToken cancellation)
    {
        var curves = ImmutableArray.CreateBuilder<DifferentialCurve>();
        if (complete.IsEmpty)
        {
            return [];
        }

        foreach (RecordedCycle cycle in new[] { complete[0], complete[complete.Length / 2], complete[^1] }.Distinct())
        {
            foreach (RecordedHalf half in new[] { cycle.Charge, cycle.Discharge }.OfType<RecordedHalf>())
            {
                cancellation.ThrowIfCancellationRequested();
                if (One(half.Series, half.Half, cycle.Record.Number, smoothing) is { } curve)
                {
                    curves.Add(curve);
                }
            }
        }

        return curves.ToImmutable();
    }

    private static DifferentialCurve? One(TimeSeries series, CurrentSegment half, int cycle, double smoothing)
    {
        double current = MedianCurrent(series, half);
        int[] kept = [.. Enumerable.Range(half.First, half.Count).Where(i => Math.Abs((series.Current[i] / current) - 1.0) <= CurrentTolerance)];
        if (kept.Length < FewestSamples)
        {
            return null;
        }

        double[] charge = new double[kept.Length], voltage = [.. kept.Select(i => series.Voltage[i])];
        for (int k = 1; k < kept.Length; k++)
        {
            double dt = kept[k] == kept[k - 1] + 1 ? series.Time[kept[k]] - series.Time[kept[k - 1]] : 0.0;
            charge[k] = charge[k - 1] + (0.5 * Math.Abs(series.Current[kept[k]] + series.Current[kept[k - 1]]) * dt);
        }

        double range = voltage.Max() - voltage.Min();
        if (range < LeastRange || !(charge[^1] > 0.0))
        {
            return null;
        }

        ConservedDerivative capacity = ConservedDerivative.Of(voltage, charge, smoothing > 0.5 * range ? 0.5 * range : smoothing);
        return new DifferentialCurve
        {
            Cycle = cycle,
            IsCharge = half.Direction == 1,
            Capacity = capacity,
            Voltage = ConservedDerivative.Of(charge, voltage),
            LeftOut = Math.Max(0.0, half.Charge - charge[^1]),
        };
    }

    private static double MedianCurrent(TimeSeries series, CurrentSegment half)
    {
        double[] currents = [.. Enumerable.Range(half.First, half.Count).Select(i => series.Current[i])];
        Array.Sort(currents);
        return currents[currents.Length / 2];
    }
}
