using Lamella.Core.Errors;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Text;

/// <summary>Reads the rows of a delimited table into typed columns.</summary>
/// <remarks>
/// A column is numeric where most of its cells that are not blank are numbers; the others of them are kept as text beside it
/// (<c>N/A</c>). A column in which they are not is text.
/// </remarks>
public static class DelimitedTableReader
{
    // A table has at least one byte per cell, its separator. Ragged tables have fewer; more than this is an attack.
    private const int CellsPerByte = 4, CellsAnyway = 64;

    /// <summary>Reads the rows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Where the rows stand and how they are written.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="InputException">A row has more columns than the limit allows.</exception>
    public static DelimitedRows Read(
        TextContent text, DelimitedLayout layout, ImportLimits limits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(limits);
        int end = layout.EndLine < 0 ? text.LineCount : Math.Min(layout.EndLine, text.LineCount);
        int capacity = Math.Max(0, end - layout.FirstLine);
        int mostColumns = (int)Math.Min(limits.MostColumns, CellsAnyway + (CellsPerByte * (long)text.Length / Math.Max(1, capacity)));
        RequireColumns(text, layout, mostColumns);
        var rows = new RowCollector(layout, capacity, mostColumns);
        bool isLastCut = false;
        for (int line = layout.FirstLine; line < end; line++)
        {
            if ((line & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<byte> bytes = text.Bytes(line);
            if (bytes.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            bool mayBeCut = line == text.LineCount - 1 && !text.EndsWithLineEnd;
            if (mayBeCut && rows.CountCells(bytes) < rows.UsualCells)
            {
                isLastCut = true;
                break;
            }

            if (!rows.Add(bytes, line))
            {
                throw TooWide(text, line, mostColumns);
            }
        }

        return rows.Finish(text, isLastCut);
    }

    private static void RequireColumns(TextContent text, DelimitedLayout layout, int mostColumns)
    {
        if (layout.Names.Length > mostColumns)
        {
            throw TooWide(text, Math.Max(0, layout.FirstLine - 1), mostColumns);
        }
    }

    private static InputException TooWide(TextContent text, int line, int mostColumns) => text.Error(
        line, 0, FormattableString.Invariant($"The row has more than {mostColumns} cells."),
        FormattableString.Invariant($"at most {mostColumns} for a file of this length (limit 'most columns')."),
        "This is no table of measurements; check the separator.");
}
