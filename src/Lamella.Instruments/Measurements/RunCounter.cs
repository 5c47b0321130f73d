using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Measurements;

/// <summary>Counts the steps as they were run, from the vendor's step of the program; goes on over the blocks of a table.</summary>
/// <remarks>A step that a loop repeats at once shows in its clock or in the cycle, not in its number.</remarks>
internal sealed class RunCounter
{
    private (double Program, double Cycle, double Clock)? last;
    private long count;

    /// <summary>Counts the steps of a table or of its next block.</summary>
    /// <returns>The counter of every row, from 1; null where the table has no step of the program.</returns>
    internal double[]? Count(RecordingTable table)
    {
        if (table.Find(ColumnRole.ProgramStep) is not { Values.IsNumeric: true } program)
        {
            return null;
        }

        ColumnValues? cycle = table.Find(ColumnRole.Cycle)?.Values, clock = table.Find(ColumnRole.StepTime)?.Values;
        double[] counts = new double[table.RowCount];
        for (int row = 0; row < counts.Length; row++)
        {
            var now = (Program: program.Values.Number(row), Cycle: cycle?.Number(row) ?? 0.0, Clock: clock?.Number(row) ?? 0.0);
            bool isNew = last is not { } before || !now.Program.Equals(before.Program) || !now.Cycle.Equals(before.Cycle) || now.Clock < before.Clock;
            counts[row] = count += isNew ? 1 : 0;
            last = now;
        }

        return counts;
    }
}
