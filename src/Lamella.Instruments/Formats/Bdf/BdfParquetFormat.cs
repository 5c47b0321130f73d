using System.Collections.Immutable;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Parquet;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.Bdf;

/// <summary>Battery Data Format as Parquet.</summary>
/// <remarks>Columns keep their stored type. The table of contents stands at the end, so that nothing can be read of a cut file.</remarks>
public sealed class BdfParquetFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "bdf-parquet";

    /// <inheritdoc/>
    public string Title => "Battery Data Format .bdf.parquet";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".parquet"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.StartsWith("PAR1"u8))
        {
            return null;
        }

        // The names of the columns stand in the table of contents as they are.
        bool isBdf = content.Span.IndexOf("voltage_volt"u8) >= 0 || content.Span.IndexOf("Voltage / V"u8) >= 0;
        return new Recognition(isBdf ? Recognition.Certain : Recognition.Generic, isBdf ? "Parquet with columns of BDF" : "Parquet");
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Battery Data Format" };
        try
        {
            ParquetFile file = ParquetFile.Open(content);
            draft.FormatVersion = file.Writer;
            foreach ((string name, string text) in file.Metadata)
            {
                draft.Set("metadata", name, text);
            }

            List<RecordingColumn> columns = [.. file.Columns().Select(column => new RecordingColumn { Name = column.Name, Values = column.Values })];
            draft.Add(BdfTable.Make(columns, (int)file.Rows, draft, options) with { StatedRowCount = file.Rows });
            return draft.Finish();
        }
        catch (NotSupportedException kind)
        {
            throw new InputException(
                InputPlace.Whole(content.Path), $"is Parquet of a kind that Lamella does not read: {kind.Message}.",
                "a flat table in data pages of version 1, plain or with dictionaries, packed with Snappy, gzip, Brotli or not at all.",
                "Write it anew with compression=\"snappy\" (write_parquet in polars, to_parquet in pandas), or as BDF CSV.");
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or DecoderFallbackException)
        {
            throw new InputException(
                InputPlace.Whole(content.Path), $"cannot be read as Parquet: {damage.Message}.", "a whole flat table of numbers and texts, packed with Snappy, gzip, Brotli or not at all.",
                "Copy it again; if it is whole, write it as BDF CSV.");
        }
    }
}
