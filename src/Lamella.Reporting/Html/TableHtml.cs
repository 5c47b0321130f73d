using System.Globalization;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Svg;

namespace Lamella.Reporting.Html;

/// <summary>Writes tables, their badges and the tally of their verdicts.</summary>
internal static class TableHtml
{
    /// <summary>Writes a table.</summary>
    internal static void Write(TableBlock table, int number, TextWriter writer)
    {
        WriteTally(table, writer);
        string caption = string.Create(CultureInfo.InvariantCulture, $"<caption>"
            + $"<b>Table {number}.</b> {HtmlText.Escape(table.Caption)}</caption>");
        writer.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(table.Caption)}\">\n"
            + $"<table>\n{caption}\n<thead><tr>");
        foreach (Column column in table.Columns)
        {
            string unit = column.Unit is null ? "" : $" <span class=\"unit\">{HtmlText.Escape(column.Unit)}</span>";
            writer.Write($"<th scope=\"col\"{Align(column)}>{HtmlText.Escape(column.Header)}{unit}</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (TableRow row in table.Rows)
        {
            WriteRow(table, row, writer);
        }

        writer.Write("</tbody>\n</table>\n</div>\n");
    }

    private static void WriteRow(TableBlock table, TableRow row, TextWriter writer)
    {
        if (row.GroupHeading is not null)
        {
            string span = table.Columns.Length.ToString(CultureInfo.InvariantCulture);
            writer.Write($"<tr class=\"group\"><th scope=\"colgroup\" colspan=\"{span}\">{HtmlText.Escape(row.GroupHeading)}</th></tr>\n");
            return;
        }

        writer.Write("<tr>");
        for (int i = 0; i < row.Cells.Length; i++)
        {
            Column column = table.Columns[i];
            string content = Content(row.Cells[i]);
            writer.Write(i == 0
                ? $"<th scope=\"row\"{Align(column)}>{content}</th>"
                : $"<td{Align(column)}{CardLabels(column, row.Cells[i])}>{content}</td>");
        }

        writer.Write("</tr>\n");
    }

    /// <summary>Header and unit of a cell, which the style sheet shows on narrow screens, where every row becomes a card.</summary>
    private static string CardLabels(Column column, Cell cell)
    {
        string number = cell.Text.TrimStart('−', '-', '≥', '≤', '<', '>', '~', ' ');
        bool isNumber = number.Length > 0 && char.IsAsciiDigit(number[0]);
        string unit = column.Unit is null || !isNumber ? "" : $" data-unit=\"{HtmlText.Escape(column.Unit)}\"";
        return $" data-label=\"{HtmlText.Escape(column.Header)}\"{unit}";
    }

    private static string Content(Cell cell)
    {
        string text = HtmlText.Escape(cell.Text);
        if (cell.Doi is { Length: > 0 } doi)
        {
            // The resolver is fixed and every character is percent-encoded, so a hostile identifier stays a path on doi.org.
            string path = string.Join('/', doi.Split('/').Select(Uri.EscapeDataString));
            text = $"<a href=\"https://doi.org/{HtmlText.Escape(path)}\" "
                + $"rel=\"noreferrer\">{(text.Length == 0 ? HtmlText.Escape(doi) : text)}</a>";
        }

        string picture = cell.Picture is { } interval ? IntervalSvg.Draw(interval) : cell.Bar is { } bar ? BarSvg.Draw(bar) : "";
        string badge = cell.Mark == Mark.None ? "" : Badge(cell.Mark);
        string note = cell.Note.Length == 0 ? "" : $"<small>{HtmlText.Escape(cell.Note)}</small>";
        return $"{text}{picture}{(text.Length > 0 && badge.Length > 0 ? " " : "")}{badge}{note}";
    }

    private static string Badge(Mark mark) => $"<span class=\"badge {Style(mark)}\">{MarkText.Of(mark)}</span>";

    private static string Style(Mark mark) => mark switch
    {
        Mark.Verified => "verified",
        Mark.Assumed or Mark.Undetermined => "assumed",
        Mark.Calibrated or Mark.UsedForCalibration => "calibrated",
        Mark.Derived => "derived",
        Mark.Stated => "stated",
        Mark.InsideInterval or Mark.Consistent => "inside",
        Mark.Outside or Mark.Contradicted => "outside",
        Mark.SealedPredictionOnly => "sealed",
        _ => "unsimulated",
    };

    private static string Align(Column column) => column.Alignment switch
    {
        Alignment.Right => " class=\"r\"",
        Alignment.Centre => " class=\"m\"",
        _ => "",
    };

    private static void WriteTally(TableBlock table, TextWriter writer)
    {
        var tally = table.Rows.SelectMany(r => r.Cells).Select(c => c.Mark).Where(MarkText.IsVerdict)
            .GroupBy(m => m).OrderBy(g => g.Key).Select(g => (Mark: g.Key, Count: g.Count())).ToArray();
        if (tally.Length == 0)
        {
            return;
        }

        writer.Write("<ul class=\"tally\" aria-label=\"Verdicts\">\n");
        foreach ((Mark mark, int count) in tally)
        {
            string number = count.ToString(CultureInfo.InvariantCulture);
            writer.Write($"<li class=\"{Style(mark)}\" style=\"flex-grow:{number}\"><b>{number}</b> {MarkText.Of(mark)}</li>\n");
        }

        writer.Write("</ul>\n");
    }
}
