using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Ivium;

/// <summary>Reads IviumSoft's <c>.idf</c> and <c>.ids</c> files: settings as text between binary parts, then data objects as rows of text.</summary>
/// <remarks>
/// A file holds one or more data sets, each with its settings (<c>key=value</c>) and a data object <c>primary_data</c>: number of columns,
/// number of records, records. Impedance is written as Z', Z'', f; cycling as t, I, E. Further objects (the oscilloscope's traces of each
/// point) are kept in tables of their own, marked as belonging to records that are counted already.
/// </remarks>
public sealed class IviumFormat : IInstrumentFormat
{
    private const int HeadLength = 65536;

    /// <inheritdoc/>
    public string Name => "ivium";

    /// <inheritdoc/>
    public string Title => "IviumSoft .idf and .ids";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".idf", ".ids"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ReadOnlySpan<byte> head = content.Span[..Math.Min(content.Length, HeadLength)];
        return head.IndexOf("starttime="u8) >= 0 && (head.IndexOf("\nMethod="u8) >= 0 || head.IndexOf("Mconfig"u8) >= 0)
            ? new Recognition(Recognition.Signature, "the settings starttime= and Method= of IviumSoft") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "IviumSoft" };
        var sets = new IviumDataSets(draft);
        string[] lines = Encoding.Latin1.GetString(content.Span).Split('\n');
        foreach (string line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sets.Take(line.TrimEnd('\r', '\0'));
        }

        sets.End();
        foreach (IviumObject data in sets.Objects.Where(data => data.IsPrimary))
        {
            IviumTables.Add(draft, options, data);
        }

        foreach (var traces in sets.Objects.Where(data => !data.IsPrimary).GroupBy(data => (data.Set, data.Name, data.Columns)))
        {
            IviumTables.AddTraces(draft, [.. traces]);
        }

        foreach (IviumObject data in sets.Objects)
        {
            if (data.Rows.Count < data.StatedRows)
            {
                draft.Miss(new Shortfall($"{data.Title} {data.Name}", data.Rows.Count, data.StatedRows, content.Length, "the other records"));
            }
        }

        foreach ((string name, int stated, int found) in sets.MissingBlocks())
        {
            draft.Miss(new Shortfall(name, found, stated, content.Length, "the other blocks of the object, or the data behind the settings"));
        }

        if (content.Length > 0 && content.Span[^1] is not ((byte)'\n' or 0))
        {
            draft.Warn("The last line has no line end: if the file was cut there, its last number is not whole.");
        }

        draft.Technique = sets.Objects.FirstOrDefault()?.Method ?? sets.Method;
        if (draft.Technique.Contains("Impedance", StringComparison.OrdinalIgnoreCase))
        {
            double? area = double.TryParse(sets.Setting("Data Options.Area"), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
            ElectrodeArea.Note(draft, options, area, untouched: 1.0);
        }

        CurrentDirection.Note(draft, options, "positive is oxidation at the working electrode: it charges the cell where that is the positive one", "as IviumSoft writes it");
        return draft.Finish();
    }
}
