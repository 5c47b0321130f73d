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

        if (Whole(table.Find(ColumnRole.ProgramStep), rows) is not { } program)
        {
            return [];
        }

        // A step that a loop repeats at once shows in its clock or in the cycle, not in its number.
        int[]? cycle = Whole(table.Find(ColumnRole.Cycle), rows);
        double[]? clock = table.Find(ColumnRole.StepTime)?.Values.ToNumbers();
        int[] count = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            bool isNew = i > 0 && (program[i] != program[i - 1] || (cycle is not null && cycle[i] != cycle[i - 1])
                || (clock is not null && clock[rows[i]] < clock[rows[i - 1]]));
            count[i] = i == 0 ? 1 : count[i - 1] + (isNew ? 1 : 0);
        }

        notes.Add($"{MeasurementBuilder.Title(table)}: the run counter of the steps is derived from the changes of '{table.Find(ColumnRole.ProgramStep)!.Name}'.");
        return [.. count];
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
