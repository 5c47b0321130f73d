using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Makes the counters of a time series: they never decrease. The vendor's own counters stay in the table.</summary>
internal static class Counters
{
    private const double LargestCounter = int.MaxValue;

    /// <summary>Gets the run counter of the steps: the vendor's, or one more at every change of the program's step.</summary>
    internal static ImmutableArray<int> RunStep(RecordingTable table, int[] rows, List<string> notes)
    {
        if (Whole(table.Find(ColumnRole.RunStep), rows) is { } stored && IsOrdered(stored))
        {
            return [.. stored];
        }

        if (new RunCounter().Count(table) is not { } count)
        {
            return [];
        }

        notes.Add($"{MeasurementBuilder.Title(table)}: the run counter of the steps is derived from the changes of '{table.Find(ColumnRole.ProgramStep)!.Name}'.");
        return [.. rows.Select(row => (int)count[row])];
    }

    /// <summary>Gets the cycle counter where the vendor's never decreases; empty otherwise.</summary>
    internal static ImmutableArray<int> Cycle(RecordingTable table, int[] rows, List<string> notes)
    {
        if (table.Find(ColumnRole.Cycle) is not { } column)
        {
            return [];
        }

        if (Whole(column, rows) is { } cycle && IsOrdered(cycle))
        {
            return [.. cycle];
        }

        notes.Add($"{MeasurementBuilder.Title(table)}: '{column.Name}' decreases or is not whole, so the time series has no cycle counter.");
        return [];
    }

    private static int[]? Whole(RecordingColumn? column, int[] rows)
    {
        if (column is null)
        {
            return null;
        }

        int[] whole = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            double value = column.Values.Number(rows[i]);
            if (!(Math.Abs(value) < LargestCounter) || value != Math.Floor(value))
            {
                return null;
            }

            whole[i] = (int)value;
        }

        return whole;
    }

    private static bool IsOrdered(int[] values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
