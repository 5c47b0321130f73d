namespace Lamella.Reporting.Figures;

/// <summary>One tick mark.</summary>
/// <param name="Value">Where, in the unit of the axis.</param>
/// <param name="Label">What is written there.</param>
/// <param name="IsLabelled">False for the fine marks between decades.</param>
internal readonly record struct AxisTick(double Value, string Label, bool IsLabelled)
{
    /// <summary>Chooses three to ten values with the smallest round step that does so.</summary>
    internal static IReadOnlyList<AxisTick> Linear(double low, double high)
    {
        double least = (high - low) / 9.0, decade = Math.Pow(10.0, Math.Floor(Math.Log10(least)));
        double step = decade * (least / decade) switch { <= 1.0 => 1.0, <= 2.0 => 2.0, <= 5.0 => 5.0, _ => 10.0 };
        long first = (long)Math.Ceiling((low / step) - 1e-9), last = (long)Math.Floor((high / step) + 1e-9);
        int digits = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
        var ticks = new List<AxisTick>();
        for (long i = first; i <= last; i++)
        {
            double value = i * step;
            string label = Math.Abs(step) is >= 1e6 or < 1e-4 ? ReportNumber.Shortest(value) : ReportNumber.Fixed(value, digits);
            ticks.Add(new AxisTick(value, label, true));
        }

        return ticks;
    }

    /// <summary>Marks the decades and, between them, 2 to 9; labels 2 and 5 too where few decades are seen.</summary>
    internal static IReadOnlyList<AxisTick> Logarithmic(double low, double high)
    {
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        double decades = Math.Log10(high / low);
        int every = Math.Max(1, (int)Math.Ceiling(decades / 8.0));
        var ticks = new List<AxisTick>();
        for (int exponent = first; exponent <= last; exponent++)
        {
            for (int mantissa = 1; mantissa < (decades > 6.0 ? 2 : 10); mantissa++)
            {
                double value = mantissa * Math.Pow(10.0, exponent);
                bool isLabelled = mantissa == 1 ? (exponent - first) % every == 0 : decades <= 3.0 && mantissa is 2 or 5;
                if (value >= low * (1.0 - 1e-12) && value <= high * (1.0 + 1e-12))
                {
                    ticks.Add(new AxisTick(value, isLabelled ? ReportNumber.Shortest(value) : "", isLabelled));
                }
            }
        }

        return ticks;
    }
}
