using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>BioLogic .mpt: the text exports of EC-Lab and BT-Lab.</summary>
/// <remarks>
/// The second line says how many lines the header has; its last one names the columns. Decimal marks and line ends depend on
/// the computer that exported, so that both are decided from the file.
/// </remarks>
public sealed partial class BioLogicMptFormat : IInstrumentFormat
{
    private const char Separator = '\t';

    /// <inheritdoc/>
    public string Name => "biologic-mpt";

    /// <inheritdoc/>
    public string Title => "BioLogic EC-Lab text export .mpt";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".mpt", ".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string first = content.HeadLines.FirstOrDefault(string.Empty).Trim();
        return first is "EC-Lab ASCII FILE" or "BT-Lab ASCII FILE" ? new Recognition(Recognition.Certain, $"first line is '{first}'") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "BioLogic (EC-Lab)" };
        RefuseSecond(content);
        TextContent text = TextContent.Decode(content, options);
        draft.Decide(text.Encoding);
        int? header = text.LineCount > 1 ? HeaderLines(text.Line(1)) : null;
        MptHeader.Read(text, Math.Min(header ?? text.LineCount, text.LineCount) - 1, draft, options);
        if (header is not { } lines || lines > text.LineCount || lines < 3)
        {
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "the rest of the header and all records"));
            return draft.Finish();
        }

        ImmutableArray<string> names = TextTable.Names(text.Bytes(lines - 1), Separator);
        if (lines == text.LineCount && !text.Bytes(lines - 1).EndsWith("\t"u8))
        {
            // EC-Lab ends the line of names with a tab, so that one without records may be whole.
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "the end of the line with the column names and all records"));
        }

        var layout = new DelimitedLayout { Names = names, FirstLine = lines, Delimiter = Separator };
        TextTable table = TextTable.Read(text, layout, draft, options, cancellationToken);
        draft.Add(Table(table, draft, options));
        return draft.Finish();
    }

    /// <summary>Refuses two exports in one file: the records of the second would be read under the names of the first.</summary>
    private static void RefuseSecond(FileContent content)
    {
        const int Behind = 16; // the first line itself
        int at = content.Length > Behind ? content.Span[Behind..].IndexOf("-Lab ASCII FILE"u8) : -1;
        if (at >= 0)
        {
            throw content.Error(
                FormattableString.Invariant($"holds two exports: a second export begins on line {content.Span[..(Behind + at)].Count((byte)'\n') + 1}."),
                "one export with one header", "Split the file at that line and import both parts.");
        }
    }

    private static RecordingTable Table(TextTable table, RecordingDraft draft, ImportOptions options)
    {
        List<RecordingColumn> columns = [.. Unique(table.Columns).Select(column => column with { Unit = BioLogicUnits.Of(column.Name) })];
        AddTimeFromDates(columns, draft, options);
        columns.AddRange(BioLogicDerived.Of(columns, draft.Technique));
        if (MptHeader.Loops(draft, table.Rows.RowCount) is { } loops)
        {
            columns.Add(new RecordingColumn { Name = "loop number", Values = ColumnValues.Of(loops), IsDerived = true });
        }

        var result = new RecordingTable
        {
            Technique = draft.Technique,
            Columns = BioLogicRoles.Assign(columns, options.Sign),
            RowCount = table.Rows.RowCount,
        };
        BioLogicNotes.Decide(draft, result, options);
        BioLogicNotes.NoteArea(draft, result, MptHeader.Area(draft), options);
        return result;
    }

    /// <summary>EC-Lab can export date-times under the name <c>time/s</c>: the seconds since the first of them stand beside.</summary>
    private static void AddTimeFromDates(List<RecordingColumn> columns, RecordingDraft draft, ImportOptions options)
    {
        if (columns.Find(column => column.Name == "time/s") is not { Values: { IsNumeric: false, Count: > 0 } dates })
        {
            return;
        }

        var written = Enumerable.Range(0, dates.Count).Select(dates.Text);
        (DateOrder order, Decision decision) = DateOrderDetector.Decide("time/s", written, options);
        WrittenDate?[] moments = [.. written.Select(text => DateText.Parse(text, order))];
        if (moments[0] is not { } first)
        {
            draft.Warn("The column time/s holds neither seconds nor dates; it is kept as text.");
            return;
        }

        draft.Decide(decision);
        draft.Decide(new Decision(DecisionKind.TimeZone, "time/s", "local time as written", "the export names no time zone"));
        columns.Add(new RecordingColumn
        {
            Name = "time since first record/s",
            Unit = "s",
            Values = ColumnValues.Of(moments.Select(moment => moment is { } known ? known.LocalSeconds - first.LocalSeconds : double.NaN).ToArray()),
            Scope = ColumnScope.Test,
            IsDerived = true,
        });
    }

    private static IEnumerable<RecordingColumn> Unique(IEnumerable<RecordingColumn> columns)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (RecordingColumn column in columns)
        {
            int count = counts[column.Name] = counts.GetValueOrDefault(column.Name) + 1;
            yield return count == 1 ? column : column with { Name = FormattableString.Invariant($"{column.Name} ({count})") };
        }
    }

    private static int? HeaderLines(string line) =>
        HeaderCount().Match(line) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    [GeneratedRegex(@"^Nb header lines\s*:\s*(\d{1,6})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderCount();
}
