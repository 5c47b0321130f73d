using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Autolab;

/// <summary>Reads the <c>.P00</c> files of Autolab's FRA program: headings <c>f/Hz Z'/Ohm -Z''/Ohm time/s Edc/V Idc/A</c>, a count, rows.</summary>
public sealed class AutolabP00Format : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "autolab-p00";

    /// <inheritdoc/>
    public string Title => "Autolab FRA .P00";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".p00"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FindHeading(content.HeadLines) >= 0 ? new Recognition(Recognition.Signature, "the headings f/Hz, Z'/Ohm, -Z''/Ohm, time/s, then a count") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Autolab FRA");
        table.Draft.Technique = "impedance";
        int heading = FindHeading(content.HeadLines);
        for (int line = 0; line < heading; line++)
        {
            if (table.Text.Line(line).Trim() is { Length: > 0 } text)
            {
                table.Draft.Set(string.Empty, string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), text);
            }
        }

        string[] names = HeadedTable.BlankCells(table.Text.Line(heading).Trim(), int.MaxValue) is { Length: > 2 } wide
            ? wide : table.Text.Line(heading).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        long? stated = long.TryParse(table.Text.Line(heading + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        var layout = new DelimitedLayout { Names = [.. names], FirstLine = heading + 2, Delimiter = ' ' };
        new ImpedanceTables(table.Draft, options).Add(table.Read(string.Empty, layout, stated, cancellationToken), signs: null);
        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }

    private static int FindHeading(ImmutableArray<string> lines)
    {
        for (int line = 0; line + 1 < Math.Min(lines.Length, 100); line++)
        {
            if (lines[line].Contains("f/Hz", StringComparison.Ordinal) && lines[line].Contains("-Z''/Ohm", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(lines[line + 1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return line;
            }
        }

        return -1;
    }
}
