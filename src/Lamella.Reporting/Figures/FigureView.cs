namespace Lamella.Reporting.Figures;

/// <summary>A figure with its axes fitted, its stacks summed and its colours chosen: all that the writers share.</summary>
internal sealed record FigureView(
    Figure Figure,
    AxisView X,
    AxisView Y,
    IReadOnlyDictionary<Series, (double[] From, double[] To)> Areas,
    IReadOnlyDictionary<Series, (double[] From, double[] To)> Bars,
    IReadOnlyList<string> Colours)
{
    /// <summary>Fits a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="aspect">Width over height of the plotting area [–], for equal axes; null leaves the axes as the data fit.</param>
    internal static FigureView Of(Figure figure, double? aspect)
    {
        var areas = Stack.Areas(figure);
        var bars = Stack.Bars(figure);
        IEnumerable<double> stacked = areas.Values.Concat(bars.Values).SelectMany(s => s.From.Concat(s.To));
        bool hasStack = areas.Count + bars.Count > 0;
        AxisView x = AxisView.Fit(figure.X, figure.Series.SelectMany(SeriesValues.X), includesZero: false);
        AxisView y = AxisView.Fit(
            figure.Y,
            figure.Series.Where(s => s is not (BarSeries or StackedAreaSeries)).SelectMany(SeriesValues.Y).Concat(stacked),
            hasStack);
        if (figure.EqualAxes && aspect is { } ratio)
        {
            (x, y) = Equalise(x, y, ratio);
        }

        return new FigureView(figure, x, y, areas, bars, Palette.Choose(figure.Series));
    }

    private static (AxisView X, AxisView Y) Equalise(AxisView x, AxisView y, double aspect)
    {
        double width = x.High - x.Low, height = y.High - y.Low;
        double widthNeeded = Math.Max(width, height * aspect), heightNeeded = widthNeeded / aspect;
        double growX = 0.5 * (widthNeeded - width), growY = heightNeeded - height;
        return (
            AxisView.Over(x.Axis, x.Low - growX, x.High + growX),
            AxisView.Over(y.Axis, y.Low, y.High + growY)); // grow upwards: an arc stands on its axis
    }
}
