using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Neware <c>.nda</c>: versions 8, 22, 23, 26, 29 and 130 (BTS 9.0 and 9.1).</summary>
/// <remarks>
/// <para>The layout differs by version; each is a class of its own. A version that is not known is read with the layout that
/// finds the most records, and says so.</para>
/// <para><b>Sign.</b> Positive current charges; nothing is turned. <b>Scope.</b> Capacity and energy count from the start of the
/// step. Checked against exports of BTSDA for six files, every row.</para>
/// </remarks>
public sealed class NewareNdaFormat : IInstrumentFormat
{
    private const int VersionAt = 14, MarkAt = 1024;

    /// <inheritdoc/>
    public string Name => "neware-nda";

    /// <inheritdoc/>
    public string Title => "Neware .nda";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".nda"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.StartsWith("NEWARE"u8) ? new Recognition(Recognition.Certain, "begins with 'NEWARE'") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Neware" };
        int version = content.Length > VersionAt ? content.Span[VersionAt] : 0;
        draft.FormatVersion = FormattableString.Invariant($"{version}");
        if (Find(content.Span, version, draft) is not var (layout, found))
        {
            NdaSettings.Add(content.Span, version, content.Length, content.Length, draft);
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "all records: none begins within the file"));
            draft.Add(new RecordingTable { Columns = [], RowCount = 0 });
            return draft.Finish();
        }

        RecordIndex index = found.Ordered(content.Span, layout.NumberAt);
        NdaSettings.Add(content.Span, version, index.Records.Length > 0 ? index.Records.Min() : index.End, index.End, draft);
        draft.Add(new RecordingTable
        {
            Columns = layout.Read(content, index, options, draft, cancellationToken),
            RowCount = index.Records.Length,
        });
        Report(content, index, options, draft);
        return CurrentDirection.Stated(draft.Finish(), options);
    }

    private static (NdaLayout Layout, RecordIndex Index)? Find(ReadOnlySpan<byte> bytes, int version, RecordingDraft draft)
    {
        int mark = bytes.Length > MarkAt ? bytes[MarkAt] : 0;
        (NdaLayout Layout, RecordIndex Index)? best = null;
        foreach (NdaLayout layout in NdaLayout.All)
        {
            bool fits = layout.Fits(version, mark);
            if ((fits || !NdaLayout.All.Any(other => other.Fits(version, mark))) && layout.Find(bytes) is { } index
                && (best is null || index.Records.Length > best.Value.Index.Records.Length))
            {
                best = (layout, index);
            }
        }

        if (best is { } chosen && !chosen.Layout.Fits(version, mark))
        {
            draft.Warn(FormattableString.Invariant(
                $"Version {version} of the format is not known; it was read as {chosen.Layout.Title}. Compare with an export of BTSDA."));
        }

        return best;
    }

    private static void Report(FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft)
    {
        CurrentDirection.Note(draft, options, "positive charges", "Neware stores it so", subject: "Current");
        if (index.Rest > 0)
        {
            draft.Miss(new Shortfall(string.Empty, index.Records.Length, null, content.Length, FormattableString.Invariant(
                $"the end: the last record has {index.Rest} of {index.Length} bytes")));
        }

        if (index.Unreadable > 0)
        {
            draft.Warn(FormattableString.Invariant(
                $"{index.Unreadable} records of a kind that is not known, or damaged, stand among the {index.Records.Length} data records and were passed over."));
        }

        if (index.Copies > 0)
        {
            draft.Warn(FormattableString.Invariant($"{index.Copies} records are exact copies of others and were left out."));
        }

        if (index.IsSorted)
        {
            draft.Decide(new Decision(DecisionKind.Structure, "records", "sorted by their number", "the file stores them in another order"));
        }
    }
}
