using System.Collections.Immutable;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.GamryDta;

/// <summary>Reads the text files that Gamry Framework writes, with all their curves.</summary>
/// <remarks>
/// A file is a list of settings, one a line (<c>NAME</c> tab <c>TYPE</c> tab values and label), and of tables
/// (<c>NAME</c> tab <c>TABLE</c> tab declared rows; names; units; rows that begin with a tab). Settings also stand after tables:
/// an aborted experiment goes on with further tables. Zimag has its true sign.
/// </remarks>
public sealed class GamryDtaFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "gamry-dta";

    /// <inheritdoc/>
    public string Title => "Gamry Framework .DTA";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".dta"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ImmutableArray<string> lines = content.HeadLines;
        bool hasTag = lines.Take(3).Any(line => line.StartsWith("TAG\t", StringComparison.Ordinal));
        return hasTag && lines[0] == "EXPLAIN" ? new Recognition(Recognition.Certain, "the first lines are EXPLAIN and TAG")
            : hasTag && lines.Any(line => line.Contains("\tTABLE", StringComparison.Ordinal))
                ? new Recognition(Recognition.Signature, "a TAG line and a TABLE line") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Gamry Framework" };
        TextContent text = TextContent.Decode(content, options);
        HeadedTable.NoteText(draft, text);
        var tables = new GamryTables(text, options, draft, content.Length, cancellationToken);
        var settings = new GamrySettings(draft);
        for (int line = 0; line < text.LineCount;)
        {
            string[] cells = text.Line(line).Split('\t');
            line = cells is [_, "TABLE", ..] ? tables.Read(line, cells, settings) : settings.Read(text, line, cells);
        }

        bool wantsSpectrum = settings.Value("TAG")?.Contains("EIS", StringComparison.Ordinal) == true;
        if (tables.Count == 0 || (wantsSpectrum && !tables.HasSpectrum))
        {
            draft.Miss(new Shortfall(wantsSpectrum ? "ZCURVE" : string.Empty, 0, null, content.Length, "the table of the measurement"));
        }

        Describe(draft, settings, options, tables.HasSpectrum);
        return draft.Finish();
    }

    private static void Describe(RecordingDraft draft, GamrySettings settings, ImportOptions options, bool hasSpectrum)
    {
        draft.Technique = settings.Value("TAG") ?? string.Empty;
        draft.FormatVersion = settings.Value("FRAMEWORKVERSION") ?? string.Empty;
        if (settings.Value("DATE") is { } date)
        {
            draft.Decide(DateOrderDetector.Decide("DATE", [date], options).Decision);
            draft.Decide(new Decision(DecisionKind.TimeZone, "DATE, TIME", "local clock of the computer", "the file states no zone"));
        }

        if (settings.Value("EXPERIMENTABORTED") is "T")
        {
            draft.Warn("The experiment was aborted (EXPERIMENTABORTED); what was measured before is here.");
        }

        string convention = settings.Value("CONVENTION") is { } written ? $"CONVENTION {written}" : "the file states no convention";
        bool turned = options.Sign == CurrentSign.PositiveDischarges;
        draft.Decide(new Decision(
            DecisionKind.Sign, "current", turned ? "positive discharges" : "positive is oxidation at the working electrode: it charges the cell where that is the positive one",
            convention, Overridden: options.Sign is not null));
        if (hasSpectrum)
        {
            draft.Decide(new Decision(DecisionKind.Sign, "Zimag", "true sign (capacitive is negative)", "as Gamry writes it"));
            ElectrodeArea.Note(draft, options, settings.Number("AREA"), untouched: 1.0);
        }
    }
}
