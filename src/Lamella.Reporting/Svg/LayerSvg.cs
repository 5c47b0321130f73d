using System.Text;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Html;
using static Lamella.Reporting.Svg.SvgNumber;

namespace Lamella.Reporting.Svg;

/// <summary>Draws the layers of a cell as SVG: slabs with labels beside them and a scale bar.</summary>
internal static class LayerSvg
{
    private const double Width = 440, Margin = 26, SlabLeft = 62, SlabRight = 206, LabelLeft = 232;
    private const int LongestLabel = 26;

    /// <summary>Draws a cell.</summary>
    /// <param name="block">The layers.</param>
    /// <param name="id">An identifier, unique in the page.</param>
    internal static string Draw(LayerDrawingBlock block, string id)
    {
        LayerLayout layout = LayerLayout.Of(block.Layers);
        var svg = new StringBuilder();
        string described = string.Join("; ", block.Layers.Select(l => $"{l.Name}, {Length(l.Thickness)}"));
        svg.Append($"<svg class=\"layers\" viewBox=\"0 0 {Of(Width)} {Of(layout.Height + (2 * Margin))}\" role=\"img\" "
            + $"aria-label=\"{HtmlText.Escape(block.Caption.TrimEnd('.') + ": " + described)}\">\n");
        svg.Append($"<defs><pattern id=\"{id}-p\" width=\"11\" height=\"11\" patternUnits=\"userSpaceOnUse\">"
            + $"<circle class=\"grain\" cx=\"3\" cy=\"3\" r=\"2.6\"/><circle class=\"grain\" cx=\"8.6\" cy=\"8.4\" r=\"2.1\"/>"
            + "</pattern>");
        svg.Append($"<pattern id=\"{id}-c\" width=\"12\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
            + $"<path class=\"grain\" d=\"M1 2l3 -1.5 3 2 -1 3 -4 .5zM7 6.5l3 -1 1.5 2.5 -2.5 1.5 -2.5 -1z\"/></pattern></defs>\n");
        DrawScaleBar(svg, layout);
        foreach (PlacedLayer placed in layout.Layers)
        {
            DrawSlab(svg, placed, id);
            DrawLabel(svg, placed);
        }

        double middle = 0.5 * (SlabLeft + SlabRight);
        svg.Append($"<text class=\"pole\" x=\"{Of(middle)}\" y=\"17\" text-anchor=\"middle\">− negative side</text>");
        svg.Append($"<text class=\"pole\" x=\"{Of(middle)}\" y=\"{Of(layout.Height + (2 * Margin) - 8)}\" "
            + "text-anchor=\"middle\">+ positive side</text></svg>\n");
        return svg.ToString();
    }

    /// <summary>Says what of the drawing is not to scale.</summary>
    internal static string ScaleRemark(LayerDrawingBlock block) => LayerLayout.Of(block.Layers).IsToScale
        ? "Thicknesses drawn to scale."
        : "Thicknesses drawn to scale, except layers marked as broken (drawn shorter) or widened (drawn thicker).";

    /// <summary>Writes a length in mm, µm or nm.</summary>
    internal static string Length(double metres) => metres switch
    {
        >= 1e-3 => ReportNumber.Shortest(Round(metres * 1e3)) + " mm",
        >= 1e-6 => ReportNumber.Shortest(Round(metres * 1e6)) + " µm",
        _ => ReportNumber.Shortest(Round(metres * 1e9)) + " nm",
    };

    private static double Round(double value) =>
        double.Parse(value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static void DrawScaleBar(StringBuilder svg, LayerLayout layout)
    {
        double length = layout.ScaleBar(), drawn = length * layout.Scale;
        double top = Margin + (0.5 * (layout.Height - drawn));
        svg.Append($"<path class=\"scale\" d=\"M40 {Of(top)}h8m-4 0v{Of(drawn)}m-4 0h8\"/>");
        svg.Append($"<text class=\"small\" transform=\"translate(32 {Of(top + (0.5 * drawn))}) rotate(-90)\" "
            + $"text-anchor=\"middle\">{Length(length)}</text>\n");
    }

    private static void DrawSlab(StringBuilder svg, PlacedLayer placed, string id)
    {
        string place = $"x=\"{Of(SlabLeft)}\" y=\"{Of(Margin + placed.Top)}\" width=\"{Of(SlabRight - SlabLeft)}\" "
            + $"height=\"{Of(placed.Height)}\"";
        svg.Append($"<g class=\"slab k-{Name(placed.Layer.Kind)}\"><title>{HtmlText.Escape(placed.Layer.Name)}</title><rect {place}/>");
        string? pattern = placed.Layer.Kind switch
        {
            LayerKind.PorousElectrode => "p",
            LayerKind.CompositeElectrolyte => "c",
            _ => null,
        };
        svg.Append(pattern is null ? "" : $"<rect {place} style=\"fill:url(#{id}-{pattern});stroke:none\"/>");
        if (placed.Form == LayerForm.Broken)
        {
            double y = Margin + placed.Top + (0.5 * placed.Height);
            string wave = string.Concat(Enumerable.Repeat("l6 -5 12 10 6 -5", (int)((SlabRight - SlabLeft) / 24)));
            svg.Append($"<path class=\"gap\" d=\"M{Of(SlabLeft)} {Of(y)}{wave}\"/>"
                + $"<path class=\"break\" d=\"M{Of(SlabLeft)} {Of(y - 4)}{wave}M{Of(SlabLeft)} {Of(y + 4)}{wave}\"/>");
        }

        svg.Append("</g>");
    }

    private static void DrawLabel(StringBuilder svg, PlacedLayer placed)
    {
        double from = Margin + placed.Top + (0.5 * placed.Height), to = Margin + placed.LabelCentre;
        string name = placed.Layer.Name.Length > LongestLabel ? placed.Layer.Name[..(LongestLabel - 1)] + "…" : placed.Layer.Name;
        string form = placed.Form switch { LayerForm.Broken => " · broken", LayerForm.Widened => " · widened", _ => "" };
        string remark = placed.Layer.Remark.Length == 0 ? "" : " · " + placed.Layer.Remark;
        svg.Append($"<path class=\"leader\" d=\"M{Of(SlabRight + 2)} {Of(from)}L{Of(LabelLeft - 8)} {Of(to)}h4\"/>");
        svg.Append($"<text class=\"name\" x=\"{Of(LabelLeft)}\" y=\"{Of(to - 3)}\">{HtmlText.Escape(name)}</text>");
        svg.Append($"<text class=\"small\" x=\"{Of(LabelLeft)}\" y=\"{Of(to + 13)}\">"
            + $"{HtmlText.Escape(Length(placed.Layer.Thickness) + remark + form)}</text>\n");
    }

    private static string Name(LayerKind kind) => kind switch
    {
        LayerKind.Lithium => "lithium",
        LayerKind.CurrentCollector => "collector",
        LayerKind.Ceramic => "ceramic",
        LayerKind.Polymer => "polymer",
        LayerKind.CompositeElectrolyte => "composite",
        LayerKind.PorousElectrode => "porous",
        _ => "film",
    };
}
