using System.Collections.Immutable;
using Lamella.Core.Provenance;

namespace Lamella.Core.Measurements;

/// <summary>A current–voltage sweep: voltammetry, polarisation.</summary>
/// <remarks>Arrays have shape (samples). Positive current charges the cell.</remarks>
public sealed record Sweep : Measurement
{
    /// <summary>Initializes a new instance of the <see cref="Sweep"/> class.</summary>
    /// <param name="provenance">Where the record came from.</param>
    /// <param name="voltage">Voltage [V], in the order of measurement, shape (samples).</param>
    /// <param name="current">Current [A], positive charges, shape (samples).</param>
    /// <param name="time">Time [s], shape (samples); empty where it was not recorded.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public Sweep(ResultProvenance provenance, ImmutableArray<double> voltage, ImmutableArray<double> current, ImmutableArray<double> time)
        : base(provenance)
    {
        RequireFinite(voltage.AsSpan(), nameof(voltage), "V");
        RequireLength(voltage.Length, current.Length, nameof(current));
        RequireFinite(current.AsSpan(), nameof(current), "A");
        (Voltage, Current, Time) = (voltage, current, time.IsDefault ? [] : time);
        if (Time.Length > 0)
        {
            RequireLength(voltage.Length, Time.Length, nameof(time));
            RequireFinite(Time.AsSpan(), nameof(time), "s");
        }
    }

    /// <summary>Gets the voltage.</summary>
    [Unit("V")]
    public ImmutableArray<double> Voltage { get; }

    /// <summary>Gets the current; positive charges the cell.</summary>
    [Unit("A")]
    public ImmutableArray<double> Current { get; }

    /// <summary>Gets the time; empty where it was not recorded.</summary>
    [Unit("s")]
    public ImmutableArray<double> Time { get; }
}
