using Lamella.Core.Measurements;

namespace Lamella.Analysis.Techniques;

/// <summary>Which kind of measurement a technique takes.</summary>
public enum MeasurementKind
{
    /// <summary>Current and voltage over time.</summary>
    TimeSeries,

    /// <summary>Impedance over frequency.</summary>
    Spectrum,

    /// <summary>Current over voltage.</summary>
    Sweep,

    /// <summary>A signal over a coordinate.</summary>
    Profile,
}

/// <summary>The words for kinds of measurement.</summary>
public static class MeasurementKinds
{
    /// <summary>Returns the kind of a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <returns>Its kind.</returns>
    public static MeasurementKind Of(Measurement measurement) => measurement switch
    {
        TimeSeries => MeasurementKind.TimeSeries,
        Spectrum => MeasurementKind.Spectrum,
        Sweep => MeasurementKind.Sweep,
        Profile => MeasurementKind.Profile,
        _ => throw new ArgumentOutOfRangeException(nameof(measurement), measurement, "A measurement is a time series, a spectrum, a sweep or a profile."),
    };

    /// <summary>Returns the number of samples of a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <returns>The number of samples, ≥ 0.</returns>
    public static int Length(Measurement measurement) => measurement switch
    {
        TimeSeries series => series.Length,
        Spectrum spectrum => spectrum.Frequency.Length,
        Sweep sweep => sweep.Voltage.Length,
        Profile profile => profile.Signal.Length,
        _ => 0,
    };

    /// <summary>Returns the words for a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For example <c>time series</c>.</returns>
    public static string Text(this MeasurementKind kind) => kind switch
    {
        MeasurementKind.TimeSeries => "time series",
        MeasurementKind.Spectrum => "spectrum",
        MeasurementKind.Sweep => "sweep",
        _ => "profile",
    };
}
