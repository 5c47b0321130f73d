using System.Collections.Immutable;
using Lamella.Instruments.Maccor;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Maccor;

/// <summary>Maccor's export to CSV: two lines with dates, then headings separated by commas.</summary>
/// <remarks>Often without units and without state; what was taken for them is a decision that is shown, and warned of.</remarks>
public sealed class MaccorCsvFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "maccor-csv";

    /// <inheritdoc/>
    public string Title => "Maccor CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return MaccorTable.FindHeading(content.HeadLines) is { Delimiter: ',' }
            ? new Recognition(Recognition.Signature, "headings Rec and Step of Maccor, separated by commas") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "Maccor");
        (int line, char delimiter) = MaccorTable.FindHeading(content.HeadLines) ?? throw content.Error(
            "has no line of headings with Rec and Step.", "a CSV export of Maccor", "Export it again with the column headings.");
        MaccorPreamble.Read(reader.Text, line, reader.Draft);
        MaccorTable.Read(reader, line, delimiter, cancellationToken);
        return reader.Draft.Finish();
    }
}
