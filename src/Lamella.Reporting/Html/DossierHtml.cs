using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>Writes a dossier as one self-contained HTML file.</summary>
/// <remarks>
/// The file loads nothing, needs no network, works from <c>file://</c>, shows its figures without scripts too, and prints.
/// The same dossier gives the same bytes (UTF-8, line feeds).
/// </remarks>
public static class DossierHtml
{
    /// <summary>Writes a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="writer">Receives the page; open it as UTF-8 without byte order mark.</param>
    /// <param name="options">What the page carries; null for the default, an interactive page.</param>
    /// <exception cref="ArgumentNullException">The dossier or the writer is null.</exception>
    /// <exception cref="IOException">The writer fails.</exception>
    public static void Write(Dossier dossier, TextWriter writer, DossierHtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(writer);
        bool isInteractive = options is not { Interactive: false };
        PageAssets assets = PageAssets.Read(dossier, isInteractive);
        var outline = Outline.Of(dossier);

        WriteHead(dossier, writer, assets);
        writer.Write("<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n");
        WriteMasthead(dossier, writer);
        writer.Write("<div class=\"page\">\n");
        outline.Write(writer);
        writer.Write("<main id=\"content\">\n");
        var blocks = new BlockWriter(writer, isInteractive);
        foreach (OutlineEntry entry in outline.Entries)
        {
            WriteSection(entry, writer, blocks);
        }

        writer.Write("</main>\n</div>\n");
        foreach (string script in assets.Scripts)
        {
            writer.Write($"<script>{script}</script>\n");
        }

        writer.Write("</body>\n</html>\n");
    }

    private static void WriteHead(Dossier dossier, TextWriter writer, PageAssets assets)
    {
        writer.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        writer.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{assets.Policy()}\">\n");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        writer.Write("<meta name=\"color-scheme\" content=\"light dark\">\n");
        writer.Write($"<meta name=\"generator\" content=\"Lamella {HtmlText.Escape(dossier.Provenance.SoftwareVersion)}\">\n");
        writer.Write($"<title>{HtmlText.Escape(dossier.Title)} · Lamella dossier</title>\n<style>\n{assets.Style}</style>\n</head>\n");
    }

    private static void WriteMasthead(Dossier dossier, TextWriter writer)
    {
        writer.Write("<header class=\"masthead\">\n<p class=\"brand\"><span class=\"logo\" aria-hidden=\"true\"><i></i><i></i><i></i>"
            + "<i></i></span>Lamella dossier</p>\n");
        writer.Write($"<h1>{HtmlText.Escape(dossier.Title)}</h1>\n");
        if (dossier.Subtitle.Length > 0)
        {
            writer.Write($"<p class=\"subtitle\">{HtmlText.Escape(dossier.Subtitle)}</p>\n");
        }

        DossierProvenance provenance = dossier.Provenance;
        writer.Write("<dl class=\"provenance\" aria-label=\"Provenance\">\n");
        WriteFact(writer, "Version", provenance.SoftwareVersion, "");
        WriteFact(writer, "Input SHA-256", provenance.InputHash, " class=\"hash\"");
        WriteFact(writer, "Models", string.Join(", ", provenance.Models), "");
        foreach (KeyValue fact in provenance.More)
        {
            WriteFact(writer, fact.Name, fact.Unit is null or Figures.Axis.Dimensionless ? fact.Value : $"{fact.Value} {fact.Unit}", "");
        }

        writer.Write("</dl>\n</header>\n");
    }

    private static void WriteFact(TextWriter writer, string name, string value, string attributes) =>
        writer.Write($"<div{attributes}><dt>{HtmlText.Escape(name)}</dt><dd>{HtmlText.Escape(value)}</dd></div>\n");

    private static void WriteSection(OutlineEntry entry, TextWriter writer, BlockWriter blocks)
    {
        writer.Write($"<section id=\"{entry.Id}\" aria-labelledby=\"{entry.Id}-h\">\n"
            + $"<h2 id=\"{entry.Id}-h\">{HtmlText.Escape(entry.Section.Title)}</h2>\n");
        if (entry.Section.Lead.Length > 0)
        {
            writer.Write($"<p class=\"lead\">{HtmlText.Escape(entry.Section.Lead)}</p>\n");
        }

        foreach (Block block in entry.Section.Blocks)
        {
            blocks.Write(block);
        }

        writer.Write("</section>\n");
    }
}
