using System.Collections.Immutable;
using Lamella.Instruments.Formats.ZplotZ;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Autolab;

/// <summary>Reads the impedance files that Autolab's programs write for ZView.</summary>
public sealed class AutolabZviewFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "autolab-zview";

    /// <inheritdoc/>
    public string Title => "Autolab export for ZView";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt", ".csv", ".z"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string first = content.HeadLines.FirstOrDefault() ?? string.Empty;
        return first.Trim('\uFEFF', '"').StartsWith("Z60W Data File", StringComparison.Ordinal)
            ? new Recognition(Recognition.Certain, "the first line is Z60W Data File") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken) =>
        ZviewQuoted.Read(HeadedTable.Begin(content, options, Name, "Autolab"), cancellationToken);
}
