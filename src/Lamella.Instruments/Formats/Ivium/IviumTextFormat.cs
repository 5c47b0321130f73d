using System.Collections.Immutable;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Ivium;

/// <summary>Reads IviumSoft's text export of cycling: <c>time /s</c>, <c>I /mA</c>, <c>E /V</c> with tabs.</summary>
public sealed class IviumTextFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "ivium-text";

    /// <inheritdoc/>
    public string Title => "IviumSoft text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.HeadLines is [var first, ..] && first.StartsWith("time /s\tI /", StringComparison.Ordinal) && first.Contains("\tE /", StringComparison.Ordinal)
            ? new Recognition(Recognition.Columns, "the headings time /s, I /..., E /... with tabs") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "IviumSoft");
        table.Draft.Technique = "cycling";
        string[] names = HeadedTable.Cells(table.Text.Line(0), '\t');
        RecordingTable rows = table.Read(string.Empty, new DelimitedLayout { Names = [.. names], FirstLine = 1, Delimiter = '\t' }, null, cancellationToken);
        table.Draft.Add(rows with { Columns = [.. rows.Columns.Select(column => Label(column, options))] });
        CurrentDirection.Note(table.Draft, options, "positive is oxidation at the working electrode: it charges the cell where that is the positive one", "as IviumSoft writes it");
        return table.Draft.Finish();
    }

    private static RecordingColumn Label(RecordingColumn column, ImportOptions options)
    {
        ColumnLabel label = ColumnLabel.Parse(column.Name);
        ColumnRole role = label.Scale is null || !column.Values.IsNumeric ? ColumnRole.None : label.Name switch
        {
            "time" => ColumnRole.TestTime,
            "I" => ColumnRole.Current,
            "E" => ColumnRole.Voltage,
            _ => ColumnRole.None,
        };
        return column with
        {
            Unit = label.Unit, Role = role, Scope = role == ColumnRole.TestTime ? ColumnScope.Test : ColumnScope.Record,
            Scale = role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges ? label.Scale?.Turned() : label.Scale,
        };
    }
}
