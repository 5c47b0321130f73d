using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Impedance;

/// <summary>Reads spectra of a delimited text: one below the other with headings repeated, or side by side.</summary>
/// <param name="table">The file.</param>
/// <param name="signs">What the format says about the sign of Z''; null where names and data decide.</param>
/// <param name="splitsTrace">Whether records without a frequency go to a table of their own.</param>
internal sealed class SpectrumText(HeadedTable table, ImaginarySign? signs, bool splitsTrace = false)
{
    private const int FarthestHeading = 400;

    /// <summary>Finds the line of headings of an impedance table.</summary>
    /// <param name="lines">The first lines of the file.</param>
    /// <returns>Line, from 0; -1 where there is none.</returns>
    internal static int FindHeading(ImmutableArray<string> lines)
    {
        for (int line = 0; line < Math.Min(lines.Length, FarthestHeading); line++)
        {
            if (lines[line].Length < 4096 && ImpedanceTables.AreImpedances(Names(lines[line], lines, line)))
            {
                return line;
            }
        }

        return -1;
    }

    /// <summary>Reads every spectrum from a line of headings on.</summary>
    /// <param name="heading">The first line of headings, from 0.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal void Read(int heading, CancellationToken cancellationToken)
    {
        TextContent text = table.Text;
        string first = text.Line(heading);
        char delimiter = HeadedTable.DelimiterOf(first);
        ReadPreamble(0, heading, delimiter);
        while (heading >= 0)
        {
            int next = NextHeading(first, heading + 1);
            int begin = heading + 1;
            while (begin < (next < 0 ? text.LineCount : next) && !IsRecord(text.Line(begin), delimiter))
            {
                begin++;
            }

            int end = next < 0 ? text.LineCount : next;
            int last = end;
            while (next >= 0 && last > begin && !IsRecord(text.Line(last - 1), delimiter))
            {
                last--;
            }

            ReadPreamble(heading + 1, begin, delimiter);
            ReadBlock(heading, begin, last, delimiter, cancellationToken);
            ReadPreamble(last, end, delimiter);
            heading = next;
        }
    }

    private static string[] Names(string line, ImmutableArray<string> lines, int at)
    {
        char delimiter = HeadedTable.DelimiterOf(line);
        int cells = at + 1 < lines.Length ? HeadedTable.Cells(lines[at + 1], ' ').Length : 0;
        return delimiter == ' ' ? HeadedTable.BlankCells(line.Trim(), cells) : HeadedTable.Cells(line, delimiter);
    }

    private static bool IsRecord(string line, char delimiter)
    {
        string? cell = HeadedTable.Cells(line, delimiter).FirstOrDefault(text => text.Length > 0);
        return cell is not null && double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private int NextHeading(string first, int from)
    {
        for (int line = from; line < table.Text.LineCount; line++)
        {
            if (table.Text.Bytes(line).Length > 0 && table.Text.Bytes(line)[0] is not (>= (byte)'0' and <= (byte)'9') && table.Text.Line(line).Trim() == first.Trim())
            {
                return line;
            }
        }

        return -1;
    }

    private void ReadPreamble(int from, int to, char delimiter)
    {
        for (int line = from; line < to; line++)
        {
            string text = table.Text.Line(line).Trim().TrimStart('#', '%').Trim();
            int mark = text.IndexOfAny([':', '=', delimiter == ' ' ? ':' : delimiter]);
            if (text.Length > 0)
            {
                bool isPair = mark > 0 && text.IndexOf(text[mark], mark + 1) is var again && (again < 0 || text[mark] == ':');
                table.Draft.Set(
                    string.Empty, isPair ? text[..mark].Trim() : string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"),
                    isPair ? text[(mark + 1)..].Trim() : text);
            }
        }
    }

    private void ReadBlock(int heading, int begin, int end, char delimiter, CancellationToken cancellationToken)
    {
        ImmutableArray<string> lines = begin < table.Text.LineCount ? [table.Text.Line(heading), table.Text.Line(begin)] : [table.Text.Line(heading)];
        string[] names = Names(lines[0], lines, 0);
        var layout = new DelimitedLayout { Names = [.. names], FirstLine = begin, EndLine = end, Delimiter = delimiter };
        RecordingTable rows = table.Read(string.Empty, layout, null, cancellationToken);
        var impedances = new ImpedanceTables(table.Draft, table.Options, splitsTrace);
        int[] starts = [.. Enumerable.Range(0, names.Length).Where(i => ImpedanceName.Parse(Labels.ColumnLabel.Parse(names[i]).Name).Role == ColumnRole.Frequency)];
        if (starts.Length < 2 || starts[0] != 0 || !AreGroups(names, starts))
        {
            impedances.Add(rows, signs);
            return;
        }

        table.Draft.Decide(new Decision(
            DecisionKind.Structure, "columns", string.Create(CultureInfo.InvariantCulture, $"{starts.Length} spectra side by side"), "the headings repeat"));
        for (int group = 0; group < starts.Length; group++)
        {
            int last = group + 1 < starts.Length ? starts[group + 1] : rows.Columns.Length;
            ImmutableArray<RecordingColumn> own = rows.Columns[starts[group]..last];
            int[] filled = [.. Enumerable.Range(0, rows.RowCount).Where(row => own.Any(column => column.Values.Text(row).Length > 0))];
            impedances.Add(
                new RecordingTable
                {
                    Name = string.Create(CultureInfo.InvariantCulture, $"spectrum {group + 1}"), Columns = ColumnRows.Take(own, filled), RowCount = filled.Length,
                },
                signs);
        }
    }

    /// <summary>Tells whether every group of columns is a table of impedances of its own.</summary>
    private static bool AreGroups(string[] names, int[] starts)
    {
        for (int group = 0; group < starts.Length; group++)
        {
            int end = group + 1 < starts.Length ? starts[group + 1] : names.Length;
            if (!ImpedanceTables.AreImpedances(names[starts[group]..end]))
            {
                return false;
            }
        }

        return true;
    }
}
