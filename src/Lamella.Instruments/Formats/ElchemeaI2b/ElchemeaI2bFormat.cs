using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ElchemeaI2b;

/// <summary>Reads the <c>.i2b</c> files of Elchemea Analytical: five free lines, then f, Z' and Z'' with blanks between.</summary>
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
        bool isCount = lines.Length > FreeLines && int.TryParse(lines[FreeLines - 1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0;
        return isCount && IsPoint(lines[FreeLines]) && !lines.Take(FreeLines - 1).Any(IsPoint)
            ? new Recognition(Recognition.Columns, "the fifth line is a count, and a frequency with two numbers follows") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Elchemea Analytical");
        table.Draft.Technique = "impedance";
        for (int line = 0; line < FreeLines; line++)
        {
            table.Draft.Set(string.Empty, string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), table.Text.Line(line));
        }

        long? stated = long.TryParse(table.Text.Line(FreeLines - 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        var layout = new DelimitedLayout { Names = ["f", "Z'", "Z''"], FirstLine = FreeLines, Delimiter = ' ' };
        RecordingTable rows = table.Read(string.Empty, layout, stated, cancellationToken);
        new ImpedanceTables(table.Draft, options).Add(rows, new ImaginarySign(true, false, "Elchemea writes the imaginary part with its true sign"));
        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }

    private static bool IsPoint(string line)
    {
        string[] cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return cells.Length == 3 && cells.All(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            && !cells[0].StartsWith('-');
    }
}
