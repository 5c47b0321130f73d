using System.Collections.Immutable;
using Lamella.Instruments.Maccor;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Landt;

/// <summary>LANDT's text export, which borrows Maccor's names: <c>Rec# Cyc# Step Test(Sec) Step(Sec) Amp-hr ... DPt-Time</c>.</summary>
/// <remarks>No blank stands before the unit of the times, by which the two are told apart. No file is among the samples.</remarks>
public sealed class LandtTxtFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "landt-txt";

    /// <inheritdoc/>
    public string Title => "LANDT text export";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool isOwn = MaccorTable.FindHeading(content.HeadLines) is { } heading
            && content.HeadLines[heading.Line].Contains("Test(Sec)", StringComparison.Ordinal);
        return isOwn ? new Recognition(Recognition.Signature, "headings Rec# and Test(Sec) of LANDT") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "LANDT");
        (int line, char delimiter) = MaccorTable.FindHeading(content.HeadLines) ?? throw content.Error(
            "has no line of headings with Rec# and Step.", "a text export of LANDT", "Export it again with the column headings.");
        MaccorPreamble.Read(reader.Text, line, reader.Draft);
        MaccorTable.Read(reader, line, delimiter, cancellationToken);
        return reader.Draft.Finish();
    }
}
