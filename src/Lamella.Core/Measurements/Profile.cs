using System.Collections.Immutable;
using Lamella.Core.Provenance;

namespace Lamella.Core.Measurements;

/// <summary>A signal over a coordinate: over position, temperature or angle.</summary>
/// <remarks>Arrays have shape (samples). The units are those named, in SI.</remarks>
public sealed record Profile : Measurement
{
    /// <summary>Initializes a new instance of the <see cref="Profile"/> class.</summary>
    /// <param name="provenance">Where the record came from.</param>
    /// <param name="coordinate">The coordinate, in the order of measurement, shape (samples).</param>
    /// <param name="coordinateUnit">Its SI unit, for example <c>m</c> or <c>K</c>.</param>
    /// <param name="signal">The signal, shape (samples).</param>
    /// <param name="signalUnit">Its SI unit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public Profile(
        ResultProvenance provenance, ImmutableArray<double> coordinate, string coordinateUnit, ImmutableArray<double> signal, string signalUnit)
        : base(provenance)
    {
        ArgumentException.ThrowIfNullOrEmpty(coordinateUnit);
        ArgumentException.ThrowIfNullOrEmpty(signalUnit);
        RequireFinite(coordinate.AsSpan(), nameof(coordinate), coordinateUnit);
        RequireLength(coordinate.Length, signal.Length, nameof(signal));
        RequireFinite(signal.AsSpan(), nameof(signal), signalUnit);
        (Coordinate, CoordinateUnit, Signal, SignalUnit) = (coordinate, coordinateUnit, signal, signalUnit);
    }

    /// <summary>Gets the coordinate, in <see cref="CoordinateUnit"/>.</summary>
    public ImmutableArray<double> Coordinate { get; }

    /// <summary>Gets the SI unit of the coordinate.</summary>
    public string CoordinateUnit { get; }

    /// <summary>Gets the signal, in <see cref="SignalUnit"/>.</summary>
    public ImmutableArray<double> Signal { get; }

    /// <summary>Gets the SI unit of the signal.</summary>
    public string SignalUnit { get; }
}
