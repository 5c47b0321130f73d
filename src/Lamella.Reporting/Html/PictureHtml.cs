using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Svg;

namespace Lamella.Reporting.Html;

/// <summary>Writes pictures and volumes.</summary>
internal static class PictureHtml
{
    private const int StillSide = 420;

    /// <summary>Writes pictures side by side.</summary>
    internal static void Write(ImageBlock block, string id, int number, TextWriter writer)
    {
        writer.Write($"<figure id=\"{id}\" class=\"pictures\">\n<div>\n");
        foreach (RasterImage image in block.Images)
        {
            string title = HtmlText.Escape(image.Title);
            double aspect = image.Width / (image.Height * image.PixelAspect);
            writer.Write($"<div class=\"picture\"><img alt=\"{title}\" src=\"{PngImage.DataAddress(image)}\" style=\"aspect-ratio:{SvgNumber.Of(aspect)}\">"
                + $"<span>{title}</span></div>\n");
        }

        writer.Write("</div>\n");
        WriteLegend(block.Legend, writer);
        writer.Write($"<figcaption><b>Figure {Number(number)}.</b> {HtmlText.Escape(block.Caption)}</figcaption>\n</figure>\n");
    }

    /// <summary>Writes a volume.</summary>
    internal static void Write(VolumeBlock block, string id, int number, bool isInteractive, TextWriter writer)
    {
        string title = HtmlText.Escape(block.Title);
        writer.Write($"<figure id=\"{id}\" class=\"volume\" aria-labelledby=\"{id}-t\">\n<h3 id=\"{id}-t\">{title}</h3>\n");
        writer.Write($"<div class=\"stage\"><img alt=\"{title}\" src=\"{PngImage.DataAddress(VolumeView.Draw(block, StillSide))}\"></div>\n");
        WriteLegend(block.Legend, writer);
        writer.Write($"<figcaption><b>Figure {Number(number)}.</b> {HtmlText.Escape(block.Caption)}</figcaption>\n");
        if (isInteractive)
        {
            writer.Write($"<script type=\"application/json\" class=\"volume-data\">{Json(block)}</script>\n");
        }

        writer.Write("</figure>\n");
    }

    private static void WriteLegend(ImmutableArray<ImageColour> legend, TextWriter writer)
    {
        if (legend.IsDefaultOrEmpty)
        {
            return;
        }

        writer.Write("<ul class=\"legend\">\n");
        foreach (ImageColour entry in legend)
        {
            writer.Write($"<li><i style=\"background:{entry.Colour}\"></i><span>{HtmlText.Escape(entry.Name)}</span></li>\n");
        }

        writer.Write("</ul>\n");
    }

    private static string Json(VolumeBlock block)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteNumbers(json, "shape", [block.Shape.X, block.Shape.Y, block.Shape.Z]);
            WriteNumbers(json, "edges", [block.Edges.X, block.Edges.Y, block.Edges.Z]);
            WriteNumbers(json, "hidden", [.. block.Hidden.Select(part => (double)part)]);
            json.WriteStartArray("colours");
            foreach (ImageColour entry in block.Legend)
            {
                json.WriteStartArray();
                json.WriteNumberValue(entry.Colour.Red);
                json.WriteNumberValue(entry.Colour.Green);
                json.WriteNumberValue(entry.Colour.Blue);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteBase64String("parts", block.Parts.AsSpan());
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
