using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.NovonixCsv;

/// <summary>Reads the result files of Novonix's chargers: summary, protocol, data.</summary>
/// <remarks>Times are in hours with seven decimals; dates are written to the second. The capacity starts again with each step.</remarks>
public sealed class NovonixCsvFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, CyclerRule> Rules = CyclerTable.Rules(
        ("Run Time", new(ColumnRole.TestTime, ColumnScope.Test)), ("Step Time", new(ColumnRole.StepTime, ColumnScope.Step)),
        ("Cycle Number", new(ColumnRole.Cycle)), ("Step Number", new(ColumnRole.ProgramStep)), ("Step Type", new(ColumnRole.None)),
        ("Step position", new(ColumnRole.None)), ("Date and Time", new(ColumnRole.None)), ("Current", new(ColumnRole.Current)),
        ("Potential", new(ColumnRole.Voltage)), ("Voltage", new(ColumnRole.Voltage)), ("Temperature", new(ColumnRole.Temperature)),
        ("Circuit Temperature", new(ColumnRole.None)), ("Capacity", new(ColumnRole.None, ColumnScope.Step)),
        ("Energy", new(ColumnRole.None, ColumnScope.Step)), ("dVdt (V/h)", new(ColumnRole.None)), ("dIdt (A/h)", new(ColumnRole.None)),
        ("Power", new(ColumnRole.None)));

    /// <inheritdoc/>
    public string Name => "novonix-csv";

    /// <inheritdoc/>
    public string Title => "Novonix CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool hasSummary = content.HeadLines.Take(3).Any(line => line.Trim() == "[Summary]");
        return hasSummary && content.HeadLines.Take(6).Any(line => line.Contains("Novonix", StringComparison.OrdinalIgnoreCase))
            ? new Recognition(Recognition.Signature, "a [Summary] that names Novonix") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Novonix");
        int data = ReadSections(table);
        if (data < 0 || data + 1 >= table.Text.LineCount)
        {
            table.Draft.Miss(new Shortfall("[Data]", 0, null, content.Length, "the section [Data] with its headings and records"));
            return table.Draft.Finish();
        }

        string heading = table.Text.Line(data + 1);
        char delimiter = HeadedTable.DelimiterOf(heading);
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(heading, delimiter)], FirstLine = data + 2, Delimiter = delimiter };
        RecordingTable rows = table.Read(string.Empty, layout, null, cancellationToken);
        RecordingColumn? dates = rows.Columns.FirstOrDefault(column => column.Name == "Date and Time");
        rows = ClockColumn.Add(rows, dates, table);
        table.Draft.Decide(new Decision(DecisionKind.Scope, "Capacity, Energy", "within the step", "the firmware starts them again with each step"));
        new CyclerTable(table.Draft, options, Rules).Add(rows, CurrentSign.PositiveCharges, "Novonix writes it so");
        return table.Draft.Finish();
    }

    /// <summary>Reads the sections before the data.</summary>
    /// <returns>The line [Data]; -1 where it is missing.</returns>
    private static int ReadSections(HeadedTable table)
    {
        string section = string.Empty;
        for (int line = 0; line < table.Text.LineCount; line++)
        {
            string text = table.Text.Line(line).Trim();
            if (text.StartsWith('[') && text.EndsWith(']') && text.Length < 40)
            {
                section = text.StartsWith("[End", StringComparison.OrdinalIgnoreCase) ? string.Empty : text[1..^1];
                if (section == "Data")
                {
                    return line;
                }
            }
            else if (text.Length > 0)
            {
                int colon = section == "Protocol" ? -1 : text.IndexOf(':', StringComparison.Ordinal);
                (string key, string value) = colon > 0 ? (text[..colon].Trim(), text[(colon + 1)..].Trim()) : ("line", text);
                table.Draft.Set(section, key, value);
                table.Draft.FormatVersion = key == "Version" ? value : table.Draft.FormatVersion;
            }
        }

        return -1;
    }
}
