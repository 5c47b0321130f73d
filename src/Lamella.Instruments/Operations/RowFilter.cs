using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Keeps some rows of a table as they are.</summary>
public abstract record RowFilter : RowOperation
{
    /// <inheritdoc/>
    internal sealed override OperatedTable Apply(RecordingTable table, string path)
    {
        Func<int, bool> keeps = Selector(table);
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(keeps)];
        RecordingTable kept = table with
        {
            Columns = ColumnRows.Take(table.Columns, rows),
            RowCount = rows.Length,
            StatedRowCount = null,
        };
        return new OperatedTable(kept, rows, rows.Length == table.RowCount ? [] : Notes(table));
    }

    /// <summary>Makes the question that is asked of every row of a table.</summary>
    private protected abstract Func<int, bool> Selector(RecordingTable table);

    private static ImmutableArray<string> Notes(RecordingTable table)
    {
        string[] intervals = [.. table.Columns.Where(column => column.Scope == ColumnScope.Interval).Select(column => $"'{column.Name}'")];
        return intervals.Length == 0 ? []
            : [$"{string.Join(", ", intervals)} count since the record before in the file, which may not be among the rows kept."];
    }
}
