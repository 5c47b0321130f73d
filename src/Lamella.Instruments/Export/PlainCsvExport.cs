using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Export;

/// <summary>Writes a table as plain CSV: the vendor's columns under the vendor's names, then the derived ones with what they count over; decimal points.</summary>
public static class PlainCsvExport
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Receives the text; the caller disposes it.</param>
    /// <returns>The number of rows written, which is that of the table.</returns>
    public static int Write(RecordingTable table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', table.Columns.Select(Heading)));
        writer.Write('\n');
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int column = 0; column < table.Columns.Length; column++)
            {
                if (column > 0)
                {
                    writer.Write(',');
                }

                writer.Write(Quote(table.Columns[column].Values.Text(row)));
            }

            writer.Write('\n');
        }

        return table.RowCount;
    }

    private static string Heading(RecordingColumn column) => Quote(
        !column.IsDerived ? column.Name : column.Scope == ColumnScope.Record ? $"{column.Name} [derived]"
            : $"{column.Name} [derived, {column.Scope.ToString().ToLowerInvariant()}]");

    private static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
