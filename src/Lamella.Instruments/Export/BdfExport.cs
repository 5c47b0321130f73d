using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Export;

/// <summary>Writes a table as Battery Data Format CSV: every row of the table, in SI and degC, positive current charging.</summary>
/// <remarks>
/// The columns are those whose role is known. A blank cell is blank again. The vendor's cycle numbers are kept as they are; the
/// run counter of the steps is derived where the vendor has none. Where operations were applied, the number of each record in the
/// file and the charge and energy since the first record stand beside them.
/// </remarks>
public static class BdfExport
{
    private const double CelsiusZero = 273.15; // [K]
    private const double SecondsPerHour = 3600.0; // [s/h]

    private static readonly (ColumnRole Role, string Label)[] Labels =
    [
        (ColumnRole.TestTime, "Test Time / s"), (ColumnRole.Voltage, "Voltage / V"), (ColumnRole.Current, "Current / A"),
        (ColumnRole.UnixTime, "Unix Time / s"), (ColumnRole.Cycle, "Cycle Count / 1"), (ColumnRole.RunStep, "Step Count / 1"),
        (ColumnRole.ProgramStep, "Step ID / 1"), (ColumnRole.StepTime, "Step Time / s"), (ColumnRole.Temperature, "Ambient Temperature / degC"),
        (ColumnRole.Frequency, "Frequency / Hz"), (ColumnRole.ImpedanceReal, "Real Impedance / ohm"),
        (ColumnRole.ImpedanceImaginary, "Imaginary Impedance / ohm"), (ColumnRole.ImpedanceModulus, "Absolute Impedance / ohm"),
        (ColumnRole.ImpedancePhase, "Phase / deg"), (ColumnRole.FileRow, "Record Index / 1"), (ColumnRole.NetCharge, "Net Capacity / Ah"),
        (ColumnRole.NetEnergy, "Net Energy / Wh"),
    ];

    /// <summary>Gets the labels of the columns that BDF requires and the table does not have.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The labels; empty for a table that becomes a conforming file.</returns>
    public static ImmutableArray<string> Missing(RecordingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. Labels.Take(3).Where(entry => Values(table, entry.Role, new RunCounter()) is null).Select(entry => entry.Label)];
    }

    /// <summary>Tells whether a table has a column that BDF knows.</summary>
    /// <param name="table">The table.</param>
    /// <returns>False where nothing of it could be written.</returns>
    public static bool Carries(RecordingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Labels.Any(entry => Values(table, entry.Role, new RunCounter()) is not null);
    }

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Receives the text; the caller disposes it.</param>
    /// <returns>The number of rows written, which is that of the table; 0 where no column has a role.</returns>
    public static int Write(RecordingTable table, TextWriter writer) => (int)Write([table], writer);

    /// <summary>Writes the blocks of one table, as a streamed format gives them.</summary>
    /// <param name="blocks">The blocks, all with the same columns; each is let go before the next is asked for.</param>
    /// <param name="writer">Receives the text; the caller disposes it.</param>
    /// <returns>The number of rows written, which is that of the blocks; 0 where no column has a role.</returns>
    public static long Write(IEnumerable<RecordingTable> blocks, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(writer);
        var counter = new RunCounter();
        long rows = 0;
        bool isFirst = true;
        foreach (RecordingTable block in blocks)
        {
            rows += WriteBlock(block, writer, isFirst, counter);
            isFirst = false;
        }

        return rows;
    }

    private static int WriteBlock(RecordingTable table, TextWriter writer, bool withHeader, RunCounter counter)
    {
        List<(string Label, double[] Values)> columns = [.. Labels
            .Select(entry => (entry.Label, Values: Values(table, entry.Role, counter)))
            .Where(column => column.Values is not null)
            .Select(column => (column.Label, column.Values!))];
        if (columns.Count == 0)
        {
            return 0;
        }

        if (withHeader)
        {
            writer.Write(string.Join(',', columns.Select(column => column.Label)));
            writer.Write('\n');
        }

        Span<char> cell = stackalloc char[32];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                {
                    writer.Write(',');
                }

                double value = columns[i].Values[row];
                if (!double.IsNaN(value) && value.TryFormat(cell, out int length, "R", CultureInfo.InvariantCulture))
                {
                    writer.Write(cell[..length]);
                }
            }

            writer.Write('\n');
        }

        return table.RowCount;
    }

    private static double[]? Values(RecordingTable table, ColumnRole role, RunCounter counter)
    {
        RecordingColumn? column = table.Find(role);
        return role switch
        {
            ColumnRole.RunStep when column is null => counter.Count(table),
            ColumnRole.Cycle or ColumnRole.RunStep or ColumnRole.ProgramStep or ColumnRole.FileRow => column?.Values.ToNumbers(),
            _ when column?.Scale is null => null,

            // Rounded to the nanokelvin so that 25 degC in K is 25 again.
            ColumnRole.Temperature => [.. column.ToSi().Select(kelvin => Math.Round(kelvin - CelsiusZero, 9))],
            ColumnRole.NetCharge or ColumnRole.NetEnergy => [.. column.ToSi().Select(sum => sum / SecondsPerHour)],
            ColumnRole.ImpedancePhase => [.. column.ToSi().Select(double.RadiansToDegrees)],
            _ => column.ToSi(),
        };
    }
}
