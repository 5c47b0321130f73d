using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>The rows of a sheet, or of several that continue one another.</summary>
internal sealed class Sheet(FileContent content)
{
    // As for delimited text: a table has a few bytes per cell; many columns in many rows that are empty are an attack.
    private const int CellsPerByte = 1, ColumnsAnyway = 64;

    private readonly List<SheetColumn> columns = [];
    private readonly List<string[]> headRows = [];
    private readonly List<string> merged = [];
    private long bytes;

    /// <summary>Gets the number of rows below the header that hold cells.</summary>
    internal int RowCount { get; private set; }

    /// <summary>Gets the cells of the first row as texts, by column.</summary>
    internal string[] Header => headRows.Count > 0 ? headRows[0] : [];

    /// <summary>Gets whether every part was read to its end.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <summary>Gets the merged ranges.</summary>
    internal IReadOnlyList<string> Merged => merged;

    /// <summary>Reads the rows of a sheet; the first is the header, and is not repeated when a second sheet continues the first.</summary>
    internal void Read(SheetCells cells, int mostRows, CancellationToken cancellationToken)
    {
        int firstRow = RowCount;
        string[] header = [];
        while (cells.MoveNext() && cells.Row < mostRows)
        {
            if (cells.Row == 0)
            {
                Set(ref header, cells.Column, cells.Kind == CellKind.Text ? cells.Text.Trim() : cells.Number.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
                continue;
            }

            if ((cells.Row & 0xFFF) == 0 && cells.Column == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            RowCount = firstRow + cells.Row;
            Add(RowCount - 1, cells.Column, cells.Kind, cells.Number, cells.Text, bytes + cells.BytesRead);
        }

        bytes += cells.BytesRead;
        bool isWhole = cells.IsWhole || cells.Row >= mostRows;
        RowCount -= !isWhole && RowCount > firstRow ? 1 : 0; // the last row of a cut sheet may lack cells
        IsWhole &= isWhole;
        merged.AddRange(cells.Merged);
        headRows.Add(header);
        RequireFilled();
    }

    /// <summary>Warns of texts among the numbers of the columns that measure something.</summary>
    internal static void NoteTexts(IEnumerable<RecordingColumn> columns, RecordingDraft draft)
    {
        foreach (RecordingColumn column in columns.Where(column => column.Role != ColumnRole.None && column.Values.IsNumeric && !column.IsDerived))
        {
            int[] rows = [.. Enumerable.Range(0, column.Values.Count).Where(row => double.IsNaN(column.Values.Number(row)) && column.Values.Text(row).Length > 0)];
            if (rows.Length > 0)
            {
                draft.Warn(FormattableString.Invariant($"Column '{column.Name}': {rows.Length} of {column.Values.Count} cells hold text among the numbers, the first '{column.Values.Text(rows[0])}' in record {rows[0] + 1} (another decimal mark?); they are kept as text and count as missing."));
            }
        }
    }

    /// <summary>Makes the columns, named by the header.</summary>
    internal ImmutableArray<RecordingColumn> Columns()
    {
        int count = Math.Max(columns.Count, Header.Length);
        var made = ImmutableArray.CreateBuilder<RecordingColumn>(count);
        for (int i = 0; i < count; i++)
        {
            string name = i < Header.Length ? Header[i] ?? string.Empty : string.Empty;
            ColumnValues values = (i < columns.Count ? columns[i] : new SheetColumn()).Finish(RowCount);
            made.Add(new RecordingColumn { Name = name, Values = values, IsKnown = name.Length > 0 });
        }

        return made.ToImmutable();
    }

    private void Add(int row, int column, CellKind kind, double number, string text, long read)
    {
        if (column >= columns.Count)
        {
            RequireWidth(column + 1, row, read);
            while (columns.Count <= column)
            {
                columns.Add(new SheetColumn());
            }
        }

        columns[column].Add(row, kind, number, text);
    }

    private void Set(ref string[] header, int column, string text)
    {
        RequireWidth(column + 1, 0, bytes);
        if (column >= header.Length)
        {
            Array.Resize(ref header, column + 1);
        }

        header[column] = text;
    }

    private void RequireFilled() => RequireWidth(Math.Max(columns.Count, Header.Length), RowCount, bytes);

    private void RequireWidth(int width, int rows, long read)
    {
        long most = Math.Min(content.Limits.MostColumns, ColumnsAnyway + (CellsPerByte * read / Math.Max(1, rows)));
        most = rows == 0 ? content.Limits.MostColumns : most;
        if (width > most)
        {
            throw content.Error(
                FormattableString.Invariant($"has a sheet with {width} columns in {rows} rows, most of them empty."),
                FormattableString.Invariant($"at most {most} columns for a sheet of this length (limit 'most columns')"),
                "This is no table of measurements; export it again.");
        }
    }
}
