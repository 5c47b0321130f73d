namespace Lamella.Reporting.Figures;

/// <summary>Lower and upper edges of every stacked series of a figure.</summary>
internal static class Stack
{
    /// <summary>Stacks areas: each starts where the one before it ends, whatever its sign.</summary>
    internal static Dictionary<Series, (double[] From, double[] To)> Areas(Figure figure)
    {
        var result = new Dictionary<Series, (double[] From, double[] To)>(ReferenceEqualityComparer.Instance);
        double[]? top = null;
        foreach (StackedAreaSeries area in figure.Series.OfType<StackedAreaSeries>())
        {
            double[] from = top ?? new double[area.Y.Length];
            top = [.. from.Zip(area.Y, (a, b) => a + b)];
            result.Add(area, (from, top));
        }

        return result;
    }

    /// <summary>Stacks bars: positive values upwards and negative values downwards from zero.</summary>
    internal static Dictionary<Series, (double[] From, double[] To)> Bars(Figure figure)
    {
        var result = new Dictionary<Series, (double[] From, double[] To)>(ReferenceEqualityComparer.Instance);
        double[] up = new double[figure.X.Categories.Length], down = new double[up.Length];
        foreach (BarSeries bars in figure.Series.OfType<BarSeries>())
        {
            double[] from = new double[up.Length], to = new double[up.Length];
            for (int i = 0; i < up.Length; i++)
            {
                double[] side = bars.Values[i] >= 0.0 ? up : down;
                from[i] = side[i];
                to[i] = side[i] += bars.Values[i];
            }

            result.Add(bars, (from, to));
        }

        return result;
    }
}
