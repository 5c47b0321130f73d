using System.Text;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Html;
using static Lamella.Reporting.Svg.SvgNumber;

namespace Lamella.Reporting.Svg;

/// <summary>Draws a figure as SVG, for pages without scripts, for print, and for tests.</summary>
internal sealed class FigureSvg
{
    private const double FullWidth = 640, HalfWidth = 440, Left = 66, Right = 14, Top = 12, Bottom = 50;
    private const double LeastHeight = 170, MostHeight = 480; // of the plotting area

    private readonly FigureView view;
    private readonly double width;
    private readonly double height;
    private readonly string clipId;
    private readonly StringBuilder svg = new();

    private FigureSvg(Figure figure, string id, bool isHalf)
    {
        (double plotWidth, double plotHeight) = PlotSize(figure, isHalf);
        view = FigureView.Of(figure, plotWidth / plotHeight);
        width = Left + plotWidth + Right;
        height = Top + plotHeight + Bottom;
        clipId = id + "-clip";
    }

    /// <summary>Gets width over height of the whole drawing [–].</summary>
    private double Aspect => width / height;

    /// <summary>Computes width over height of the plotting area [–]; with equal axes the data decide it.</summary>
    internal static double PlotAspect(Figure figure, bool isHalf)
    {
        (double plotWidth, double plotHeight) = PlotSize(figure, isHalf);
        return plotWidth / plotHeight;
    }

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">An identifier, unique in the page.</param>
    /// <param name="isHalf">Whether it stands beside another one, in half the width.</param>
    /// <returns>One svg element without scripts or outside references, and its width over height [–].</returns>
    internal static (string Svg, double Aspect) Draw(Figure figure, string id, bool isHalf)
    {
        var drawing = new FigureSvg(figure, id, isHalf);
        return (drawing.Draw(figure), drawing.Aspect);
    }

    private static (double Width, double Height) PlotSize(Figure figure, bool isHalf)
    {
        double plotWidth = (isHalf ? HalfWidth : FullWidth) - Left - Right;
        if (!figure.EqualAxes)
        {
            return (plotWidth, isHalf ? 240 : 338);
        }

        FigureView free = FigureView.Of(figure, null);
        double wanted = plotWidth * (free.Y.High - free.Y.Low) / (free.X.High - free.X.Low);
        return (plotWidth, Math.Clamp(wanted, LeastHeight, MostHeight));
    }

    private string Draw(Figure figure)
    {
        svg.Append($"<svg class=\"static\" viewBox=\"0 0 {Of(width)} {Of(height)}\" role=\"img\" "
            + $"aria-label=\"{HtmlText.Escape(figure.Title + ". " + figure.Description)}\">");
        svg.Append($"<defs><clipPath id=\"{clipId}\"><rect x=\"{Of(Left)}\" y=\"{Of(Top)}\" width=\"{Of(width - Left - Right)}\" "
            + $"height=\"{Of(height - Top - Bottom)}\"/></clipPath></defs>\n");
        DrawAxes();
        svg.Append($"<g clip-path=\"url(#{clipId})\">\n");
        for (int i = 0; i < figure.Series.Length; i++)
        {
            svg.Append($"<g style=\"--c:{view.Colours[i]}\"><title>{HtmlText.Escape(figure.Series[i].Name)}</title>");
            DrawSeries(figure.Series[i]);
            svg.Append("</g>\n");
        }

        svg.Append("</g></svg>\n");
        return svg.ToString();
    }

    private double PlaceX(double value) => Left + (view.X.Place(value) * (width - Left - Right));

    private double PlaceY(double value) => height - Bottom - (view.Y.Place(value) * (height - Top - Bottom));

    private void DrawAxes()
    {
        double floor = height - Bottom, end = width - Right;
        svg.Append("<g class=\"axes\">");
        foreach (AxisTick tick in view.X.Ticks)
        {
            string x = Of(PlaceX(tick.Value));
            string grid = view.X.Axis.Scale == AxisScale.Categorical ? "" : $"<path class=\"grid\" d=\"M{x} {Of(Top)}V{Of(floor)}\"/>";
            svg.Append(tick.IsLabelled ? grid : "").Append($"<path class=\"tick\" d=\"M{x} {Of(floor)}v{(tick.IsLabelled ? 5 : 3)}\"/>");
            svg.Append(!tick.IsLabelled ? "" : $"<text x=\"{x}\" y=\"{Of(floor + 19)}\" "
                + $"text-anchor=\"middle\">{HtmlText.Escape(tick.Label)}</text>");
        }

        foreach (AxisTick tick in view.Y.Ticks)
        {
            string y = Of(PlaceY(tick.Value));
            svg.Append(tick.IsLabelled ? $"<path class=\"grid\" d=\"M{Of(Left)} {y}H{Of(end)}\"/>" : "");
            svg.Append($"<path class=\"tick\" d=\"M{Of(Left)} {y}h{(tick.IsLabelled ? -5 : -3)}\"/>");
            svg.Append(!tick.IsLabelled ? "" : $"<text x=\"{Of(Left - 9)}\" y=\"{y}\" dy=\".33em\" "
                + $"text-anchor=\"end\">{HtmlText.Escape(tick.Label)}</text>");
        }

        svg.Append($"<path class=\"frame\" d=\"M{Of(Left)} {Of(Top)}V{Of(floor)}H{Of(end)}\"/>");
        svg.Append($"<text class=\"title\" x=\"{Of(0.5 * (Left + end))}\" y=\"{Of(height - 10)}\" "
            + $"text-anchor=\"middle\">{HtmlText.Escape(view.X.Axis.Title)}</text>");
        svg.Append($"<text class=\"title\" transform=\"translate(16 {Of(0.5 * (Top + floor))}) rotate(-90)\" "
            + $"text-anchor=\"middle\">{HtmlText.Escape(view.Y.Axis.Title)}</text></g>\n");
    }

    private void DrawSeries(Series series)
    {
        switch (series)
        {
            case LineSeries line:
                svg.Append($"<path class=\"line {MarkSvg.Style(line.Style)}\" d=\"{Path(line.X, line.Y)}\"/>");
                break;
            case BandSeries band:
                svg.Append($"<path class=\"band\" d=\"{Closed(band.X, band.Low, band.High)}\"/>");
                break;
            case StackedAreaSeries area:
                svg.Append($"<path class=\"area\" d=\"{Closed(area.X, view.Areas[area].From, view.Areas[area].To)}\"/>");
                break;
            case BarSeries bars:
                DrawBars(bars);
                break;
            case PointSeries points:
                DrawPoints(points);
                break;
            default:
                throw new InvalidOperationException($"No drawing for {series.GetType().Name}.");
        }
    }

    private void DrawBars(BarSeries bars)
    {
        (double[] from, double[] to) = view.Bars[bars];
        for (int i = 0; i < from.Length; i++)
        {
            double left = PlaceX(i - 0.34), right = PlaceX(i + 0.34);
            double low = PlaceY(Math.Min(from[i], to[i])), high = PlaceY(Math.Max(from[i], to[i]));
            svg.Append($"<rect class=\"area\" x=\"{Of(left)}\" y=\"{Of(high)}\" width=\"{Of(right - left)}\" height=\"{Of(low - high)}\"/>");
        }
    }

    private void DrawPoints(PointSeries points)
    {
        if (points.Connected)
        {
            svg.Append($"<path class=\"line thin\" d=\"{Path(points.Points.Select(p => p.X), points.Points.Select(p => p.Y))}\"/>");
        }

        for (int i = 0; i < points.Points.Length; i++)
        {
            DataPoint point = points.Points[i];
            double x = PlaceX(point.X);
            if (point is { Low: { } low, High: { } high })
            {
                svg.Append($"<path class=\"bar\" d=\"M{Of(x - 4)} {Of(PlaceY(low))}h8m-4 0V{Of(PlaceY(high))}m-4 0h8\"/>");
            }

            string mark = MarkSvg.At(points.Role, x, PlaceY(point.Y));
            svg.Append(points.Names.IsDefaultOrEmpty ? mark : $"<g><title>{HtmlText.Escape(points.Names[i])}</title>{mark}</g>");
        }
    }

    private string Path(IEnumerable<double> x, IEnumerable<double> y) =>
        "M" + string.Join("L", x.Zip(y, (a, b) => $"{Of(PlaceX(a))} {Of(PlaceY(b))}"));

    private string Closed(IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high) =>
        Path(x.Concat(x.Reverse()), high.Concat(low.Reverse())) + "Z";
}
