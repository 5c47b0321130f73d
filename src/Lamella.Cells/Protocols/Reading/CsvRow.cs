using System.Globalization;
using Lamella.Core.Errors;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>One line of a CSV file, cut into cells that know their place.</summary>
internal sealed class CsvRow
{
    private readonly string file;
    private readonly int number;
    private readonly string line;
    private readonly string[] cells;

    internal CsvRow(string file, int number, string line, char separator)
    {
        (this.file, this.number, this.line, Separator) = (file, number, line.TrimEnd('\r'), separator);
        cells = this.line.Split(separator);
    }

    internal char Separator { get; }

    internal int Count => cells.Length;

    /// <summary>Gets a cell without blanks and quotes around it.</summary>
    internal string this[int index] => cells[index].Trim().Trim('"').Trim();

    internal double Number(int index)
    {
        if (index >= cells.Length)
        {
            throw Error(cells.Length - 1, FormattableString.Invariant($"the row has {cells.Length} cells, but the load or time stands in cell {index + 1}."), "as many cells as the header", "Complete the row or remove it.");
        }

        bool number = double.TryParse(this[index], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        return number ? value : throw Error(index, $"'{StepWords.Short(this[index])}' is no number.", "a number with a decimal point, such as -1.25", "Correct the cell; thousands are not separated.");
    }

    internal InputException Error(int index, string problem, string allowed, string remedy)
    {
        int column = 1;
        for (int i = 0; i < index; i++)
        {
            column += cells[i].Length + 1;
        }

        return new InputException(new InputPlace(file, number, column, line), problem, allowed, remedy);
    }
}
