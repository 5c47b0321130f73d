using System.Collections.Immutable;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Puts beside the columns of a table what would be lost with its rows: their numbers, the run of the steps, the spectra, charge and energy.</summary>
internal static class PreparedTable
{
    /// <summary>Adds the columns that the table does not have; a table that was prepared before stays as it is.</summary>
    internal static RecordingTable Make(RecordingTable table)
    {
        if (table.Find(ColumnRole.FileRow) is not null)
        {
            return table;
        }

        var columns = table.Columns.ToBuilder();
        int[] numbers = [.. Enumerable.Range(1, table.RowCount)];
        columns.Add(Column("row in file", ColumnRole.FileRow, ColumnValues.Of(numbers)));
        int[]? run = table.Find(ColumnRole.RunStep) is { Values.IsNumeric: true } stored ? Runs(stored) : null;
        if (table.Find(ColumnRole.RunStep) is null && new Measurements.RunCounter().Count(table) is { } counted)
        {
            run = [.. counted.Select(count => (int)count)];
            columns.Add(Column("run step", ColumnRole.RunStep, ColumnValues.Of(run)));
        }

        if (table.Find(ColumnRole.Sweep) is null && SpectrumBuilder.Numbers(table) is { } spectra)
        {
            columns.Add(Column("spectrum number", ColumnRole.Sweep, ColumnValues.Of(spectra)));
        }

        AddSums(columns, table, run ?? new int[table.RowCount]);
        return table with { Columns = Unique(columns) };
    }

    /// <summary>Counts the changes of a run counter, whatever numbers it holds.</summary>
    private static int[] Runs(RecordingColumn stored) =>
        Derived.RunCounter.Count(stored.Values.Count, row => !stored.Values.Number(row).Equals(stored.Values.Number(row - 1)));

    private static void AddSums(ImmutableArray<RecordingColumn>.Builder columns, RecordingTable table, int[] run)
    {
        double[]? Si(ColumnRole role) => table.Find(role) is { Scale: not null } column ? column.ToSi() : null;
        if (Si(ColumnRole.TestTime) is not { } time || Si(ColumnRole.Current) is not { } current)
        {
            return;
        }

        bool isMean = table.Find(ColumnRole.Current)!.Scope == ColumnScope.Interval;
        double[] Integral(double[]? voltage) => isMean ? ChargeSums.SinceFirstOfMeans(time, current, voltage) : ChargeSums.SinceFirst(time, current, voltage, run);
        columns.Add(Sum("net charge", "C", ColumnRole.NetCharge, Integral(null)));
        if (Si(ColumnRole.Voltage) is { } voltage)
        {
            columns.Add(Sum("net energy", "J", ColumnRole.NetEnergy, Integral(voltage)));
        }
    }

    private static RecordingColumn Sum(string name, string unit, ColumnRole role, double[] values) => Column(name, role, ColumnValues.Of(values)) with
    {
        Unit = unit,
        Scope = ColumnScope.Test,
        Scale = ColumnScale.Of(1.0, unit),
    };

    private static RecordingColumn Column(string name, ColumnRole role, ColumnValues values) => new() { Name = name, Values = values, Role = role, IsDerived = true };

    private static ImmutableArray<RecordingColumn> Unique(ImmutableArray<RecordingColumn>.Builder columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(column =>
        {
            string name = column.Name;
            while (!taken.Add(name))
            {
                name += " (Lamella)";
            }

            return column with { Name = name };
        })];
    }
}
