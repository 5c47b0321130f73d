using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Provenance;

namespace Lamella.Core.Measurements;

/// <summary>A cycler record: current, voltage and temperature over time.</summary>
/// <remarks>All arrays have shape (samples) and share the index of <see cref="Time"/>. Positive current charges the cell.</remarks>
public sealed record TimeSeries : Measurement
{
    /// <summary>Initializes a new instance of the <see cref="TimeSeries"/> class.</summary>
    /// <param name="provenance">Where the record came from.</param>
    /// <param name="time">Test time [s], non-decreasing, shape (samples).</param>
    /// <param name="current">Current [A], positive charges the cell, shape (samples).</param>
    /// <param name="voltage">Cell voltage [V], shape (samples).</param>
    /// <param name="temperature">Ambient temperature [K], above 0, shape (samples).</param>
    /// <param name="step">Run counter of the steps, from 1, never decreasing, shape (samples).</param>
    /// <param name="cycle">Cycle counter, from 1, never decreasing, shape (samples).</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or time or a counter runs backwards.</exception>
    public TimeSeries(
        ResultProvenance provenance,
        ImmutableArray<double> time,
        ImmutableArray<double> current,
        ImmutableArray<double> voltage,
        ImmutableArray<double> temperature,
        ImmutableArray<int> step,
        ImmutableArray<int> cycle)
        : base(provenance)
    {
        RequireFinite(time.AsSpan(), nameof(time), "s");
        RequireOrder(time, nameof(time), " s");
        RequireLength(time.Length, current.Length, nameof(current));
        RequireFinite(current.AsSpan(), nameof(current), "A");
        RequireLength(time.Length, voltage.Length, nameof(voltage));
        RequireFinite(voltage.AsSpan(), nameof(voltage), "V");
        RequireLength(time.Length, temperature.Length, nameof(temperature));
        RequireFinite(temperature.AsSpan(), nameof(temperature), "K", above: 0.0);
        RequireLength(time.Length, step.Length, nameof(step));
        RequireOrder(step, nameof(step), string.Empty);
        RequireLength(time.Length, cycle.Length, nameof(cycle));
        RequireOrder(cycle, nameof(cycle), string.Empty);
        (Time, Current, Voltage, Temperature, Step, Cycle) = (time, current, voltage, temperature, step, cycle);
    }

    /// <summary>Gets the test time, non-decreasing.</summary>
    [Unit("s")]
    public ImmutableArray<double> Time { get; }

    /// <summary>Gets the current; positive charges the cell.</summary>
    [Unit("A")]
    public ImmutableArray<double> Current { get; }

    /// <summary>Gets the cell voltage.</summary>
    [Unit("V")]
    public ImmutableArray<double> Voltage { get; }

    /// <summary>Gets the ambient temperature.</summary>
    [Unit("K")]
    public ImmutableArray<double> Temperature { get; }

    /// <summary>Gets the run counter of the steps; it never repeats.</summary>
    [Unit("–")]
    public ImmutableArray<int> Step { get; }

    /// <summary>Gets the cycle counter.</summary>
    [Unit("–")]
    public ImmutableArray<int> Cycle { get; }

    /// <summary>Gets the number of samples.</summary>
    [Unit("–")]
    public int Length => Time.Length;

    private static void RequireOrder<T>(ImmutableArray<T> values, string column, string unit)
        where T : IComparable<T>
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i].CompareTo(values[i - 1]) < 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{column} runs backwards at sample {i}: {values[i - 1]}{unit}, then {values[i]}{unit}."),
                    column);
            }
        }
    }
}
