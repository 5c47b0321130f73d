using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Core.Measurements;

/// <summary>Writes cycler records as CSV in the Battery Data Format.</summary>
/// <remarks>
/// <para>Columns are the preferred labels of BDF (Battery Data Alliance, ontology 1.3.0): the three required ones, then cycle
/// count, step count (a run counter that never repeats) and ambient temperature where they were recorded. Unix time is left out: the same input gives
/// the same bytes, whenever it is run. Positive current charges.</para>
/// <para>Numbers are the shortest that read back to the same double; lines end with LF.</para>
/// </remarks>
public static class BdfCsvWriter
{
    private const double CelsiusZero = 273.15; // [K]

    /// <summary>Gets the column labels in the order in which they are written; the last three where they were recorded.</summary>
    public static ImmutableArray<string> Labels { get; } =
    [
        "Test Time / s", "Voltage / V", "Current / A", "Cycle Count / 1", "Step Count / 1", "Ambient Temperature / degC",
    ];

    /// <summary>Writes a record.</summary>
    /// <param name="series">The record.</param>
    /// <param name="writer">Receives the text; the caller disposes it.</param>
    public static void Write(TimeSeries series, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(writer);
        bool[] recorded = [true, true, true, series.Cycle.Length > 0, series.Step.Length > 0, series.Temperature.Length > 0];
        writer.Write(string.Join(',', Labels.Where((_, column) => recorded[column])));
        writer.Write('\n');
        for (int i = 0; i < series.Length; i++)
        {
            Write(writer, string.Empty, series.Time[i]);
            Write(writer, ",", series.Voltage[i]);
            Write(writer, ",", series.Current[i]);
            WriteWhereRecorded(series, i, writer);
            writer.Write('\n');
        }
    }

    private static void WriteWhereRecorded(TimeSeries series, int sample, TextWriter writer)
    {
        if (series.Cycle.Length > 0)
        {
            writer.Write(',');
            writer.Write(series.Cycle[sample].ToString(CultureInfo.InvariantCulture));
        }

        if (series.Step.Length > 0)
        {
            writer.Write(',');
            writer.Write(series.Step[sample].ToString(CultureInfo.InvariantCulture));
        }

        if (series.Temperature.Length > 0)
        {
            Write(writer, ",", Celsius(series.Temperature[sample]));
        }
    }

    private static void Write(TextWriter writer, string before, double value)
    {
        writer.Write(before);
        writer.Write(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Converts to degC; rounded to the nanokelvin so that 25 degC in K prints as 25.</summary>
    private static double Celsius(double kelvin) => Math.Round(kelvin - CelsiusZero, 9);
}
