using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>Collects the cells of one column as numbers until too many are none.</summary>
internal sealed class CellColumn(int capacity, bool isText, NumberStyle style)
{
    private const int MostStrayCells = 16;

    private readonly double[] numbers = isText ? [] : Filled(capacity);
    private readonly Dictionary<int, string> stray = [];
    private int found;

    /// <summary>Gets whether the column has to be read as text.</summary>
    internal bool IsText { get; private set; } = isText;

    internal void Add(ReadOnlySpan<byte> cell, int row)
    {
        if (IsText)
        {
            return;
        }

        if (NumberParser.TryParse(cell, style, out double value))
        {
            numbers[row] = value;
            found++;
        }
        else if (!cell.Trim(" \t"u8).IsEmpty)
        {
            stray.Add(row, CellText.Of(cell));
            IsText = stray.Count > MostStrayCells && stray.Count > found && !IsMissingMark(stray[row]);
        }
    }

    internal ColumnValues Finish(int rows)
    {
        bool isOnlyText = found == 0 && stray.Values.Any(text => !IsMissingMark(text));
        return isOnlyText || (stray.Count > found && stray.Values.Any(text => !IsMissingMark(text)))
            ? ColumnValues.Of([.. Enumerable.Range(0, rows).Select(row => stray.TryGetValue(row, out string? text) ? text : Number(row))])
            : ColumnValues.OfText(numbers.Length == rows ? numbers : numbers[..rows], stray.Count > 0 ? stray.ToImmutableDictionary() : null);
    }

    private string Number(int row) =>
        double.IsNaN(numbers[row]) ? string.Empty : numbers[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsMissingMark(string text) =>
        text.Length <= 3 && text.ToUpperInvariant() is "N/A" or "NA" or "-" or "--" or "---" or "*";

    private static double[] Filled(int capacity)
    {
        double[] values = new double[capacity];
        Array.Fill(values, double.NaN);
        return values;
    }
}
