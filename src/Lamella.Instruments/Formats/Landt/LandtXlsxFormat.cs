using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Spreadsheets;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Landt;

/// <summary>LANDT's export to <c>.xlsx</c>: sheets with <c>Record, Cycle-Index, TestTime/Sec, Current/mA, Voltage/V</c> and others.</summary>
/// <remarks>No file is among the samples; the names are those that public readers of such files expect.</remarks>
public sealed class LandtXlsxFormat : IInstrumentFormat
{
    private const int RowsToRecognise = 2;

    private static readonly FrozenDictionary<string, ColumnRule> Rules = new Dictionary<string, ColumnRule>(StringComparer.OrdinalIgnoreCase)
    {
        ["Cycle-Index"] = new(ColumnRole.Cycle), ["Cycle"] = new(ColumnRole.Cycle), ["Step-Index"] = new(ColumnRole.ProgramStep),
        ["Step"] = new(ColumnRole.ProgramStep), ["TestTime"] = new(ColumnRole.TestTime, "s", ColumnScope.Test),
        ["StepTime"] = new(ColumnRole.StepTime, "s", ColumnScope.Step), ["Current"] = new(ColumnRole.Current), ["Voltage"] = new(ColumnRole.Voltage),
        ["Capacity"] = new(ColumnRole.None, string.Empty, ColumnScope.Step), ["SpeCap"] = new(ColumnRole.None, string.Empty, ColumnScope.Step),
        ["Energy"] = new(ColumnRole.None, string.Empty, ColumnScope.Step), ["SpeEnergy"] = new(ColumnRole.None, string.Empty, ColumnScope.Step),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "landt-xlsx";

    /// <inheritdoc/>
    public string Title => "LANDT .xlsx";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".xlsx"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return Workbook.TryOpen(content) is { } workbook && workbook.Sheets.Any(sheet => IsRecords(workbook, sheet.Member))
                ? new Recognition(Recognition.Columns, "spreadsheet with Record, Current/ and Voltage/ of LANDT") : null;
        }
        catch (InputException)
        {
            return null; // it passes a limit; nobody wants to read it
        }
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "LANDT" };
        Workbook workbook = Workbook.TryOpen(content) ?? throw content.Error("is no spreadsheet.", "a file .xlsx", "Export it again.");
        CurrentDirection.Note(draft, options, "positive charges", "LANDT writes it so");
        foreach ((string name, ZipMember member) in workbook.Sheets)
        {
            bool isRecords = IsRecords(workbook, member);
            Sheet sheet = workbook.Read(member, int.MaxValue, cancellationToken);
            ImmutableArray<RecordingColumn> columns = isRecords
                ? CyclerColumns.WithDerived(CyclerColumns.Turned(CyclerColumns.Describe(sheet.Columns(), Rules, draft), options), withSums: false)
                : sheet.Columns();
            if (!sheet.IsWhole)
            {
                draft.Miss(new Shortfall(name, sheet.RowCount, null, content.Length, "the rest of the sheet, which is cut or damaged"));
            }

            Sheet.NoteTexts(columns, draft);
            draft.Add(new RecordingTable { Name = name, Columns = columns, RowCount = sheet.RowCount, IsSummary = !isRecords });
        }

        return draft.Finish();
    }

    private static bool IsRecords(Workbook workbook, ZipMember member)
    {
        string[] header = [.. workbook.Read(member, RowsToRecognise, CancellationToken.None).Header.Select(name => name ?? string.Empty)];
        bool Has(string name) => header.Any(cell => cell.Contains('/', StringComparison.Ordinal) && ColumnLabel.Parse(cell).Name == name);
        return Has("Current") && Has("Voltage") && header.Any(cell => cell.StartsWith("Record", StringComparison.Ordinal) || cell == "Index");
    }
}
