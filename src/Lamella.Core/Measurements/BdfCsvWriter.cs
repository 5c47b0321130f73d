using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Core.Measurements;

/// <summary>Writes cycler records as CSV in the Battery Data Format.</summary>
/// <remarks>
/// <para>Columns are the preferred labels of BDF (Battery Data Alliance, ontology 1.3.0): the three required ones, then cycle
/// count, step count (a run counter that never repeats) and ambient temperature. Unix time is left out: the same input gives
/// the same bytes, whenever it is run. Positive current charges.</para>
/// <para>Numbers are the shortest that read back to the same double; lines end with LF.</para>
/// </remarks>
public static class BdfCsvWriter
{
    private const double CelsiusZero = 273.15; // [K]

    /// <summary>Gets the column labels in the order in which they are written.</summary>
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
        writer.Write(string.Join(',', Labels));
        writer.Write('\n');
        for (int i = 0; i < series.Length; i++)
        {
            Write(writer, series.Time[i], ',');
            Write(writer, series.Voltage[i], ',');
            Write(writer, series.Current[i], ',');
            writer.Write(series.Cycle[i].ToString(CultureInfo.InvariantCulture));
            writer.Write(',');
            writer.Write(series.Step[i].ToString(CultureInfo.InvariantCulture));
            writer.Write(',');
            Write(writer, Celsius(series.Temperature[i]), '\n');
        }
    }

    private static void Write(TextWriter writer, double value, char end)
    {
        writer.Write(value.ToString("R", CultureInfo.InvariantCulture));
        writer.Write(end);
    }

    /// <summary>Converts to degC; rounded to the nanokelvin so that 25 degC in K prints as 25.</summary>
    private static double Celsius(double kelvin) => Math.Round(kelvin - CelsiusZero, 9);
}
