using Lamella.Reporting.Dossiers;
using static Lamella.Reporting.Svg.SvgNumber;

namespace Lamella.Reporting.Svg;

/// <summary>Draws one bar of a tornado or one step of a waterfall, as wide as its row allows.</summary>
internal static class BarSvg
{
    private const double Width = 320, Height = 20, Least = 0.8; // a bar that is too thin to see would say that there is none

    /// <summary>Draws a picture; what lies beyond the scale ends at its edge.</summary>
    internal static string Draw(BarPicture picture)
    {
        string parts = string.Concat(picture.Parts.Select((part, i) => Part(picture, part.From, part.To, i == 0 ? "first" : "second")));
        string line = picture.Line is { } at ? $"<path class=\"mid\" d=\"M{Of(Place(picture, at))} 0v{Of(Height)}\"/>" : "";
        return $"<svg class=\"bar-row\" viewBox=\"0 0 {Of(Width)} {Of(Height)}\" role=\"img\" aria-label=\"{picture.Text}\"><title>{picture.Text}</title>"
            + $"<path class=\"track\" d=\"M0 {Of(0.5 * Height)}H{Of(Width)}\"/>{parts}{line}</svg>";
    }

    private static string Part(BarPicture picture, double from, double to, string style)
    {
        double a = Place(picture, from), b = Place(picture, to);
        double width = from == to ? 0.0 : Math.Max(Least, Math.Abs(b - a));
        return $"<rect class=\"{style}\" x=\"{Of(Math.Min(Math.Min(a, b), Width - width))}\" y=\"3\" width=\"{Of(width)}\" height=\"14\"/>";
    }

    private static double Place(BarPicture picture, double value) =>
        Math.Clamp(Width * (value - picture.Low) / (picture.High - picture.Low), 0.0, Width);
}
