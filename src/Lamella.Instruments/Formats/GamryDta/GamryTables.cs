using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.GamryDta;

/// <summary>Reads the tables of a Gamry file.</summary>
internal sealed class GamryTables(
    TextContent text, ImportOptions options, RecordingDraft draft, long fileLength, CancellationToken cancellationToken)
{
    private NumberStyle? numbers;

    /// <summary>Gets the number of tables that were read.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets whether a table with impedances was read.</summary>
    internal bool HasSpectrum { get; private set; }

    /// <summary>Reads the table that begins on a line.</summary>
    /// <param name="line">The line with the word TABLE, from 0.</param>
    /// <param name="heading">Its cells.</param>
    /// <param name="settings">The settings before the table.</param>
    /// <returns>The line after the table.</returns>
    internal int Read(int line, string[] heading, GamrySettings settings)
    {
        string name = heading[0];
        long? stated = heading.Length > 2 && long.TryParse(heading[2], NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        int end = line + 1;
        while (end < text.LineCount && (text.Bytes(end).IsEmpty || text.Bytes(end)[0] is (byte)'\t' or (byte)' '))
        {
            end++;
        }

        bool isLast = end == text.LineCount;
        if (end - line < 3)
        {
            draft.Miss(new Shortfall(name, 0, stated, fileLength, "the table after its heading"));
            return end;
        }

        // Most files separate by tabs, one in front of each row; some by blanks.
        char delimiter = text.Bytes(line + 1)[0] == '\t' ? '\t' : ' ';
        string[] names = Cells(line + 1, delimiter), units = Cells(line + 2, delimiter);
        var layout = new DelimitedLayout
        {
            Names = [.. names], FirstLine = line + 3, EndLine = end, Delimiter = delimiter, LeadingCells = delimiter == '\t' ? 1 : 0,
            TextColumns = [.. Enumerable.Range(0, names.Length).Where(i => GamryColumns.IsBits(names[i]))],
        };
        (NumberStyle style, Decision decision) = NumberStyleDetector.Decide(text, layout, options);
        if (style != numbers)
        {
            draft.Decide(decision);
            numbers = style;
        }

        DelimitedRows rows = DelimitedTableReader.Read(text, layout with { Numbers = style }, options.Limits, cancellationToken);
        RecordingTable table = Table(name, stated, names, units, rows);
        draft.Add(table);
        Count++;
        ReportOverloads(table);
        ReportShortfall(table, rows.LastRowCut, isLast, settings);
        return end;
    }

    private string[] Cells(int line, char delimiter) => delimiter == '\t'
        ? [.. text.Line(line).Split('\t').Skip(1)]
        : text.Line(line).Replace("V vs. Ref.", "V", StringComparison.Ordinal).Replace("deg C", "degC", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private RecordingTable Table(string name, long? stated, string[] names, string[] units, DelimitedRows rows)
    {
        var columns = ImmutableArray.CreateBuilder<RecordingColumn>(rows.Columns.Length);
        for (int i = 0; i < rows.Columns.Length; i++)
        {
            columns.Add(GamryColumns.Make(
                i < names.Length ? names[i] : string.Empty, i < units.Length ? units[i] : string.Empty, rows.Columns[i],
                options.Sign == CurrentSign.PositiveDischarges));
        }

        HasSpectrum |= columns.Any(column => column.Role == ColumnRole.Frequency);
        return new RecordingTable { Name = name, Columns = columns.ToImmutable(), RowCount = rows.RowCount, StatedRowCount = stated };
    }

    private void ReportOverloads(RecordingTable table)
    {
        foreach (RecordingColumn bits in table.Columns.Where(column => GamryColumns.IsBits(column.Name)))
        {
            int overloaded = Enumerable.Range(0, bits.Values.Count).Count(row => bits.Values.Text(row).Any(mark => mark is not ('.' or '0' or ' ')));
            if (overloaded > 0)
            {
                draft.Warn($"{table.Name}: {overloaded} of {table.RowCount} records carry overload marks (column {bits.Name}).");
            }
        }
    }

    private void ReportShortfall(RecordingTable table, bool lastRowCut, bool isLast, GamrySettings settings)
    {
        long? planned = table.StatedRowCount ?? PlannedPoints(table, settings);
        if (isLast && lastRowCut)
        {
            draft.Miss(new Shortfall(table.Name, table.RowCount, planned, fileLength, "the end of the last record and what follows"));
        }
        else if (planned > table.RowCount)
        {
            draft.Warn($"{table.Name}: {table.RowCount} of {planned} planned records: it was ended early{(isLast ? ", or the file is cut" : string.Empty)}.");
        }
    }

    /// <summary>Computes how many points a sweep was to have, where it stops clearly before its last frequency.</summary>
    private static long? PlannedPoints(RecordingTable table, GamrySettings settings)
    {
        if (table.Find(ColumnRole.Frequency) is not { } frequency || table.RowCount == 0
            || settings.Number("FREQINIT") is not (> 0.0 and double first) || settings.Number("FREQFINAL") is not (> 0.0 and double final)
            || settings.Number("PTSPERDEC") is not (> 0.0 and double density))
        {
            return null;
        }

        double open = Math.Log10(frequency.Values.Number(table.RowCount - 1) / final) * (final < first ? 1.0 : -1.0) * density;
        return open > 1.5 ? (long)Math.Round(Math.Abs(Math.Log10(first / final)) * density) + 1 : null;
    }
}
