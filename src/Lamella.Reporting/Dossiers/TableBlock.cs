using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>One row of a table: cells, or a heading over the rows that follow.</summary>
public sealed record TableRow
{
    /// <summary>Initializes a row of cells.</summary>
    /// <param name="cells">One cell per column; the first names the row.</param>
    public TableRow(params ImmutableArray<Cell> cells) => Cells = cells;

    /// <summary>Gets the cells; empty for a heading.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>Gets the heading over the rows that follow; null for a row of cells.</summary>
    public string? GroupHeading { get; private init; }

    /// <summary>Makes a heading over the rows that follow.</summary>
    /// <param name="heading">The heading.</param>
    /// <returns>The row.</returns>
    public static TableRow Group(string heading) => new()
    {
        GroupHeading = Require.Text(heading, "the heading of a group of rows", "say what the rows share"),
    };
}

/// <summary>A table. Where cells carry verdicts, their tally is drawn above it.</summary>
public sealed record TableBlock : Block
{
    /// <summary>Initializes a table.</summary>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">The columns, at least one.</param>
    /// <param name="rows">The rows; each has as many cells as there are columns.</param>
    /// <exception cref="ArgumentException">The caption or the columns are missing, or a row has another number of cells.</exception>
    public TableBlock(string caption, ImmutableArray<Column> columns, ImmutableArray<TableRow> rows)
    {
        Caption = Require.Text(caption, "the caption of a table", "say what it holds");
        Columns = columns.IsDefaultOrEmpty
            ? throw new ArgumentException($"Table '{caption}' has no columns; give it at least one.", nameof(columns))
            : columns;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].GroupHeading is null && rows[i].Cells.Length != columns.Length)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Table '{caption}', row {i + 1}: {rows[i].Cells.Length} cells for {columns.Length} columns."), nameof(rows));
            }
        }

        Rows = rows;
    }

    /// <summary>Gets what the table holds.</summary>
    public string Caption { get; }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Gets the rows.</summary>
    public ImmutableArray<TableRow> Rows { get; }
}
