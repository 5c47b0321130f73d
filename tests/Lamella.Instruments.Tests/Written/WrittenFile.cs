using System.Text;
using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Written;

/// <summary>Reads files that a test writes by hand.</summary>
internal static class WrittenFile
{
    /// <summary>Reads text in UTF-8, or in another encoding with its byte-order mark.</summary>
    internal static Recording Read(string text, ImportOptions? options = null, Encoding? encoding = null) =>
        Read(encoding is null ? Encoding.UTF8.GetBytes(text) : [.. encoding.Preamble, .. encoding.GetBytes(text)], options);

    /// <summary>Reads bytes.</summary>
    internal static Recording Read(byte[] bytes, ImportOptions? options = null) => InstrumentReader.Read(new FileContent("written by hand", bytes), options);

    /// <summary>Makes the spectra of a recording.</summary>
    internal static Spectrum[] Spectra(this Recording recording) => [.. MeasurementBuilder.From(recording).Items.Select(item => item.Measurement).OfType<Spectrum>()];

    /// <summary>Makes the time series of a recording.</summary>
    internal static TimeSeries[] Series(this Recording recording) => [.. MeasurementBuilder.From(recording).Items.Select(item => item.Measurement).OfType<TimeSeries>()];

    /// <summary>Makes the sweeps of a recording.</summary>
    internal static Sweep[] Sweeps(this Recording recording) => [.. MeasurementBuilder.From(recording).Items.Select(item => item.Measurement).OfType<Sweep>()];

    /// <summary>Finds the decision on a subject.</summary>
    internal static Decision Decided(this Recording recording, DecisionKind kind, string subject) =>
        recording.Decisions.First(decision => decision.Kind == kind && decision.Subject == subject);
}
