using System.Collections.Immutable;
using System.Globalization;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Plotly;
using Lamella.Reporting.Svg;

namespace Lamella.Reporting.Html;

/// <summary>Writes the blocks of sections, numbering figures and tables through the page.</summary>
internal sealed class BlockWriter(TextWriter writer, bool isInteractive)
{
    private int figures;
    private int tables;

    /// <summary>Writes one block.</summary>
    internal void Write(Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                WriteParagraphs(paragraph.Text);
                break;
            case NoteBlock note:
                writer.Write($"<aside class=\"note\">\n<h3>{HtmlText.Escape(note.Title)}</h3>\n");
                WriteParagraphs(note.Text);
                writer.Write(note.Command.Length > 0 ? $"<pre><code>{HtmlText.Escape(note.Command)}</code></pre>\n" : "");
                writer.Write("</aside>\n");
                break;
            case StatisticsBlock statistics:
                WriteFacts(statistics.Facts, "statistics");
                break;
            case WarningsBlock warnings:
                WriteWarnings(warnings.Warnings);
                break;
            case TableBlock table:
                TableHtml.Write(table, ++tables, writer);
                break;
            case ChoiceBlock choices:
                ChoiceHtml.Write(choices, ++tables, isInteractive, writer);
                break;
            case LayerDrawingBlock drawing:
                WriteDrawing(drawing);
                break;
            case FigureBlock shown:
                WriteFigures(shown.Figures);
                break;
            case ImageBlock images:
                string pictures = NextFigure();
                PictureHtml.Write(images, pictures, figures, writer);
                break;
            case VolumeBlock volume:
                string turning = NextFigure();
                PictureHtml.Write(volume, turning, figures, isInteractive, writer);
                break;
            default:
                throw new InvalidOperationException($"No writer for {block.GetType().Name}.");
        }
    }

    private void WriteParagraphs(string text)
    {
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split("\n\n", Tidy))
        {
            writer.Write($"<p>{HtmlText.Escape(paragraph)}</p>\n");
        }
    }

    private void WriteFacts(ImmutableArray<KeyValue> facts, string style)
    {
        writer.Write($"<dl class=\"{style}\">\n");
        foreach (KeyValue fact in facts)
        {
            string unit = fact.Unit is null or Axis.Dimensionless ? "" : $" <span class=\"unit\">{HtmlText.Escape(fact.Unit)}</span>";
            string note = fact.Note is null ? "" : $"<dd class=\"remark\">{HtmlText.Escape(fact.Note)}</dd>";
            writer.Write($"<div><dt>{HtmlText.Escape(fact.Name)}</dt><dd>{HtmlText.Escape(fact.Value)}{unit}</dd>{note}</div>\n");
        }

        writer.Write("</dl>\n");
    }

    private void WriteWarnings(ImmutableArray<ReportWarning> warnings)
    {
        if (warnings.IsDefaultOrEmpty)
        {
            writer.Write("<p class=\"nothing\">No warnings.</p>\n");
            return;
        }

        writer.Write("<ul class=\"warnings\">\n");
        foreach (ReportWarning warning in warnings.OrderByDescending(w => w.Severity)) // stable
        {
            string name = warning.Severity switch { Severity.Serious => "serious", Severity.Caution => "caution", _ => "notice" };
            string detail = warning.Detail is null ? "" : $"<span class=\"detail\">{HtmlText.Escape(warning.Detail)}</span>";
            writer.Write($"<li class=\"{name}\"><span class=\"severity\">{name}</span>"
                + $"<div>{HtmlText.Escape(warning.Text)}{detail}</div></li>\n");
        }

        writer.Write("</ul>\n");
    }

    private void WriteDrawing(LayerDrawingBlock drawing)
    {
        string id = NextFigure();
        writer.Write($"<div class=\"cell{(drawing.Facts.IsDefaultOrEmpty ? "" : " with-facts")}\">\n"
            + $"<figure id=\"{id}\">\n{LayerSvg.Draw(drawing, id)}");
        writer.Write($"<figcaption><b>Figure {Number(figures)}.</b> {HtmlText.Escape(drawing.Caption)} "
            + $"{LayerSvg.ScaleRemark(drawing)}</figcaption>\n</figure>\n");
        if (!drawing.Facts.IsDefaultOrEmpty)
        {
            WriteFacts(drawing.Facts, "facts");
        }

        writer.Write("</div>\n");
    }

    private void WriteFigures(ImmutableArray<Figure> shown)
    {
        writer.Write($"<div class=\"figures{(shown.Length > 1 ? " many" : "")}\">\n");
        foreach (Figure figure in shown)
        {
            string id = NextFigure();
            writer.Write($"<figure id=\"{id}\" aria-labelledby=\"{id}-t\">\n<h3 id=\"{id}-t\">{HtmlText.Escape(figure.Title)}</h3>\n");
            (string svg, double aspect) = FigureSvg.Draw(figure, id, shown.Length > 1);
            writer.Write($"<div class=\"plot{(figure.EqualAxes ? " equal" : "")}\" style=\"--aspect:{SvgNumber.Of(aspect)}\">{svg}</div>\n");
            WriteLegend(figure);
            writer.Write($"<figcaption><b>Figure {Number(figures)}.</b> {HtmlText.Escape(figure.Caption)}</figcaption>\n");
            if (isInteractive)
            {
                writer.Write($"<script type=\"application/json\" class=\"plot-data\">{PlotlyJson.Write(figure, shown.Length > 1)}</script>\n");
            }

            writer.Write("</figure>\n");
        }

        writer.Write("</div>\n");
    }

    private void WriteLegend(Figure figure)
    {
        IReadOnlyList<string> colours = Palette.Choose(figure.Series);
        writer.Write("<ul class=\"legend\">\n");
        for (int i = 0; i < colours.Count; i++)
        {
            string swatch = $"<svg viewBox=\"0 0 28 14\" aria-hidden=\"true\" "
                + $"style=\"--c:{colours[i]}\">{MarkSvg.Swatch(figure.Series[i])}</svg>";
            writer.Write($"<li data-trace=\"{Number(i)}\">{swatch}<span>{HtmlText.Escape(figure.Series[i].Name)}</span></li>\n");
        }

        writer.Write("</ul>\n");
    }

    private string NextFigure() => "fig-" + Number(++figures);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
