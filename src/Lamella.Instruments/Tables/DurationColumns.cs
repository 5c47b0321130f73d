using System.Collections.Immutable;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>Puts seconds beside columns in which durations are written as clock times (<c>12:34:56.789</c>).</summary>
internal static class DurationColumns
{
    /// <summary>Adds derived columns in seconds.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wanted">Names without their unit, and what they measure.</param>
    /// <returns>The table; unchanged where these columns hold numbers.</returns>
    internal static RecordingTable Add(RecordingTable table, params ReadOnlySpan<(string Name, ColumnRole Role)> wanted)
    {
        ImmutableArray<RecordingColumn> columns = table.Columns;
        foreach ((string name, ColumnRole role) in wanted)
        {
            RecordingColumn? column = table.Columns.FirstOrDefault(
                candidate => !candidate.Values.IsNumeric && ColumnLabel.Parse(candidate.Name).Name.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            if (column is null)
            {
                continue;
            }

            double[] seconds = new double[table.RowCount];
            for (int row = 0; row < seconds.Length; row++)
            {
                seconds[row] = DurationText.Seconds(column.Values.Text(row)) ?? double.NaN;
            }

            columns = columns.Add(new RecordingColumn
            {
                Name = $"{name} in seconds", Unit = "s", Values = ColumnValues.Of(seconds), Role = role, Scale = ColumnScale.Of(1.0, "s"), IsDerived = true,
                Scope = role == ColumnRole.StepTime ? ColumnScope.Step : ColumnScope.Test,
            });
        }

        return table with { Columns = columns };
    }
}
