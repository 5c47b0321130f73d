using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BasytecTxt;

/// <summary>Reads the result files of Basytec's test systems.</summary>
/// <remarks>
/// Lines with a tilde hold settings; the last of them, <c>~Time[s]</c> with tabs or blanks, the headings. The time may be in s, min or h, or
/// written as <c>h:min:s</c>. <c>Line</c> is the line of the program; charge counts net from the start (<c>Ah</c>), within the step
/// (<c>Ah-Step</c>) and within the cycle (<c>Ah-Cyc-...</c>). Positive current charges.
/// </remarks>
public sealed class BasytecTxtFormat : IInstrumentFormat
{
    private static readonly FrozenDictionary<string, CyclerRule> Rules = CyclerTable.Rules(
        ("~Time", new(ColumnRole.TestTime, ColumnScope.Test)), ("DataSet", new(ColumnRole.None)), ("t-Step", new(ColumnRole.StepTime, ColumnScope.Step)),
        ("t-Set", new(ColumnRole.None, ColumnScope.Schedule)), ("t-Cyc", new(ColumnRole.None, ColumnScope.Cycle)), ("Line", new(ColumnRole.ProgramStep)),
        ("Command", new(ColumnRole.None)), ("U", new(ColumnRole.Voltage)), ("~U", new(ColumnRole.Voltage)), ("I", new(ColumnRole.Current)),
        ("~I", new(ColumnRole.Current)), ("P", new(ColumnRole.None)), ("Ah", new(ColumnRole.None, ColumnScope.Test)),
        ("Ah-Cyc-Charge", new(ColumnRole.None, ColumnScope.Cycle, "Ah")), ("Ah-Cyc-Discharge", new(ColumnRole.None, ColumnScope.Cycle, "Ah")),
        ("Ah-Cyc-Charge-0", new(ColumnRole.None, ColumnScope.Cycle, "Ah")), ("Ah-Cyc-Discharge-0", new(ColumnRole.None, ColumnScope.Cycle, "Ah")),
        ("Ah-Step", new(ColumnRole.None, ColumnScope.Step, "Ah")), ("Wh", new(ColumnRole.None, ColumnScope.Test)),
        ("Wh-Cyc-Charge", new(ColumnRole.None, ColumnScope.Cycle, "Wh")), ("Wh-Cyc-Discharge", new(ColumnRole.None, ColumnScope.Cycle, "Wh")),
        ("Wh-Cyc-Charge-0", new(ColumnRole.None, ColumnScope.Cycle, "Wh")), ("Wh-Cyc-Discharge-0", new(ColumnRole.None, ColumnScope.Cycle, "Wh")),
        ("Wh-Step", new(ColumnRole.None, ColumnScope.Step, "Wh")), ("T1", new(ColumnRole.Temperature, ColumnScope.Record, "degC")),
        ("R-AC", new(ColumnRole.None)), ("R-DC", new(ColumnRole.None)), ("Level", new(ColumnRole.None)), ("Cyc-Count", new(ColumnRole.Cycle)),
        ("Count", new(ColumnRole.None)), ("State", new(ColumnRole.None)));

    /// <inheritdoc/>
    public string Name => "basytec-txt";

    /// <inheritdoc/>
    public string Title => "Basytec text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt", ".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.HeadLines.FirstOrDefault(string.Empty).TrimStart('~').StartsWith("Resultfile from Basytec", StringComparison.OrdinalIgnoreCase)
            ? new Recognition(Recognition.Certain, "the first line is 'Resultfile from Basytec...'") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Basytec");
        int heading = ReadSettings(table);
        if (heading < 0)
        {
            table.Draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "the headings '~Time[...]' and every record"));
            return table.Draft.Finish();
        }

        string line = table.Text.Line(heading);
        char delimiter = HeadedTable.DelimiterOf(line);
        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(line, delimiter)], FirstLine = heading + 1, Delimiter = delimiter };
        RecordingTable rows = DurationColumns.Add(table.Read(string.Empty, layout, null, cancellationToken), ("~Time", ColumnRole.TestTime), ("t-Step", ColumnRole.StepTime));
        if (rows.Columns.Any(column => column.Name.StartsWith("Ah", StringComparison.Ordinal)))
        {
            table.Draft.Decide(new Decision(DecisionKind.Scope, "Ah, Wh", "net since the start of the test", "Ah-Step and Ah-Cyc-... count within step and cycle"));
        }

        new CyclerTable(table.Draft, options, Rules).Add(rows, CurrentSign.PositiveCharges, "Basytec writes it so");
        return table.Draft.Finish();
    }

    /// <summary>Reads the lines with a tilde.</summary>
    /// <returns>The line of headings; -1 where it is missing.</returns>
    private static int ReadSettings(HeadedTable table)
    {
        for (int line = 0; line < table.Text.LineCount; line++)
        {
            string text = table.Text.Line(line);
            if (text.StartsWith("~Time[", StringComparison.OrdinalIgnoreCase))
            {
                return line;
            }

            string body = text.TrimStart('~').Trim();
            int colon = body.IndexOf(':', StringComparison.Ordinal);
            if (body.Length > 0)
            {
                table.Draft.Set(string.Empty, colon > 0 ? body[..colon].Trim() : "line", colon > 0 ? body[(colon + 1)..].Trim() : body);
            }
        }

        return -1;
    }
}
