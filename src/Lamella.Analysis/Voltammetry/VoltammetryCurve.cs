using System.Collections.Immutable;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Current density over voltage, in the order of measurement.</summary>
/// <param name="Voltage">Voltage [V], shape (samples).</param>
/// <param name="CurrentDensity">Current per geometric area [A/m²], positive charges, shape (samples).</param>
/// <param name="ScanRate">Rate of the sweep [V/s], always positive; NaN where it is not known.</param>
public sealed record VoltammetryCurve(ImmutableArray<double> Voltage, ImmutableArray<double> CurrentDensity, double ScanRate)
{
    private const double TurningShare = 0.02;
    private const int RateParts = 10;

    /// <summary>Gets the time of each sample [s], shape (samples); empty where it is not known.</summary>
    public ImmutableArray<double> Time { get; init; } = [];

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
        return new VoltammetryCurve(voltage, [.. current.Select(value => value / area)], Rate(voltage, time))
        {
            Time = time.Length == voltage.Length ? time : [],
        };
    }

    /// <summary>Cuts out the part with the largest change of voltage in one direction, in the order of the voltage.</summary>
    /// <param name="rising">Whether the voltage rises.</param>
    /// <returns>That part; empty where the voltage never runs so.</returns>
    /// <remarks>A measured voltage jitters: the direction turns where the voltage has come back by a fiftieth of its whole range.</remarks>
    public VoltammetryCurve Longest(bool rising)
    {
        double sign = rising ? 1.0 : -1.0, tolerance = Voltage.IsEmpty ? 0.0 : TurningShare * (Voltage.Max() - Voltage.Min());
        (int First, int Last) best = (0, -1);
        for (int begin = 0; begin < Voltage.Length;)
        {
            int top = begin, at = begin;
            for (; at < Voltage.Length && sign * (Voltage[top] - Voltage[at]) <= tolerance; at++)
            {
                top = sign * (Voltage[at] - Voltage[top]) >= 0.0 ? at : top;
            }

            best = top > begin && (best.Last < 0 || sign * (Voltage[top] - Voltage[begin]) > sign * (Voltage[best.Last] - Voltage[best.First])) ? (begin, top) : best;
            begin = Math.Max(top + 1, LowestAfter(top, at, sign));
        }

        int[] part = [.. Enumerable.Range(best.First, best.Last - best.First + 1).OrderBy(i => sign * Voltage[i])];
        return this with { Voltage = [.. part.Select(i => Voltage[i])], CurrentDensity = [.. part.Select(i => CurrentDensity[i])], Time = Time.IsEmpty ? [] : [.. part.Select(i => Time[i])] };
    }

    /// <summary>Finds where the voltage turns again after it has run back: the next part can begin there.</summary>
    private int LowestAfter(int top, int from, double sign)
    {
        double tolerance = TurningShare * (Voltage.Max() - Voltage.Min());
        int lowest = Math.Min(from, Voltage.Length);
        for (int i = from; i < Voltage.Length && sign * (Voltage[i] - Voltage[Math.Min(lowest, Voltage.Length - 1)]) <= tolerance; i++)
        {
            lowest = sign * (Voltage[i] - Voltage[lowest]) <= 0.0 ? i : lowest;
        }

        return Math.Max(lowest, top + 1);
    }

    /// <summary>Turns both signs, so that a reduction is handled as an oxidation.</summary>
    internal VoltammetryCurve Turned() =>
        this with { Voltage = [.. Voltage.Select(value => -value)], CurrentDensity = [.. CurrentDensity.Select(value => -value)] };

    /// <summary>Returns how unevenly the voltage runs through one direction: the spread of the time per tenth of the range, its quartiles over its median; NaN where the time is not known.</summary>
    /// <remarks>A sweep runs evenly, whatever rest stands at its ends; the voltage at a constant current does not.</remarks>
    internal double RateSpread()
    {
        if (Time.IsEmpty || Voltage.IsEmpty || Voltage[^1] == Voltage[0])
        {
            return double.NaN;
        }

        double[] spent = new double[RateParts];
        for (int i = 1; i < Voltage.Length; i++)
        {
            double share = ((0.5 * (Voltage[i] + Voltage[i - 1])) - Voltage[0]) / (Voltage[^1] - Voltage[0]);
            spent[Math.Clamp((int)(RateParts * share), 0, RateParts - 1)] += Math.Abs(Time[i] - Time[i - 1]);
        }

        Array.Sort(spent);
        double median = 0.5 * (spent[(RateParts / 2) - 1] + spent[RateParts / 2]);
        return median > 0.0 ? (spent[(3 * RateParts / 4)] - spent[RateParts / 4]) / median : double.PositiveInfinity;
    }

    /// <summary>Median of |dV/dt| over the samples in which the voltage moves.</summary>
    private static double Rate(ImmutableArray<double> voltage, ImmutableArray<double> time)
    {
        double[] rates = [.. Enumerable.Range(1, Math.Max(0, Math.Min(voltage.Length, time.Length) - 1))
            .Where(i => time[i] > time[i - 1] && voltage[i] != voltage[i - 1])
            .Select(i => Math.Abs((voltage[i] - voltage[i - 1]) / (time[i] - time[i - 1]))).Order()];
        return rates.Length == 0 ? double.NaN : rates[rates.Length / 2];
    }
}
