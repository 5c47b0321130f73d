using Lamella.Reporting.Dossiers;
using static Lamella.Reporting.Svg.SvgNumber;

namespace Lamella.Reporting.Svg;

/// <summary>Draws where a measured value lies relative to a predicted interval: the interval always fills the middle third.</summary>
internal static class IntervalSvg
{
    private const double Width = 132, Height = 20, Middle = 0.5 * Width, HalfBand = 22, Edge = 6;

    /// <summary>Draws a picture; a value far outside is put at the edge with an arrow.</summary>
    internal static string Draw(IntervalPicture picture)
    {
        double width = picture.High - picture.Low;
        string predicted = Of(Place(picture, picture.Predicted));
        string text = $"interval {ReportNumber.Interval(picture.Low, picture.High)}, predicted {ReportNumber.Significant(picture.Predicted, 4)}";
        string svg = $"<path class=\"track\" d=\"M0 10H{Of(Width)}\"/><rect class=\"span\" x=\"{Of(Middle - HalfBand)}\" y=\"4\" "
            + $"width=\"{Of(2 * HalfBand)}\" height=\"12\" rx=\"2\"/><path class=\"mid\" d=\"M{predicted} 2v16\"/>";
        if (picture.Measured is { } measured)
        {
            double x = width > 0.0 ? Place(picture, measured) : measured == picture.Predicted ? Middle : measured > picture.High ? Width : 0.0;
            svg += Mark(x, measured < picture.Low || measured > picture.High);
            text += $", measured {ReportNumber.Significant(measured, 4)}";
        }
        else
        {
            text += ", no measured value";
        }

        return $"<svg class=\"interval\" viewBox=\"0 0 {Of(Width)} {Of(Height)}\" role=\"img\" aria-label=\"{text}\">"
            + $"<title>{text}</title>{svg}</svg>";
    }

    private static string Mark(double x, bool isOutside)
    {
        string style = isOutside ? "out" : "in";
        return x < Edge ? $"<path class=\"{style}\" d=\"M1 10l8 -5v10z\"/>"
            : x > Width - Edge ? $"<path class=\"{style}\" d=\"M{Of(Width - 1)} 10l-8 -5v10z\"/>"
            : $"<circle class=\"{style}\" cx=\"{Of(x)}\" cy=\"10\" r=\"4.2\"/>";
    }

    private static double Place(IntervalPicture picture, double value)
    {
        double half = 0.5 * (picture.High - picture.Low), centre = 0.5 * (picture.High + picture.Low);
        return half > 0.0 ? Math.Clamp(Middle + (HalfBand * (value - centre) / half), 0.0, Width) : Middle;
    }
}
