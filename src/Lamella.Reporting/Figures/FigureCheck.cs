using System.Globalization;

namespace Lamella.Reporting.Figures;

/// <summary>Whether the series of a figure fit its axes and each other.</summary>
internal static class FigureCheck
{
    /// <summary>Throws with the name of the series that does not fit.</summary>
    internal static void Run(Figure figure)
    {
        if (figure.Series.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"Figure '{figure.Title}' shows nothing; give it at least one series or leave it out.");
        }

        if (figure.Y.Scale == AxisScale.Categorical)
        {
            throw new ArgumentException($"Figure '{figure.Title}': the vertical axis cannot be categorical.");
        }

        StackedAreaSeries? firstArea = figure.Series.OfType<StackedAreaSeries>().FirstOrDefault();
        foreach (Series series in figure.Series)
        {
            CheckStacks(figure, series, firstArea);
            CheckLogarithm(figure, series);
        }
    }

    /// <summary>Says in words what a series is.</summary>
    internal static string Describe(Series series) => series switch
    {
        LineSeries => $"line {series.Name}",
        BandSeries => $"band {series.Name}",
        PointSeries { Role: PointRole.Measured } points => $"{points.Points.Length} measured points, {series.Name}",
        PointSeries { Role: PointRole.Calibration } points => $"{points.Points.Length} points used for calibration, {series.Name}",
        PointSeries { Role: PointRole.Prediction } points => $"{points.Points.Length} predicted points, {series.Name}",
        PointSeries points => $"{points.Points.Length} reference points, {series.Name}",
        StackedAreaSeries => $"stacked area {series.Name}",
        _ => $"stacked bars {series.Name}",
    };

    private static void CheckStacks(Figure figure, Series series, StackedAreaSeries? firstArea)
    {
        if (series is BarSeries bars && bars.Values.Length != figure.X.Categories.Length)
        {
            throw new ArgumentException(
                $"Figure '{figure.Title}': bars '{series.Name}' have {bars.Values.Length} values but axis '{figure.X.Label}' "
                    + $"has {figure.X.Categories.Length} categories.");
        }

        if (series is StackedAreaSeries area && !area.X.SequenceEqual(firstArea!.X))
        {
            throw new ArgumentException(
                $"Figure '{figure.Title}': areas '{series.Name}' and '{firstArea.Name}' have different x values; a stack needs the same.");
        }

        if (series is BarSeries or StackedAreaSeries && figure.Y.Scale == AxisScale.Logarithmic)
        {
            throw new ArgumentException($"Figure '{figure.Title}': '{series.Name}' is stacked, which a logarithmic axis cannot show.");
        }
    }

    private static void CheckLogarithm(Figure figure, Series series)
    {
        if (figure.X.Scale == AxisScale.Logarithmic)
        {
            RequirePositive(figure, series, figure.X, SeriesValues.X(series));
        }

        if (figure.Y.Scale == AxisScale.Logarithmic)
        {
            RequirePositive(figure, series, figure.Y, SeriesValues.Y(series));
        }
    }

    private static void RequirePositive(Figure figure, Series series, Axis axis, IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            if (value <= 0.0)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Figure '{figure.Title}': series '{series.Name}' has the value {value} {axis.Unit} on the logarithmic axis "
                        + $"'{axis.Label}'; it must be above 0."));
            }
        }
    }
}
