using System.Collections.Immutable;

namespace Lamella.Reporting.Figures;

/// <summary>One named set of data in a figure, in the units of its axes.</summary>
public abstract record Series
{
    /// <summary>Initializes a series.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <exception cref="ArgumentException">The name is missing.</exception>
    private protected Series(string name) =>
        Name = Require.Text(name, "the name of a series", "readers find it in the legend by its name");

    /// <summary>Gets the name in the legend.</summary>
    public string Name { get; }

    /// <summary>Gets the colour.</summary>
    public SeriesColour Colour { get; init; }
}

/// <summary>How a line is drawn.</summary>
public enum LineStyle
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,
}

/// <summary>A line through given points.</summary>
public sealed record LineSeries : Series
{
    /// <summary>Initializes a line.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">Abscissae, finite, in the unit of the x axis.</param>
    /// <param name="y">Ordinates, equally many, finite, in the unit of the y axis.</param>
    /// <exception cref="ArgumentException">The name is missing, the lengths differ or are zero, or a value is not finite.</exception>
    public LineSeries(string name, ImmutableArray<double> x, ImmutableArray<double> y)
        : base(name)
    {
        Require.SameLength(x.Length, y.Length, $"series '{name}'");
        Require.AllFinite(x.AsSpan(), $"x of series '{name}'");
        Require.AllFinite(y.AsSpan(), $"y of series '{name}'");
        X = x;
        Y = y;
    }

    /// <summary>Gets the abscissae, in the unit of the x axis.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>Gets the ordinates, in the unit of the y axis.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>Gets how the line is drawn.</summary>
    public LineStyle Style { get; init; }
}

/// <summary>An area between a lower and an upper curve, such as a prediction interval.</summary>
public sealed record BandSeries : Series
{
    /// <summary>Initializes a band.</summary>
    /// <param name="name">Its name in the legend, for example <c>95 % interval</c>.</param>
    /// <param name="x">Abscissae, finite, in the unit of the x axis.</param>
    /// <param name="low">Lower curve, equally many, in the unit of the y axis.</param>
    /// <param name="high">Upper curve, equally many, nowhere below the lower one.</param>
    /// <exception cref="ArgumentException">A length differs or is zero, a value is not finite, or the curves cross.</exception>
    public BandSeries(string name, ImmutableArray<double> x, ImmutableArray<double> low, ImmutableArray<double> high)
        : base(name)
    {
        Require.SameLength(x.Length, low.Length, $"band '{name}'");
        Require.SameLength(x.Length, high.Length, $"band '{name}'");
        Require.AllFinite(x.AsSpan(), $"x of band '{name}'");
        Require.AllFinite(low.AsSpan(), $"lower curve of band '{name}'");
        Require.AllFinite(high.AsSpan(), $"upper curve of band '{name}'");
        for (int i = 0; i < x.Length; i++)
        {
            if (low[i] > high[i])
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Band '{name}' crosses at index {i}: lower {low[i]}, upper {high[i]}; give the lower curve first."));
            }
        }

        X = x;
        Low = low;
        High = high;
    }

    /// <summary>Gets the abscissae, in the unit of the x axis.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>Gets the lower curve, in the unit of the y axis.</summary>
    public ImmutableArray<double> Low { get; }

    /// <summary>Gets the upper curve, in the unit of the y axis.</summary>
    public ImmutableArray<double> High { get; }
}
