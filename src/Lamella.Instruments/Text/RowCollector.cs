using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>Collects the cells of a delimited table column by column.</summary>
internal sealed class RowCollector
{
    private readonly DelimitedLayout layout;
    private readonly int mostColumns;
    private readonly int capacity;
    private readonly List<CellColumn> columns = [];
    private readonly int[] lines;
    private int rows;
    private int shortRows;

    internal RowCollector(DelimitedLayout layout, int capacity, int mostColumns)
    {
        // A column takes memory for every row, so a few very wide lines among many short ones must not add columns.
        (this.layout, this.capacity, this.mostColumns) = (layout, capacity, mostColumns);
        lines = new int[capacity];
        for (int i = 0; i < layout.Names.Length; i++)
        {
            columns.Add(new CellColumn(capacity, layout.TextColumns.Contains(i), layout.Numbers));
        }
    }

    /// <summary>Gets how many cells a row usually has: as many as the row before, or the header where there is none.</summary>
    internal int UsualCells { get; private set; }

    /// <summary>Counts the cells of a line.</summary>
    internal int CountCells(ReadOnlySpan<byte> line)
    {
        int count = 0;
        var cells = new CellSplitter(line, layout.Delimiter);
        while (cells.MoveNext())
        {
            count++;
        }

        return count;
    }

    /// <summary>Adds a row.</summary>
    /// <returns>False where it has too many cells.</returns>
    internal bool Add(ReadOnlySpan<byte> line, int number)
    {
        int position = -layout.LeadingCells, count = 0;
        var cells = new CellSplitter(line, layout.Delimiter);
        while (cells.MoveNext())
        {
            count++;
            int column = position++;
            if (column < 0)
            {
                continue;
            }

            if (column >= columns.Count && !Widen(column, cells.Current))
            {
                return column < mostColumns;
            }

            if (column < columns.Count)
            {
                columns[column].Add(cells.Current, rows);
            }
        }

        UsualCells = count;
        shortRows += position < layout.Names.Length ? 1 : 0;
        lines[rows++] = number;
        return true;
    }

    internal DelimitedRows Finish(TextContent text, bool lastRowCut)
    {
        int[] used = lines[..rows];
        var values = ImmutableArray.CreateBuilder<ColumnValues>(columns.Count);
        for (int i = 0; i < columns.Count; i++)
        {
            values.Add(columns[i].IsText ? ReadText(text, used, i + layout.LeadingCells) : columns[i].Finish(rows));
        }

        return new DelimitedRows
        {
            Columns = values.ToImmutable(),
            RowCount = rows,
            ShortRows = shortRows,
            LastRowCut = lastRowCut,
            Lines = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(used),
        };
    }

    /// <summary>Adds columns up to one that the header does not have; an empty cell there adds none.</summary>
    /// <returns>False where the row has too many cells.</returns>
    private bool Widen(int column, ReadOnlySpan<byte> cell)
    {
        if (column >= mostColumns)
        {
            return false;
        }

        while (columns.Count <= column && !cell.Trim(" \t"u8).IsEmpty)
        {
            columns.Add(new CellColumn(capacity, isText: false, layout.Numbers));
        }

        return true;
    }

    /// <summary>Reads a column again, as text.</summary>
    private ColumnValues ReadText(TextContent text, int[] used, int column)
    {
        string[] values = new string[used.Length];
        string last = string.Empty;
        for (int row = 0; row < used.Length; row++)
        {
            var cells = new CellSplitter(text.Bytes(used[row]), layout.Delimiter);
            int position = 0;
            while (cells.MoveNext() && position < column)
            {
                position++;
            }

            string cell = CellText.Of(cells.Current);
            last = cell == last ? last : cell; // neighbours are often equal: keep one string
            values[row] = last;
        }

        return ColumnValues.Of(values);
    }
}
