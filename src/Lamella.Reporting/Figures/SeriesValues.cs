namespace Lamella.Reporting.Figures;

/// <summary>Every value of a series that its figure must make room for.</summary>
internal static class SeriesValues
{
    /// <summary>Lists the abscissae; for bars, the places of the categories.</summary>
    internal static IEnumerable<double> X(Series series) => series switch
    {
        LineSeries line => line.X,
        BandSeries band => band.X,
        PointSeries points => points.Points.Select(p => p.X),
        StackedAreaSeries area => area.X,
        BarSeries bars => Enumerable.Range(0, bars.Values.Length).Select(i => (double)i),
        _ => throw new InvalidOperationException($"No writer knows {series.GetType().Name}."),
    };

    /// <summary>Lists the ordinates, with both ends of every interval; for a stacked series, its own heights.</summary>
    internal static IEnumerable<double> Y(Series series) => series switch
    {
        LineSeries line => line.Y,
        BandSeries band => band.Low.Concat(band.High),
        PointSeries points => points.Points.SelectMany(p => new[] { p.Y, p.Low ?? p.Y, p.High ?? p.Y }),
        StackedAreaSeries area => area.Y,
        BarSeries bars => bars.Values,
        _ => throw new InvalidOperationException($"No writer knows {series.GetType().Name}."),
    };
}
