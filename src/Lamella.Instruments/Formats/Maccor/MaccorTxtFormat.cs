using System.Collections.Immutable;
using Lamella.Instruments.Maccor;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Maccor;

/// <summary>Maccor's text exports, separated by tabs, in all the variants of their first lines.</summary>
/// <remarks>
/// <para>Files of the tester itself have the same endings (<c>.001</c>) but are binary; their layout is not public.</para>
/// <para><b>Sign.</b> Mostly unsigned; a signed current is derived from the state. <b>Units</b> hide in the names, and where they
/// do not, dates and magnitudes tell (times in minutes, millivolts under <c>Volts</c>).</para>
/// </remarks>
public sealed class MaccorTxtFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "maccor-txt";

    /// <inheritdoc/>
    public string Title => "Maccor text export";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt", ".001", ".010", ".041", ".052", ".062"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        bool isTable = MaccorTable.FindHeading(content.HeadLines) is { } heading && heading.Delimiter != ','
            && !content.HeadLines[heading.Line].Contains("Test(Sec)", StringComparison.Ordinal);
        return isTable ? new Recognition(Recognition.Signature, "headings Rec and Step of Maccor") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "Maccor");
        (int line, char delimiter) = MaccorTable.FindHeading(content.HeadLines) ?? throw content.Error(
            "has no line of headings with Rec and Step.", "a text export of Maccor", "Export it again with the column headings.");
        MaccorPreamble.Read(reader.Text, line, reader.Draft);
        MaccorTable.Read(reader, line, delimiter, cancellationToken);
        return reader.Draft.Finish();
    }
}
