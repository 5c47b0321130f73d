using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Autolab;

/// <summary>Reads spectra that NOVA exports as text: <c>Index, Frequency (Hz), Z' (Ω), -Z'' (Ω), Z (Ω), -Phase (°), Time (s)</c>.</summary>
public sealed class AutolabNovaFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "autolab-nova";

    /// <inheritdoc/>
    public string Title => "Autolab NOVA text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt", ".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        int heading = SpectrumText.FindHeading(content.HeadLines);
        string line = heading < 0 ? string.Empty : content.HeadLines[heading];
        return line.TrimStart('"').StartsWith("Index", StringComparison.Ordinal) && line.Contains("-Z''", StringComparison.Ordinal)
            && line.Contains("Frequency (Hz)", StringComparison.Ordinal)
            ? new Recognition(Recognition.Columns, "the headings of NOVA: Index, Frequency (Hz), Z', -Z''") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Autolab NOVA");
        table.Draft.Technique = "impedance";
        new SpectrumText(table, signs: null).Read(SpectrumText.FindHeading(content.HeadLines), cancellationToken);
        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }
}
