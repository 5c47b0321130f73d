using System.Collections.Immutable;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Makes time series from tables with time, voltage and current.</summary>
internal static class SeriesBuilder
{
    /// <summary>Makes the time series of a table; none where it is a spectrum from end to end or its time runs backwards.</summary>
    internal static IEnumerable<DerivedMeasurement> From(RecordingTable table, ResultProvenance provenance, List<string> notes)
    {
        double[]? Si(ColumnRole role) => table.Find(role) is { Scale: not null } column ? column.ToSi() : null;
        if (Si(ColumnRole.TestTime) is not { } time || Si(ColumnRole.Voltage) is not { } voltage || Si(ColumnRole.Current) is not { } current)
        {
            return [];
        }

        double[]? frequency = Si(ColumnRole.Frequency);
        int[] rows = [.. Enumerable.Range(0, time.Length).Where(row =>
            double.IsFinite(time[row]) && double.IsFinite(voltage[row]) && double.IsFinite(current[row]) && !(frequency?[row] > 0.0))];
        if (rows.Length == 0)
        {
            return [];
        }

        string title = MeasurementBuilder.Title(table);
        if (FirstBackwards(time, rows) is { } backwards)
        {
            notes.Add(FormattableString.Invariant($"{title}: time runs backwards at row {backwards}; no time series is made of it, its columns are kept."));
            return [];
        }

        int points = frequency is null ? 0 : frequency.Count(value => value > 0.0);
        int leftOut = time.Length - rows.Length - points;
        if (leftOut > 0)
        {
            notes.Add(FormattableString.Invariant($"{title}: {leftOut} of {time.Length} rows lack time, voltage or current; they are not in the time series."));
        }

        var series = new TimeSeries(
            provenance, Take(time, rows), Take(current, rows), Take(voltage, rows),
            Temperature(table, rows, notes), Counters.RunStep(table, rows, notes), Counters.Cycle(table, rows, notes));
        return [new DerivedMeasurement(table.Name, series, rows.Length, leftOut)];
    }

    private static int? FirstBackwards(double[] time, int[] rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (time[rows[i]] < time[rows[i - 1]])
            {
                return rows[i] + 1;
            }
        }

        return null;
    }

    private static ImmutableArray<double> Temperature(RecordingTable table, int[] rows, List<string> notes)
    {
        if (table.Find(ColumnRole.Temperature) is not { Scale: not null } column)
        {
            return [];
        }

        ImmutableArray<double> kelvin = Take(column.ToSi(), rows);
        int missing = kelvin.Count(value => !(double.IsFinite(value) && value > 0.0));
        if (missing == 0)
        {
            return kelvin;
        }

        notes.Add(FormattableString.Invariant($"{MeasurementBuilder.Title(table)}: {missing} of {rows.Length} rows have no temperature; the time series has none."));
        return [];
    }

    private static ImmutableArray<double> Take(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
