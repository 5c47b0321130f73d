using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>Collects the cells of one column.</summary>
internal sealed class SheetColumn
{
    private readonly List<double> numbers = [];
    private readonly Dictionary<int, string> texts = [];
    private int found;

    /// <summary>Adds a cell; rows that were passed over are blank.</summary>
    internal void Add(int row, CellKind kind, double number, string text)
    {
        Pad(row);
        if (numbers.Count > row)
        {
            return; // a second cell at the same place: damaged, the first one stays
        }

        numbers.Add(kind == CellKind.Number ? number : double.NaN);
        if (kind == CellKind.Number)
        {
            found++;
        }
        else
        {
            texts.Add(row, text);
        }
    }

    /// <summary>Makes the values: numbers with the few texts among them, or texts where these are more.</summary>
    internal ColumnValues Finish(int rows)
    {
        Pad(rows);
        if (numbers.Count > rows)
        {
            numbers.RemoveRange(rows, numbers.Count - rows);
            texts.Keys.Where(row => row >= rows).ToList().ForEach(row => texts.Remove(row));
        }

        return texts.Count > found
            ? ColumnValues.Of([.. Enumerable.Range(0, rows).Select(Text)])
            : ColumnValues.OfText([.. numbers], texts.Count > 0 ? texts.ToImmutableDictionary() : null);
    }

    private string Text(int row) => texts.TryGetValue(row, out string? text) ? text
        : double.IsNaN(numbers[row]) ? string.Empty : numbers[row].ToString("R", CultureInfo.InvariantCulture);

    private void Pad(int rows)
    {
        while (numbers.Count < rows)
        {
            numbers.Add(double.NaN);
        }
    }
}
