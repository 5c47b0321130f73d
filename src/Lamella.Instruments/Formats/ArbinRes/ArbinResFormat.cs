using System.Collections.Immutable;
using Lamella.Instruments.Arbin;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Jet;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.ArbinRes;

/// <summary>Arbin <c>.res</c>: a database of Microsoft Access (Jet 4), whose pages are read directly; no driver is needed.</summary>
/// <remarks>
/// <para>Every table that has rows is kept. Records are put in the order of test and data point; a file with several tests gives
/// a table for each. The definition of a table states its number of rows, so what a cut file lacks is known exactly.</para>
/// <para><b>Sign.</b> Positive current charges. <b>Scope.</b> Capacities count until the schedule resets them.</para>
/// </remarks>
public sealed class ArbinResFormat : IInstrumentFormat
{
    private const string Channel = "Channel_Normal_Table", Global = "Global_Table", Versions = "Version_Table", Auxiliary = "Auxiliary_Table";

    /// <inheritdoc/>
    public string Name => "arbin-res";

    /// <inheritdoc/>
    public string Title => "Arbin .res";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".res"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!JetDatabase.IsJet4(content.Span))
        {
            return null;
        }

        // The name of the channel table stands in the catalog as UTF-16 or packed; a database of another program has none.
        bool hasChannel = content.Span.IndexOf("Channel_Normal_Table"u8) >= 0
            || content.Span.IndexOf(System.Text.Encoding.Unicode.GetBytes(Channel)) >= 0;
        return hasChannel ? new Recognition(Recognition.Certain, "Jet 4 database with a channel table of Arbin") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Arbin" };
        JetDatabase database = JetDatabase.Open(content.Memory);
        if (!database.Tables.Any(table => table.Name == Channel))
        {
            throw content.Error(
                "has a catalog that cannot be read: it names no channel table.", "a database with the table Channel_Normal_Table",
                "The file is cut or damaged within its first pages; copy it again.");
        }

        var sums = new List<RecordingTable>();
        foreach ((string name, int page) in database.Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (database.Table(page) is not { } table)
            {
                draft.Miss(new Shortfall(name, 0, null, content.Length, "the definition of the table"));
                continue;
            }

            ReadTable(name, table, content, options, draft, sums);
        }

        sums.ForEach(draft.Add);
        if (content.Length % JetDatabase.PageLength != 0)
        {
            draft.Warn("The file ends within a page: it is cut.");
        }

        return draft.Finish();
    }

    private static void ReadTable(
        string name, JetTable table, FileContent content, ImportOptions options, RecordingDraft draft, List<RecordingTable> sums)
    {
        if (table.RowCount < table.StatedRows)
        {
            draft.Miss(new Shortfall(
                name, table.RowCount, table.StatedRows, content.Length, FormattableString.Invariant($"{table.StatedRows - table.RowCount} rows of the table")));
        }

        switch (name)
        {
            case Channel:
                AddChannels(table, options, draft);
                break;
            case Global or Versions:
                AddSettings(name, table, draft);
                sums.Add(Plain(name, table));
                break;
            default:
                if (table.RowCount > 0)
                {
                    sums.Add(Plain(name, table) with { IsSummary = name != Auxiliary });
                }

                break;
        }
    }

    private static RecordingTable Plain(string name, JetTable table) => new()
    {
        Name = name, Columns = Columns(table), RowCount = table.RowCount, StatedRowCount = table.StatedRows, IsSummary = true,
    };

    private static ImmutableArray<RecordingColumn> Columns(JetTable table) =>
        [.. table.Columns.Select(column => new RecordingColumn { Name = column.Name, Values = table.Read(column) })];

    private static void AddChannels(JetTable table, ImportOptions options, RecordingDraft draft)
    {
        if (table.Find("Test_ID") is not { } test || table.Find("Data_Point") is not { } point)
        {
            draft.Add(Plain(Channel, table) with { IsSummary = false });
            return;
        }

        if (table.Sort(test, point))
        {
            draft.Decide(new Decision(DecisionKind.Structure, Channel, "sorted by test and data point", "the file stores them in another order"));
        }

        double[] tests = table.Numbers(test);
        double[] distinct = [.. tests.Distinct()];
        if (distinct.Length <= 1)
        {
            draft.Add(Channels(Channel, table, options, draft));
            return;
        }

        draft.Decide(new Decision(
            DecisionKind.Structure, Channel, "a table for each test", FormattableString.Invariant($"{distinct.Length} values of Test_ID")));
        foreach (double id in distinct)
        {
            JetTable part = table.Where(row => tests[row].Equals(id));
            draft.Add(Channels(FormattableString.Invariant($"{Channel}, test {id}"), part, options, draft) with { StatedRowCount = null });
        }
    }

    private static RecordingTable Channels(string name, JetTable table, ImportOptions options, RecordingDraft draft)
    {
        ImmutableArray<RecordingColumn> columns = ArbinColumns.Describe(Columns(table), options, draft);
        if (columns.FirstOrDefault(column => column.Name == "DateTime") is { } date)
        {
            double[] seconds = [.. date.Values.ToNumbers().Select(LocalClock.FromOfficeDays)];
            columns = columns.Replace(date, date with { Unit = "days since 1899-12-30 on the local clock" });
            columns = LocalClock.UnixTime(date.Name, seconds, options, draft) is { } unix ? columns.Add(unix) : columns;
        }

        columns = table.RowCount < table.StatedRows ? BlankBehindTheGap(columns, draft) : columns;
        return new RecordingTable { Name = name, Columns = columns, RowCount = table.RowCount, StatedRowCount = table.StatedRows };
    }

    /// <summary>Leaves blank what is computed from record to record where a damaged database has lost some in between.</summary>
    private static ImmutableArray<RecordingColumn> BlankBehindTheGap(ImmutableArray<RecordingColumn> columns, RecordingDraft draft)
    {
        double[] points = columns.First(column => column.Name == "Data_Point").Values.ToNumbers();
        int whole = points.Length > 0 && points[0] == 1.0 ? 1 : 0;
        while (whole > 0 && whole < points.Length && points[whole] == points[whole - 1] + 1.0)
        {
            whole++;
        }

        if (whole == points.Length)
        {
            return columns;
        }

        draft.Warn(FormattableString.Invariant(
            $"Records are missing before data point {points[whole]}: run counter and sums are not computed from there on."));
        return [.. columns.Select(column => column.IsDerived && column.Role != ColumnRole.UnixTime ? Blank(column, whole) : column)];
    }

    private static RecordingColumn Blank(RecordingColumn column, int from)
    {
        double[] values = column.Values.ToNumbers();
        values.AsSpan(from).Fill(double.NaN);
        return column with { Values = ColumnValues.Of(values) };
    }

    private static void AddSettings(string name, JetTable table, RecordingDraft draft)
    {
        foreach (JetColumn column in table.Columns)
        {
            string[] texts = table.Texts(column);
            for (int row = 0; row < texts.Length; row++)
            {
                string section = texts.Length > 1 ? FormattableString.Invariant($"{name}, row {row + 1}") : name;
                draft.Set(section, column.Name, texts[row]);
            }

            bool isVersion = column.Name is "Version_Schema_Field" || texts.Any(text => text.StartsWith("Results File", StringComparison.Ordinal));
            draft.FormatVersion = isVersion && texts.Length > 0 ? texts[0] : draft.FormatVersion;
            draft.Instrument = column.Name == "Software_Version" && texts.Length > 0 && texts[0].Length > 0 ? "Arbin MITS " + texts[0] : draft.Instrument;
        }
    }
}
