using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Bdf;

/// <summary>Battery Data Format as CSV: one header line, one cell per file, positive current charges.</summary>
public sealed class BdfCsvFormat : IStreamedFormat
{
    private const char Separator = ',';
    private const int RequiredColumns = 3, Sure = 90; // above the signature of a cycler whose columns were kept beside those of BDF

    /// <inheritdoc/>
    public string Name => "bdf-csv";

    /// <inheritdoc/>
    public string Title => "Battery Data Format .bdf.csv";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".csv", ".bdf"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string first = content.HeadLines.FirstOrDefault(string.Empty).TrimStart('\uFEFF');
        int required = first.Contains(Separator, StringComparison.Ordinal)
            ? first.Split(Separator).Select(cell => cell.Trim().Trim('"')).Where(BdfLabels.IsRequired).Distinct().Count() : 0;
        return required >= RequiredColumns ? new Recognition(Sure, "header holds the three required columns of BDF") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "Battery Data Format" };
        TextContent text = TextContent.Decode(content, options);
        var layout = new DelimitedLayout { Names = TextTable.Names(text.Bytes(0), Separator), FirstLine = 1, Delimiter = Separator };
        TextTable table = TextTable.Read(text, layout, draft, options, cancellationToken);
        draft.Add(BdfTable.Make(table.Columns, table.Rows.RowCount, draft, options));
        return draft.Finish();
    }

    /// <inheritdoc/>
    public IEnumerable<RecordingTable> Stream(Stream file, string path, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<string> names = default;
        foreach (FileContent block in TextBlocks.Read(file, path, options.Limits))
        {
            var draft = new RecordingDraft(new FileFacts(path, 0, string.Empty, string.Empty), Name);
            TextContent text = TextContent.Decode(block, options);
            int first = names.IsDefault ? 1 : 0;
            names = names.IsDefault ? TextTable.Names(text.Bytes(0), Separator) : names;
            var layout = new DelimitedLayout { Names = names, FirstLine = first, Delimiter = Separator };
            TextTable table = TextTable.Read(text, layout, draft, options, cancellationToken);
            yield return BdfTable.Make(table.Columns, table.Rows.RowCount, draft, options);
        }
    }
}
