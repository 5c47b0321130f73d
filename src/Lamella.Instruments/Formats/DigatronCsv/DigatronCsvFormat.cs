using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.DigatronCsv;

/// <summary>Reads the exports of Digatron's Battery Manager: headings <c>name#unit</c>, perhaps a line of units, records.</summary>
/// <remarks>
/// The program duration is milliseconds under a heading that says <c>#s</c> in some versions: it is compared with the time stamps, and what
/// is found holds. Positive current charges; <c>AhCha</c> and <c>AhDch</c> grow since the start, <c>AhStep</c> within the step.
/// </remarks>
public sealed class DigatronCsvFormat : IInstrumentFormat
{
    private const double MillisecondsPerSecond = 1000.0;

    private static readonly FrozenDictionary<string, CyclerRule> Rules = CyclerTable.Rules(
        ("Step", new(ColumnRole.ProgramStep)), ("Status", new(ColumnRole.None)), ("Timestamp", new(ColumnRole.None)), ("Cycle", new(ColumnRole.Cycle)),
        ("Program Duration", new(ColumnRole.TestTime, ColumnScope.Test)), ("Prog Time", new(ColumnRole.TestTime, ColumnScope.Test)),
        ("Step Duration", new(ColumnRole.StepTime, ColumnScope.Step)), ("Step Time", new(ColumnRole.StepTime, ColumnScope.Step)),
        ("Voltage", new(ColumnRole.Voltage)), ("Current", new(ColumnRole.Current)), ("Power", new(ColumnRole.None)),
        ("AhCha", new(ColumnRole.None, ColumnScope.Test)), ("AhDch", new(ColumnRole.None, ColumnScope.Test)), ("AhStep", new(ColumnRole.None, ColumnScope.Step)),
        ("AhAccu", new(ColumnRole.None, ColumnScope.Schedule)), ("AhBal", new(ColumnRole.None, ColumnScope.Test)),
        ("WhCha", new(ColumnRole.None, ColumnScope.Test)), ("WhDch", new(ColumnRole.None, ColumnScope.Test)), ("WhStep", new(ColumnRole.None, ColumnScope.Step)),
        ("T1", new(ColumnRole.Temperature)), ("Tenv", new(ColumnRole.None)), ("Temp", new(ColumnRole.Temperature)));

    /// <inheritdoc/>
    public string Name => "digatron-csv";

    /// <inheritdoc/>
    public string Title => "Digatron CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv", ".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        int heading = FindHeading(content.HeadLines);
        return heading < 0 ? null : new Recognition(Recognition.Signature, "headings with the unit behind '#' and the durations of Digatron");
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Digatron");
        int heading = FindHeading(content.HeadLines);
        ReadPreamble(table, heading);
        string line = table.Text.Line(heading);
        char delimiter = HeadedTable.DelimiterOf(line);
        int first = heading + 1;
        if (first < table.Text.LineCount && !table.Text.Bytes(first).ContainsAnyInRange((byte)'0', (byte)'9') && table.Text.Bytes(first).Length > 0)
        {
            table.Draft.Set("units", "line below the headings", table.Text.Line(first));
            first++;
        }

        var layout = new DelimitedLayout { Names = [.. HeadedTable.Cells(line, delimiter)], FirstLine = first, Delimiter = delimiter };
        RecordingTable rows = table.Read(string.Empty, layout, null, cancellationToken);
        RecordingColumn? stamps = rows.Columns.FirstOrDefault(column => column.Name.StartsWith("Timestamp", StringComparison.OrdinalIgnoreCase));
        rows = DurationColumns.Add(rows, ("Program Duration", ColumnRole.TestTime), ("Prog Time", ColumnRole.TestTime), ("Step Duration", ColumnRole.StepTime), ("Step Time", ColumnRole.StepTime));
        rows = ClockColumn.Add(rows, stamps, table, DateOrder.DayFirst);
        new CyclerTable(table.Draft, options, RulesFor(rows, stamps, table)).Add(rows, CurrentSign.PositiveCharges, "Digatron writes it so");
        return table.Draft.Finish();
    }

    private static int FindHeading(ImmutableArray<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Length, 80); line++)
        {
            string text = lines[line];
            bool hasDuration = text.Contains("Program Duration#", StringComparison.OrdinalIgnoreCase) || text.Contains("Prog Time", StringComparison.OrdinalIgnoreCase);
            if (hasDuration && (text.Contains("Voltage#", StringComparison.OrdinalIgnoreCase) || text.Contains("AhAccu", StringComparison.OrdinalIgnoreCase)))
            {
                return line;
            }
        }

        return -1;
    }

    private static void ReadPreamble(HeadedTable table, int end)
    {
        for (int line = 0; line < end; line++)
        {
            string[] cells = HeadedTable.Cells(table.Text.Line(line), HeadedTable.DelimiterOf(table.Text.Line(line)));
            if (cells.Any(cell => cell.Length > 0))
            {
                table.Draft.Set(string.Empty, cells[0].TrimEnd(':'), string.Join(", ", cells[1..]));
            }
        }
    }

    /// <summary>Decides between seconds and milliseconds for the program duration by the time stamps beside it.</summary>
    private static FrozenDictionary<string, CyclerRule> RulesFor(RecordingTable rows, RecordingColumn? stamps, HeadedTable table)
    {
        RecordingColumn? duration = rows.Columns.FirstOrDefault(
            column => column.Values.IsNumeric && column.Name.StartsWith("Program Duration#", StringComparison.OrdinalIgnoreCase));
        if (duration is null || stamps is null || stamps.Values.IsNumeric)
        {
            return Rules;
        }

        double[] clock = ClockColumn.LocalSeconds(stamps, table, DateOrder.DayFirst);
        double elapsed = clock.Length == 0 ? double.NaN : clock[^1] - clock[0], counted = clock.Length == 0 ? double.NaN : duration.Values.Number(clock.Length - 1) - duration.Values.Number(0);
        double ratio = counted / elapsed;
        if (!(elapsed >= 2.0) || !(ratio is > 0.8 * MillisecondsPerSecond and < 1.2 * MillisecondsPerSecond))
        {
            return Rules;
        }

        table.Draft.Decide(new Decision(
            DecisionKind.Unit, duration.Name, "ms", string.Create(CultureInfo.InvariantCulture, $"it grows by {counted:R} while the time stamps grow by {elapsed:R} s")));
        table.Draft.Warn($"'{duration.Name}' holds milliseconds, though its heading says seconds.");
        var changed = new Dictionary<string, CyclerRule>(Rules, StringComparer.OrdinalIgnoreCase)
        {
            ["Program Duration"] = Rules["Program Duration"] with { Unit = "ms" },
        };
        return changed.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
