namespace Lamella.Reporting.Figures;

/// <summary>The shown part of an axis with its tick marks, the same for every writer.</summary>
internal sealed record AxisView(Axis Axis, double Low, double High, IReadOnlyList<AxisTick> Ticks)
{
    private bool IsLogarithmic => Axis.Scale == AxisScale.Logarithmic;

    /// <summary>Fits an axis to the values it must show.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">Every value on it, in its unit.</param>
    /// <param name="includesZero">Whether zero must be seen, as for bars and areas.</param>
    internal static AxisView Fit(Axis axis, IEnumerable<double> values, bool includesZero)
    {
        if (axis.Scale == AxisScale.Categorical)
        {
            return new AxisView(
                axis, -0.5, axis.Categories.Length - 0.5, [.. axis.Categories.Select((name, i) => new AxisTick(i, name, true))]);
        }

        (double low, double high) = axis.Range is { } range ? (range.Low, range.High) : Span(axis, values, includesZero);
        return Over(axis, low, high);
    }

    /// <summary>Makes the view of a given part of an axis.</summary>
    internal static AxisView Over(Axis axis, double low, double high)
    {
        IReadOnlyList<AxisTick> ticks = axis.Ticks.IsDefaultOrEmpty
            ? axis.Scale == AxisScale.Logarithmic ? AxisTick.Logarithmic(low, high) : AxisTick.Linear(low, high)
            : [.. axis.Ticks.Where(t => t >= low && t <= high).Select(t => new AxisTick(t, ReportNumber.Shortest(t), true))];
        return new AxisView(axis, low, high, ticks);
    }

    /// <summary>Places a value between 0 (the lower end) and 1 (the upper end).</summary>
    internal double Place(double value) => IsLogarithmic
        ? (Math.Log10(value) - Math.Log10(Low)) / (Math.Log10(High) - Math.Log10(Low))
        : (value - Low) / (High - Low);

    private static (double Low, double High) Span(Axis axis, IEnumerable<double> values, bool includesZero)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (axis.Scale == AxisScale.Logarithmic)
        {
            double factor = high > low ? Math.Pow(high / low, 0.05) : 2.0;
            return (low / factor, high * factor);
        }

        bool touchesZero = includesZero || axis.IncludesZero;
        (low, high) = touchesZero ? (Math.Min(low, 0.0), Math.Max(high, 0.0)) : (low, high);
        double margin = high > low ? 0.05 * (high - low) : Math.Max(0.05 * Math.Abs(high), 1e-3);
        return (touchesZero && low == 0.0 ? 0.0 : low - margin, touchesZero && high == 0.0 ? 0.0 : high + margin);
    }
}
