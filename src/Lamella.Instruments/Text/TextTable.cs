using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>A delimited table as columns of a recording, before a format says what they measure.</summary>
/// <param name="Columns">The columns with the names of the header, then flagged ones that the header does not name.</param>
/// <param name="Rows">The rows as read.</param>
/// <param name="Numbers">How the numbers are written.</param>
public sealed record TextTable(ImmutableArray<RecordingColumn> Columns, DelimitedRows Rows, NumberStyle Numbers)
{
    /// <summary>Reads a table and notes what is decided, doubtful and missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Where the rows stand. Its number style holds where the separator is a comma; otherwise the cells decide.</param>
    /// <param name="draft">Receives decisions, warnings and shortfalls.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.InputException">Decimal marks are mixed, or a row is wider than the limit.</exception>
    public static TextTable Read(
        TextContent text, DelimitedLayout layout, RecordingDraft draft, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(options);
        draft.Decide(text.Encoding);
        (NumberStyle style, Decision decision) = NumberStyleDetector.Decide(text, layout, options);
        draft.Decide(decision);
        DelimitedRows rows = DelimitedTableReader.Read(text, layout with { Numbers = style }, options.Limits, cancellationToken);
        NoteDoubts(text, layout, rows, draft);
        var columns = ImmutableArray.CreateBuilder<RecordingColumn>(rows.Columns.Length);
        for (int i = 0; i < rows.Columns.Length; i++)
        {
            bool isNamed = i < layout.Names.Length && layout.Names[i].Length > 0;
            columns.Add(new RecordingColumn
            {
                Name = isNamed ? layout.Names[i] : FormattableString.Invariant($"column {i + 1}"),
                Values = rows.Columns[i],
                IsKnown = isNamed,
            });
        }

        return new TextTable(columns.ToImmutable(), rows, style);
    }

    /// <summary>Splits a header line into names; the empty name after a separator at the end is dropped.</summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">What stands between names.</param>
    /// <returns>The names without blanks and quotes around them.</returns>
    public static ImmutableArray<string> Names(ReadOnlySpan<byte> line, char delimiter)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var cells = new CellSplitter(line, delimiter);
        while (cells.MoveNext())
        {
            names.Add(CellText.Of(cells.Current));
        }

        if (names.Count > 1 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return names.ToImmutable();
    }

    private static void NoteDoubts(TextContent text, DelimitedLayout layout, DelimitedRows rows, RecordingDraft draft)
    {
        bool reachesEnd = layout.EndLine < 0 || layout.EndLine >= text.LineCount;
        if (rows.LastRowCut)
        {
            draft.Miss(new Shortfall(string.Empty, rows.RowCount, null, text.Length, "the rest of the last line, which is cut"));
        }
        else if (reachesEnd && !text.EndsWithLineEnd && rows.RowCount > 0 && rows.Lines[^1] == text.LineCount - 1)
        {
            draft.Warn("The last line has no line end: if the file was cut, its last cell may be incomplete.");
        }

        if (rows.ShortRows > 0)
        {
            draft.Warn(FormattableString.Invariant($"{rows.ShortRows} of {rows.RowCount} rows have fewer cells than the header; the missing ones are blank."));
        }
    }
}
