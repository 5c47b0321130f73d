using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>One bar of a picture whose rows are those of a table: bars on a scale that all rows share.</summary>
public sealed record BarPicture
{
    private BarPicture(ImmutableArray<(double From, double To)> parts, double low, double high, string text)
    {
        Require.AllFinite([.. parts.SelectMany(part => new[] { part.From, part.To }), low, high], "bar (from, to, ends of the scale)");
        if (!(low < high))
        {
            throw new ArgumentException(FormattableString.Invariant($"The scale goes from {low} to {high}; give its lower end first and some width."));
        }

        (Parts, Low, High, Text) = (parts, low, high, text);
    }

    /// <summary>Gets the bars, each from a value to a value of the scale; the second has the second colour.</summary>
    internal ImmutableArray<(double From, double To)> Parts { get; }

    /// <summary>Gets the lower end of the scale.</summary>
    internal double Low { get; }

    /// <summary>Gets the upper end of the scale.</summary>
    internal double High { get; }

    /// <summary>Gets what the picture says, in words.</summary>
    internal string Text { get; }

    /// <summary>Gets where a line crosses the bars, or null.</summary>
    internal double? Line { get; private init; }

    /// <summary>Makes one bar of a tornado: how far an input moves a result to either side.</summary>
    internal static BarPicture Tornado(double atLow, double atHigh, double nominal, double reach) => new(
        [(nominal, atLow), (nominal, atHigh)], nominal - reach, nominal + reach,
        $"{ReportNumber.Significant(atLow, 4)} at the lower and {ReportNumber.Significant(atHigh, 4)} at the upper value, {ReportNumber.Significant(nominal, 4)} as described")
    { Line = nominal };

    /// <summary>Makes one step of a waterfall: what a part adds to the sum of those before.</summary>
    internal static BarPicture Waterfall(double before, double own, double whole) => new(
        [(before, before + own)], 0.0, whole, $"from {ReportNumber.Significant(before, 4)} to {ReportNumber.Significant(before + own, 4)} of {ReportNumber.Significant(whole, 4)}");
}
