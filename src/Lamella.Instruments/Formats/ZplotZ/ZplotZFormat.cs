using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.ZplotZ;

/// <summary>Reads the impedance files of ZPlot and ZView, in both of their layouts.</summary>
public sealed class ZplotZFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "zplot-z";

    /// <inheritdoc/>
    public string Title => "ZPlot and ZView .z";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".z"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string first = content.HeadLines.FirstOrDefault() ?? string.Empty;
        return first.StartsWith("ZPLOT2 ASCII", StringComparison.Ordinal) ? new Recognition(Recognition.Certain, "the first line is ZPLOT2 ASCII")
            : first.Trim('"').StartsWith("ZPlotW Data File", StringComparison.Ordinal)
                ? new Recognition(Recognition.Certain, "the first line is ZPlotW Data File") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "ZPlot / ZView");
        return table.Text.LineCount > 0 && table.Text.Line(0).StartsWith("ZPLOT2", StringComparison.Ordinal)
            ? ZviewKeyed.Read(table, cancellationToken) : ZviewQuoted.Read(table, cancellationToken);
    }
}
