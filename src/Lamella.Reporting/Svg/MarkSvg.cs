using Lamella.Reporting.Figures;
using static Lamella.Reporting.Svg.SvgNumber;

namespace Lamella.Reporting.Svg;

/// <summary>The mark of each role of points; they differ in shape and filling, not only in colour.</summary>
internal static class MarkSvg
{
    /// <summary>Draws one mark.</summary>
    /// <param name="role">What the point is.</param>
    /// <param name="x">Centre, in drawing units.</param>
    /// <param name="y">Centre, in drawing units.</param>
    internal static string At(PointRole role, double x, double y) => role switch
    {
        PointRole.Measured => $"<circle class=\"dot\" cx=\"{Of(x)}\" cy=\"{Of(y)}\" r=\"4.2\"/>",
        PointRole.Calibration =>
            $"<path class=\"open\" d=\"M{Of(x - 4.5)} {Of(y - 4.5)}h9v9h-9zM{Of(x - 4.5)} {Of(y - 4.5)}l9 9m0 -9l-9 9\"/>",
        PointRole.Prediction => $"<path class=\"open\" d=\"M{Of(x)} {Of(y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z\"/>",
        _ => $"<path class=\"open\" d=\"M{Of(x - 5)} {Of(y)}h10M{Of(x)} {Of(y - 5)}v10\"/>",
    };

    /// <summary>Draws the swatch of a series for the legend, 28 by 14 units.</summary>
    internal static string Swatch(Series series) => series switch
    {
        LineSeries line => $"<path class=\"line {Style(line.Style)}\" d=\"M1 7H27\"/>",
        BandSeries => "<rect class=\"band\" x=\"1\" y=\"2\" width=\"26\" height=\"10\"/>",
        PointSeries points => (points.Connected ? "<path class=\"line thin\" d=\"M1 7H27\"/>" : "") + At(points.Role, 14, 7),
        _ => "<rect class=\"area\" x=\"7\" y=\"1\" width=\"14\" height=\"12\"/>",
    };

    /// <summary>Names the CSS class of a line style.</summary>
    internal static string Style(LineStyle style) => style switch
    {
        LineStyle.Dashed => "dashed",
        LineStyle.Dotted => "dotted",
        _ => "solid",
    };
}
