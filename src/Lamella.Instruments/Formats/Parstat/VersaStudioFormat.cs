using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Parstat;

/// <summary>Reads VersaStudio's <c>.par</c> files: sections in angle brackets, each segment with a definition of its columns.</summary>
/// <remarks>Every segment is a table. Zim has its true sign. The records with frequency 0 are the direct-current trace.</remarks>
public sealed class VersaStudioFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, (ColumnRole Role, string Unit)> Known = new Dictionary<string, (ColumnRole, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["E(V)"] = (ColumnRole.Voltage, "V"), ["I(A)"] = (ColumnRole.Current, "A"), ["Elapsed Time(s)"] = (ColumnRole.TestTime, "s"),
        ["Frequency(Hz)"] = (ColumnRole.Frequency, "Hz"), ["Z Real"] = (ColumnRole.ImpedanceReal, "ohm"), ["Z Imag"] = (ColumnRole.ImpedanceImaginary, "ohm"),
        ["Zre(ohms)"] = (ColumnRole.ImpedanceReal, "ohm"), ["Zim(ohms)"] = (ColumnRole.ImpedanceImaginary, "ohm"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "parstat-versastudio";

    /// <inheritdoc/>
    public string Title => "VersaStudio .par";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".par"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool hasSections = content.HeadLines.Take(50).Any(line => line.Trim() is "<Application>" or "<Instrument>" or "<Experiment>");
        return hasSections && (content.Head.Contains("VersaStudio", StringComparison.OrdinalIgnoreCase) || content.Head.Contains("<Segment1>", StringComparison.Ordinal))
            ? new Recognition(Recognition.Signature, "sections <Application>, <Instrument>, <Segment1>") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "VersaStudio");
        bool hasSpectrum = false;
        for (int line = 0; line < table.Text.LineCount;)
        {
            string text = table.Text.Line(line).Trim();
            if (!IsTag(text, "<"))
            {
                line++;
                continue;
            }

            string section = text[1..^1];
            int end = FindEnd(table.Text, line + 1, section);
            hasSpectrum |= ReadSection(table, section, line + 1, end, cancellationToken);
            line = end + 1;
        }

        CurrentDirection.Note(table.Draft, options, "as stored", "the polarity of the instrument is not looked at", isOpen: true);
        if (hasSpectrum)
        {
            ElectrodeArea.Note(table.Draft, options, null, null);
        }

        return table.Draft.Finish();
    }

    private static bool IsTag(string text, string open) =>
        text.Length > 2 && text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith('>') && text[1] != '/' && !text.Contains('=');

    private static int FindEnd(TextContent text, int from, string section)
    {
        string tag = $"</{section}>";
        for (int line = from; line < text.LineCount; line++)
        {
            if (text.Bytes(line).Length < 256 && text.Line(line).Trim() == tag)
            {
                return line;
            }
        }

        return text.LineCount;
    }

    private static bool ReadSection(HeadedTable table, string section, int begin, int end, CancellationToken cancellationToken)
    {
        TextContent text = table.Text;
        long? stated = null;
        for (int line = begin; line < end; line++)
        {
            string entry = text.Line(line);
            int mark = entry.IndexOf('=', StringComparison.Ordinal);
            string key = mark > 0 ? entry[..mark].Trim() : string.Empty, value = mark > 0 ? entry[(mark + 1)..].Trim() : entry;
            if (key == "Definition")
            {
                return ReadRows(table, section, value, line + 1, end, stated, cancellationToken);
            }

            table.Draft.Set(section, key, value);
            stated = key.Equals("Points", StringComparison.OrdinalIgnoreCase) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : stated;
            if (section.StartsWith("Action", StringComparison.Ordinal) && key == "Name" && !value.Equals("Common", StringComparison.OrdinalIgnoreCase))
            {
                table.Draft.Technique = table.Draft.Technique.Length == 0 ? value : table.Draft.Technique;
            }

            table.Draft.Instrument = section == "Instrument" && key == "Model" ? value : table.Draft.Instrument;
        }

        return false;
    }

    private static bool ReadRows(
        HeadedTable table, string section, string definition, int begin, int end, long? stated, CancellationToken cancellationToken)
    {
        string[] names = [.. HeadedTable.Cells(definition, ',').Where(name => name.Length > 0)];
        RecordingTable rows = table.Read(section, new DelimitedLayout { Names = [.. names], FirstLine = begin, EndLine = end, Delimiter = ',' }, stated, cancellationToken);
        if (end >= table.Text.LineCount)
        {
            table.Draft.Miss(new Shortfall(section, rows.RowCount, stated, table.FileLength, $"the line </{section}> and what stands before it"));
        }

        bool turned = table.Options.Sign == CurrentSign.PositiveDischarges;
        rows = rows with { Columns = [.. rows.Columns.Select(column => Label(column, turned))] };
        bool isSpectrum = rows.Find(ColumnRole.Frequency) is { } f && f.Values.ToNumbers().Any(value => value > 0.0);
        if (isSpectrum)
        {
            new ImpedanceTables(table.Draft, table.Options, splitsTrace: true).AddLabelled(rows, new ImaginarySign(true, false, "VersaStudio writes Z Imag with its true sign"));
        }
        else
        {
            table.Draft.Add(rows with
            {
                Columns = [.. rows.Columns.Select(column => column.Role is ColumnRole.Frequency or ColumnRole.ImpedanceReal or ColumnRole.ImpedanceImaginary
                ? column with { Role = ColumnRole.None } : column)]
            });
        }

        return isSpectrum;
    }

    private static RecordingColumn Label(RecordingColumn column, bool turnsCurrent)
    {
        if (!Known.TryGetValue(column.Name, out (ColumnRole Role, string Unit) known) || !column.Values.IsNumeric)
        {
            return column with { Scale = ColumnLabel.Parse(column.Name).Scale, Unit = ColumnLabel.Parse(column.Name).Unit };
        }

        ColumnScale? scale = VendorUnit.Find(known.Unit);
        return column with { Role = known.Role, Unit = known.Unit, Scale = turnsCurrent && known.Role == ColumnRole.Current ? scale?.Turned() : scale };
    }
}
