using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Arbin;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Spreadsheets;

namespace Lamella.Instruments.Formats.ArbinXlsx;

/// <summary>Arbin's export to <c>.xlsx</c>: <c>Global_Info</c>, sheets <c>Channel_N_k</c> that continue one another, statistics.</summary>
/// <remarks>Numbers are read as stored, dates as days on the computer's clock; formatting of cells does not matter.</remarks>
public sealed partial class ArbinXlsxFormat : IInstrumentFormat
{
    private const int RowsToRecognise = 2, DaysTo1904 = 1462;
    private static readonly string[] Signature = ["Test_Time", "Step_Index", "Cycle_Index", "Voltage"];

    /// <inheritdoc/>
    public string Name => "arbin-xlsx";

    /// <inheritdoc/>
    public string Title => "Arbin .xlsx";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".xlsx"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return Workbook.TryOpen(content) is not { } workbook ? null
                : workbook.Sheets.Any(sheet => IsChannel(workbook, sheet.Member)) ? new Recognition(Recognition.Signature, "spreadsheet with the columns of an Arbin channel")
                : workbook.Sheets.Any(sheet => IsNameless(workbook, sheet.Name)) ? new Recognition(Recognition.Columns, "cut spreadsheet with a sheet that is named as a channel of Arbin") : null;
        }
        catch (Core.Errors.InputException)
        {
            return null; // it passes a limit; nobody wants to read it
        }
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Arbin MITS" };
        Workbook workbook = Workbook.TryOpen(content) ?? throw content.Error("is no spreadsheet.", "a file .xlsx", "Export it again.");
        var channels = new Dictionary<string, (Sheet Sheet, int Parts)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach ((string name, ZipMember member) in workbook.Sheets)
        {
            if (!IsChannel(workbook, member) && !IsNameless(workbook, name))
            {
                AddOther(name, workbook.Read(member, int.MaxValue, cancellationToken), draft);
                continue;
            }

            string channel = Part().Replace(name, "$1");
            if (channels.TryGetValue(channel, out (Sheet Sheet, int Parts) known))
            {
                workbook.Continue(known.Sheet, member, cancellationToken);
                channels[channel] = (known.Sheet, known.Parts + 1);
            }
            else
            {
                channels.Add(channel, (workbook.Read(member, int.MaxValue, cancellationToken), 1));
                order.Add(channel);
            }
        }

        foreach (string channel in order)
        {
            AddChannel(channel, channels[channel], workbook, content, options, draft);
        }

        if (workbook.IsCut)
        {
            draft.Warn("The directory of the archive is gone: the file is cut. Sheets were recovered from their own headers.");
        }

        if (order.Any(channel => IsNameless(workbook, channel)))
        {
            draft.Miss(new Shortfall(string.Empty, draft.Tables.Where(table => !table.IsSummary).Sum(table => (long)table.RowCount), null, content.Length, "the texts of the spreadsheet, the names and units of the columns among them"));
            draft.Warn("The columns have lost their names and units: their numbers are kept in order, and no measurement in SI is made of them.");
        }

        return draft.Finish();
    }

    private static bool IsChannel(Workbook workbook, ZipMember member)
    {
        string[] keys = [.. workbook.Read(member, RowsToRecognise, CancellationToken.None).Header.Select(name => ArbinColumns.Key(name ?? string.Empty))];
        return Signature.All(name => keys.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Tells whether a sheet holds the records of a channel whose header is gone with the texts of the spreadsheet.</summary>
    private static bool IsNameless(Workbook workbook, string sheet) => workbook.HasLostItsTexts && ChannelName().IsMatch(sheet) && !workbook.Sheets.Any(other => IsChannel(workbook, other.Member));

    private static void AddChannel(
        string name, (Sheet Sheet, int Parts) channel, Workbook workbook, FileContent content, ImportOptions options, RecordingDraft draft)
    {
        RefuseMergedHeader(name, channel.Sheet, content);
        if (channel.Parts > 1)
        {
            draft.Decide(new Decision(
                DecisionKind.Structure, name, FormattableString.Invariant($"{channel.Parts} sheets joined"), "they continue one another"));
        }

        ImmutableArray<RecordingColumn> columns = ArbinColumns.Describe(channel.Sheet.Columns(), options, draft);
        if (columns.FirstOrDefault(column => ArbinColumns.Key(column.Name) is "Date_Time" or "DateTime" && column.Values.IsNumeric) is { } date)
        {
            int shift = workbook.StartsIn1904 ? DaysTo1904 : 0;
            double[] seconds = [.. date.Values.ToNumbers().Select(days => LocalClock.FromOfficeDays(days + shift))];
            string epoch = workbook.StartsIn1904 ? "1904-01-01" : "1899-12-30";
            columns = columns.Replace(date, date with { Unit = $"days since {epoch} on the local clock" });
            columns = LocalClock.UnixTime(date.Name, seconds, options, draft) is { } unix ? columns.Add(unix) : columns;
        }

        if (!channel.Sheet.IsWhole)
        {
            draft.Miss(new Shortfall(name, channel.Sheet.RowCount, null, content.Length, "the rest of the sheet, which is cut or damaged"));
        }

        Sheet.NoteTexts(columns, draft);
        draft.Add(new RecordingTable { Name = name, Columns = columns, RowCount = channel.Sheet.RowCount });
    }

    private static void RefuseMergedHeader(string name, Sheet sheet, FileContent content)
    {
        if (sheet.Merged.FirstOrDefault(range => HeaderRange().IsMatch(range)) is { } range)
        {
            throw content.Error(
                $"has merged cells {range} in the header of sheet '{name}'; which column a name belongs to cannot be told.",
                "one name above each column", "Take the merging off (Unmerge Cells) and name every column, or export the sheet again.");
        }
    }

    private static void AddOther(string name, Sheet sheet, RecordingDraft draft)
    {
        ImmutableArray<RecordingColumn> columns = sheet.Columns();
        if (!name.StartsWith("Global", StringComparison.OrdinalIgnoreCase))
        {
            bool isSpectrum = name.StartsWith("ACIM", StringComparison.OrdinalIgnoreCase);
            draft.Add(new RecordingTable { Name = name, Columns = columns, RowCount = sheet.RowCount, IsSummary = !isSpectrum });
            return;
        }

        int titles = Array.FindIndex([.. Enumerable.Range(0, sheet.RowCount)], row => columns.Count(column => column.Values.Text(row).Length > 0) > columns.Length / 2);
        for (int row = 0; row < sheet.RowCount; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                string text = columns[i].Values.Text(row), title = titles >= 0 && row > titles ? columns[i].Values.Text(titles) : string.Empty;
                if (text.Length > 0 && row != titles)
                {
                    draft.Set(name, title.Length > 0 ? title : FormattableString.Invariant($"row {row + 2}, column {i + 1}"), text);
                }
            }
        }
    }

    [GeneratedRegex(@"^Channel[_-]\d", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"^(Channel[_-][^_]+)_\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\$?[A-Z]+\$?1(:|$)", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderRange();
}
