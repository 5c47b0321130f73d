using System.Collections.Immutable;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Current density over voltage, in the order of measurement.</summary>
/// <param name="Voltage">Voltage [V], shape (samples).</param>
/// <param name="CurrentDensity">Current per geometric area [A/m²], positive charges, shape (samples).</param>
/// <param name="ScanRate">Rate of the sweep [V/s], always positive; NaN where it is not known.</param>
public sealed record VoltammetryCurve(ImmutableArray<double> Voltage, ImmutableArray<double> CurrentDensity, double ScanRate)
{
    /// <summary>Takes a sweep or a time series.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="area">Geometric area [m²], above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">It is another kind of measurement.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The area is not above 0.</exception>
    public static VoltammetryCurve Of(Measurement measurement, double area)
    {
        if (!(area > 0.0 && double.IsFinite(area)))
        {
            throw new ArgumentOutOfRangeException(nameof(area), area, "The area must be above 0 m².");
        }

        (ImmutableArray<double> voltage, ImmutableArray<double> current, ImmutableArray<double> time) = measurement switch
        {
            Sweep sweep => (sweep.Voltage, sweep.Current, sweep.Time),
            TimeSeries series => (series.Voltage, series.Current, series.Time),
            _ => throw new ArgumentException("A voltammogram is a sweep or a time series.", nameof(measurement)),
        };
        return new VoltammetryCurve(voltage, [.. current.Select(value => value / area)], Rate(voltage, time));
    }

    /// <summary>Cuts out the longest part in which the voltage runs in one direction.</summary>
    /// <param name="rising">Whether it rises.</param>
    /// <returns>That part; empty where the voltage never runs so.</returns>
    public VoltammetryCurve Longest(bool rising)
    {
        (int first, int count) = (0, 0);
        for (int begin = 0; begin < Voltage.Length;)
        {
            int end = begin;
            while (end + 1 < Voltage.Length && (rising ? Voltage[end + 1] >= Voltage[end] : Voltage[end + 1] <= Voltage[end]))
            {
                end++;
            }

            if (end > begin && (count == 0 || Math.Abs(Voltage[end] - Voltage[begin]) > Math.Abs(Voltage[first + count - 1] - Voltage[first])))
            {
                (first, count) = (begin, end - begin + 1);
            }

            begin = end + 1;
        }

        return this with { Voltage = Voltage.Slice(first, count), CurrentDensity = CurrentDensity.Slice(first, count) };
    }

    /// <summary>Turns both signs, so that a reduction is handled as an oxidation.</summary>
    internal VoltammetryCurve Turned() =>
        this with { Voltage = [.. Voltage.Select(value => -value)], CurrentDensity = [.. CurrentDensity.Select(value => -value)] };

    /// <summary>Median of |dV/dt| over the samples in which the voltage moves.</summary>
    private static double Rate(ImmutableArray<double> voltage, ImmutableArray<double> time)
    {
        double[] rates = [.. Enumerable.Range(1, Math.Max(0, Math.Min(voltage.Length, time.Length) - 1))
            .Where(i => time[i] > time[i - 1] && voltage[i] != voltage[i - 1])
            .Select(i => Math.Abs((voltage[i] - voltage[i - 1]) / (time[i] - time[i - 1]))).Order()];
        return rates.Length == 0 ? double.NaN : rates[rates.Length / 2];
    }
}
