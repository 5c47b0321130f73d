using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ZplotZ;

/// <summary>
/// The layout with quotes: a quoted first line with the version, quoted lines of comment, a line of numbers, the count of records,
/// quoted headings, then rows with commas. Autolab writes it as well.
/// </summary>
internal static class ZviewQuoted
{
    internal static Recording Read(HeadedTable table, CancellationToken cancellationToken)
    {
        TextContent text = table.Text;
        RecordingDraft draft = table.Draft;
        int heading = -1;
        for (int line = 0; line < text.LineCount && heading < 0; line++)
        {
            string cell = text.Line(line).Trim().Trim('"');
            heading = cell.Contains("Freq", StringComparison.OrdinalIgnoreCase) && cell.Contains("Z'", StringComparison.Ordinal) ? line : -1;
            if (heading < 0 && cell.Length > 0)
            {
                draft.Set(string.Empty, string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), cell);
            }
        }

        string first = text.LineCount > 0 ? text.Line(0).Trim().Trim('"') : string.Empty;
        draft.FormatVersion = first.Contains("Version", StringComparison.Ordinal) ? first[(first.IndexOf("Version", StringComparison.Ordinal) + 7)..].Trim() : string.Empty;
        draft.Technique = "impedance";
        ElectrodeArea.Note(draft, table.Options, null, null);
        if (heading < 0)
        {
            draft.Miss(new Shortfall(string.Empty, 0, null, table.FileLength, "the line of headings and every record"));
            return draft.Finish();
        }

        long? stated = heading > 0 && long.TryParse(text.Line(heading - 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        string names = text.Line(heading).Trim().Trim('"').Trim();
        int cells = heading + 1 < text.LineCount ? HeadedTable.Cells(text.Line(heading + 1), ',').Length : 0;
        var layout = new DelimitedLayout { Names = [.. HeadedTable.BlankCells(names, cells)], FirstLine = heading + 1, Delimiter = ',' };
        new ImpedanceTables(draft, table.Options).Add(table.Read(string.Empty, layout, stated, cancellationToken), ZviewKeyed.TrueSign);
        return draft.Finish();
    }
}
