using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ChiTxt;

/// <summary>Reads the text exports of CH Instruments' programs, of impedance and of the other techniques.</summary>
/// <remarks>
/// Date line, technique line, <c>key: value</c> and <c>key = value</c> lines, headings <c>quantity/unit</c>, a blank line, rows with
/// commas. Z'' has its true sign. The sign of currents is a setting of the program that the file does not state.
/// </remarks>
public sealed class ChiTxtFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, ColumnRole> Roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal)
    {
        ["Potential"] = ColumnRole.Voltage, ["Current"] = ColumnRole.Current, ["Time"] = ColumnRole.TestTime, ["Charge"] = ColumnRole.Charge,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "chi-txt";

    /// <inheritdoc/>
    public string Title => "CH Instruments text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt", ".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.HeadLines.Take(20).Any(line => line.StartsWith("Instrument Model:", StringComparison.Ordinal) && line.Contains("CHI", StringComparison.Ordinal))
            ? new Recognition(Recognition.Signature, "the line 'Instrument Model: CHI...'") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "CH Instruments");
        TextContent text = table.Text;
        int heading = FindHeading(text);
        ReadSettings(table, heading < 0 ? text.LineCount : heading);
        if (heading < 0)
        {
            table.Draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "the headings and every record"));
            return table.Draft.Finish();
        }

        string[] names = HeadedTable.Cells(text.Line(heading), ',');
        RecordingTable rows = table.Read(
            string.Empty, new DelimitedLayout { Names = [.. names], FirstLine = heading + 1, Delimiter = ',' }, null, cancellationToken);
        if (ImpedanceTables.AreImpedances(names))
        {
            new ImpedanceTables(table.Draft, options).Add(rows, new ImaginarySign(true, false, "the program writes Z'' with its true sign"));
            ElectrodeArea.Note(table.Draft, options, null, null);
        }
        else
        {
            table.Draft.Add(rows with { Columns = [.. rows.Columns.Select(column => Label(column, options))] });
            CurrentDirection.Note(table.Draft, options, "as stored", "the program's setting of the sign is not in the file", isOpen: true);
        }

        return table.Draft.Finish();
    }

    private static RecordingColumn Label(RecordingColumn column, ImportOptions options)
    {
        ColumnLabel label = ColumnLabel.Parse(column.Name);
        ColumnRole role = label.Scale is null || !column.Values.IsNumeric ? ColumnRole.None : Roles.GetValueOrDefault(label.Name);
        return column with
        {
            Unit = label.Unit,
            Role = role,
            Scale = role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges ? label.Scale?.Turned() : label.Scale,
        };
    }

    private static int FindHeading(TextContent text)
    {
        for (int line = 0; line < text.LineCount; line++)
        {
            string[] cells = HeadedTable.Cells(text.Line(line), ',');
            if (cells.Length > 1 && cells.All(cell => ColumnLabel.Parse(cell) is { Unit.Length: > 0 }))
            {
                return line;
            }
        }

        return -1;
    }

    private static void ReadSettings(HeadedTable table, int end)
    {
        RecordingDraft draft = table.Draft;
        for (int line = 0; line < end; line++)
        {
            string text = table.Text.Line(line).Trim();
            int mark = line < 2 ? -1 : text.IndexOfAny(['=', ':']);
            string key = line switch { 0 => "Date", 1 => "Technique", _ => mark > 0 ? text[..mark].Trim() : text };
            string value = line < 2 ? text : mark > 0 ? text[(mark + 1)..].Trim() : string.Empty;
            if (text.Length > 0)
            {
                draft.Set(string.Empty, key, value);
            }

            draft.Technique = line == 1 ? value : draft.Technique;
            draft.Instrument = key == "Instrument Model" ? value : draft.Instrument;
        }

        draft.Decide(new Decision(DecisionKind.DateOrder, "Date", "month by name", "the first line"));
        draft.Decide(new Decision(DecisionKind.TimeZone, "Date", "local clock of the computer", "the file states no zone"));
    }
}
