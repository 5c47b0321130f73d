using System.Collections.Immutable;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Neware <c>.ndax</c>: an archive of paged tables, versions 2, 5, 11, 14, 16 and 17.</summary>
/// <remarks>
/// <para>Records are found by the bits of their pages. Where the tester stores time and capacity for some records only, they are
/// carried on as BTSDA does (<see cref="SparseClock"/>). A cut archive has no directory; its members are then found by their
/// own headers and read as far as they go.</para>
/// <para><b>Sign.</b> Positive current charges. <b>Time.</b> Stored dates are UTC; BTSDA prints the clock of the computer.</para>
/// </remarks>
public sealed class NewareNdaxFormat : IInstrumentFormat
{
    private const int FirstWithOwnClock = 11;

    /// <inheritdoc/>
    public string Name => "neware-ndax";

    /// <inheritdoc/>
    public string Title => "Neware .ndax";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".ndax"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ZipMember? own = content.Zip?.Members.FirstOrDefault(member => member.Name.EndsWith(".ndc", StringComparison.OrdinalIgnoreCase));
        return own is null ? null : new Recognition(Recognition.Certain, $"archive with '{own.Name}'");
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Neware" };
        ZipArchiveReader archive = content.Zip ?? throw content.Error("is no archive.", "an archive with members .ndc", "Copy the file again.");
        NdaxMembers members = NdaxMembers.Unpack(content, archive, draft, cancellationToken);
        foreach ((string name, byte[] bytes) in members.Documents)
        {
            TestDocuments.AddSettings(name, bytes, draft);
        }

        foreach (NdcMember member in members.Tables)
        {
            draft.Set("archive", member.Name, FormattableString.Invariant($"kind {member.Kind}, version {member.Version}, {member.Bytes.Length} bytes"));
        }

        if (members.Find(NdcMember.DataKind) is not { } data)
        {
            draft.Add(new RecordingTable { Columns = [], RowCount = 0 });
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "the member with the data"));
            return draft.Finish();
        }

        draft.FormatVersion = FormattableString.Invariant($"{data.Version}");
        AuxiliaryChannels auxiliaries = AuxiliaryChannels.Match(members, draft);
        if (data.Version < FirstWithOwnClock)
        {
            CombinedData.Read(members, data, auxiliaries, options, draft, cancellationToken);
        }
        else
        {
            ClockedData.Read(members, data, auxiliaries, draft, cancellationToken);
            draft.Decide(new Decision(DecisionKind.TimeZone, "Date", "UTC", "stored as seconds since 1970 UTC"));
        }

        CurrentDirection.Note(draft, options, "positive charges", "Neware stores it so", subject: "Current");
        return CurrentDirection.Stated(draft.Finish(), options);
    }
}
