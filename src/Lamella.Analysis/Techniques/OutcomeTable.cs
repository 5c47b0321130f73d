using System.Collections.Immutable;

namespace Lamella.Analysis.Techniques;

/// <summary>A column of a table.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Unit">Symbol of the unit of its numbers; empty for text and pure numbers.</param>
public sealed record OutcomeColumn(string Name, string Unit = "");

/// <summary>A cell of a table: a number, which may be missing, or text.</summary>
public readonly record struct OutcomeCell
{
    private readonly double number;

    private OutcomeCell(double number, string? text) => (this.number, Text) = (number, text);

    /// <summary>Gets the text; null for a number.</summary>
    public string? Text { get; }

    /// <summary>Gets the number in the unit of the column; null for text and where it is missing.</summary>
    public double? Number => Text is null && double.IsFinite(number) ? number : null;

    /// <summary>Makes a cell of a number.</summary>
    /// <param name="number">The number in the unit of the column; NaN where there is none.</param>
    public static implicit operator OutcomeCell(double number) => FromDouble(number);

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator OutcomeCell(string text) => FromString(text);

    /// <summary>Makes a cell of a number.</summary>
    /// <param name="number">The number in the unit of the column; NaN where there is none.</param>
    /// <returns>The cell.</returns>
    public static OutcomeCell FromDouble(double number) => new(number, null);

    /// <summary>Makes a cell of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static OutcomeCell FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(double.NaN, text);
    }
}

/// <summary>A table of an outcome.</summary>
public sealed record OutcomeTable
{
    /// <summary>Initializes a new instance of the <see cref="OutcomeTable"/> class.</summary>
    /// <param name="title">What it holds.</param>
    /// <param name="columns">The columns; the first names the row.</param>
    /// <param name="rows">The rows, each with one cell per column.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    public OutcomeTable(string title, ImmutableArray<OutcomeColumn> columns, ImmutableArray<ImmutableArray<OutcomeCell>> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (rows.Any(row => row.Length != columns.Length))
        {
            throw new ArgumentException($"A row of the table '{title}' has not one cell per column; give {columns.Length} cells.", nameof(rows));
        }

        (Title, Columns, Rows) = (title, columns, rows);
    }

    /// <summary>Gets what it holds.</summary>
    public string Title { get; }

    /// <summary>Gets the columns.</summary>
    public ImmutableArray<OutcomeColumn> Columns { get; }

    /// <summary>Gets the rows.</summary>
    public ImmutableArray<ImmutableArray<OutcomeCell>> Rows { get; }
}
