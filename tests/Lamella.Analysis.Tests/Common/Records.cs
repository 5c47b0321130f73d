using System.Collections.Immutable;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;

namespace Lamella.Analysis.Tests.Common;

/// <summary>Makes time series for tests.</summary>
internal static class Records
{
    private static readonly ResultProvenance Source = new("test", [], "0", new string('0', 64));

    internal static TimeSeries Series(IEnumerable<(double Time, double Current, double Voltage)> samples)
    {
        (double Time, double Current, double Voltage)[] rows = [.. samples];
        return new TimeSeries(Source, [.. rows.Select(row => row.Time)], [.. rows.Select(row => row.Current)], [.. rows.Select(row => row.Voltage)], [], [], []);
    }

    internal static Spectrum Spectrum(IEnumerable<(double Frequency, System.Numerics.Complex Impedance)> points)
    {
        (double Frequency, System.Numerics.Complex Impedance)[] rows = [.. points];
        return new Spectrum(Source, [.. rows.Select(row => row.Frequency)], [.. rows.Select(row => row.Impedance)]);
    }

    /// <summary>Runs half cycles of constant current one after another, each with its voltage over the share of its time.</summary>
    internal static TimeSeries HalfCycles(IEnumerable<(double Current, double Duration, Func<double, double> Voltage)> halves, int samples = 60)
    {
        var rows = new List<(double, double, double)>();
        double begin = 0.0;
        foreach ((double current, double duration, Func<double, double> voltage) in halves)
        {
            rows.AddRange(Enumerable.Range(0, samples + 1).Select(i => (begin + (duration * i / samples), current, voltage((double)i / samples))));
            begin += duration;
        }

        return Series(rows);
    }

    internal static ImmutableArray<double> Numbers(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
}
