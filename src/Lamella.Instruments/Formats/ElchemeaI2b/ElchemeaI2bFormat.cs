using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ElchemeaI2b;

/// <summary>Reads the <c>.i2b</c> files of Elchemea Analytical: five free lines, mostly the count of points, then f, Z' and Z'' with blanks between.</summary>
public sealed class ElchemeaI2bFormat : IInstrumentFormat
{
    private const int FreeLines = 5;

    /// <inheritdoc/>
    public string Name => "elchemea-i2b";

    /// <inheritdoc/>
    public string Title => "Elchemea Analytical .i2b";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".i2b"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ImmutableArray<string> lines = content.HeadLines;
        int first = FirstPoint(lines);
        bool goesOn = first > 0 && lines.Skip(first).Take(3).Count(IsPoint) == Math.Min(3, lines.Length - first);
        return goesOn && first == FreeLines + 1 && Count(lines[FreeLines]) > 0
            ? new Recognition(Recognition.Columns, "five lines, a count, and then frequencies with two numbers each") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Elchemea Analytical");
        table.Draft.Technique = "impedance";
        for (int line = 0; line <= FreeLines; line++)
        {
            table.Draft.Set(string.Empty, string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), table.Text.Line(line));
        }

        var layout = new DelimitedLayout { Names = ["f", "Z'", "Z''"], FirstLine = FreeLines + 1, Delimiter = ' ' };
        long? stated = Count(table.Text.Line(FreeLines));
        RecordingTable rows = table.Read(string.Empty, layout, stated, cancellationToken);
        new ImpedanceTables(table.Draft, options).Add(rows, new ImaginarySign(true, false, "Elchemea writes the imaginary part with its true sign"));
        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }

    private static int FirstPoint(ImmutableArray<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Length, FreeLines + 2); line++)
        {
            if (IsPoint(lines[line]))
            {
                return line;
            }
        }

        return -1;
    }

    private static int? Count(string line) => int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static bool IsPoint(string line)
    {
        string[] cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return cells.Length == 3 && cells.All(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            && !cells[0].StartsWith('-');
    }
}
