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
        TextContent text, DelimitedLayout layout, RecordingDraft draft, ImportOptions options, CancellationToken cancellationToken) =>
        Read(text, layout, draft, options, string.Empty, null, cancellationToken);

    /// <summary>Reads one of several tables, of which the file may state the number of records.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Where the rows stand; see the other overload.</param>
    /// <param name="draft">Receives decisions, warnings and shortfalls.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="name">Name of the table, for messages.</param>
    /// <param name="stated">Number of records that the file states; null for none.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.InputException">Decimal marks are mixed, or a row is wider than the limit.</exception>
    internal static TextTable Read(
        TextContent text, DelimitedLayout layout, RecordingDraft draft, ImportOptions options, string name, long? stated,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(options);
        draft.Decide(text.Encoding);
        (NumberStyle style, Decision decision) = NumberStyleDetector.Decide(text, layout, options);
        draft.Decide(decision);
        DelimitedRows rows = DelimitedTableReader.Read(text, layout with { Numbers = style }, options.Limits, cancellationToken);
        NoteDoubts(text, rows, draft, name, stated);
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

    /// <summary>Warns of a text that does not end with a line end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="draft">Receives the warning, once.</param>
    internal static void NoteEnd(TextContent text, RecordingDraft draft)
    {
        if (!text.EndsWithLineEnd)
        {
            draft.Warn("The last line has no line end: if the file was cut, its last cell may be incomplete.");
        }
    }

    private static void NoteDoubts(TextContent text, DelimitedRows rows, RecordingDraft draft, string name, long? stated)
    {
        string subject = name.Length > 0 ? name + ": " : string.Empty;
        if (rows.LastRowCut)
        {
            draft.Miss(new Shortfall(name, rows.RowCount, stated, text.Length, "the rest of the last line, which is cut"));
        }
        else
        {
            NoteEnd(text, draft);
            if (stated > rows.RowCount)
            {
                draft.Warn(FormattableString.Invariant(
                    $"{subject}{rows.RowCount} of {stated} records stated: the measurement was ended early, or the file is cut."));
            }
        }

        if (rows.ShortRows > 0)
        {
            draft.Warn(FormattableString.Invariant($"{subject}{rows.ShortRows} of {rows.RowCount} rows have fewer cells than the header; the missing ones are blank."));
        }
    }
}
