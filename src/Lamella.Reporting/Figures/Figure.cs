using System.Collections.Immutable;

namespace Lamella.Reporting.Figures;

/// <summary>A figure as data: two axes and what is drawn between them. How it is drawn is decided by the writers.</summary>
public sealed record Figure
{
    private readonly bool equalAxes;

    /// <summary>Initializes a figure.</summary>
    /// <param name="title">A short title that says what is seen.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis; linear or logarithmic.</param>
    /// <param name="series">What is drawn, from back to front; at least one.</param>
    /// <exception cref="ArgumentException">
    /// Something is missing, or a series does not fit the axes; the message names the series and the reason.
    /// </exception>
    public Figure(string title, Axis x, Axis y, ImmutableArray<Series> series)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Title = Require.Text(title, "the title of a figure", "say in a few words what is seen");
        X = x;
        Y = y;
        Series = series;
        FigureCheck.Run(this);
    }

    /// <summary>Gets the title.</summary>
    public string Title { get; }

    /// <summary>Gets the horizontal axis.</summary>
    public Axis X { get; }

    /// <summary>Gets the vertical axis.</summary>
    public Axis Y { get; }

    /// <summary>Gets what is drawn, from back to front.</summary>
    public ImmutableArray<Series> Series { get; }

    /// <summary>Gets the sentence under the figure: what to notice, conditions, sources.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Gets a value indicating whether one unit is equally long on both axes, as a Nyquist plot demands.</summary>
    /// <exception cref="ArgumentException">Set on axes that are not both linear, or that have different units.</exception>
    public bool EqualAxes
    {
        get => equalAxes;
        init
        {
            if (value && (X.Scale != AxisScale.Linear || Y.Scale != AxisScale.Linear || X.Unit != Y.Unit))
            {
                throw new ArgumentException(
                    $"Figure '{Title}': equal axes need two linear axes in the same unit, not {X.Scale} in {X.Unit} and {Y.Scale} in {Y.Unit}.");
            }

            equalAxes = value;
        }
    }

    /// <summary>Gets a description in words, for readers who do not see the figure.</summary>
    public string Description =>
        $"{Y.Title} against {X.Title}{(X.Scale == AxisScale.Logarithmic ? ", logarithmic" : "")}. "
            + $"Shown: {string.Join("; ", Series.Select(FigureCheck.Describe))}.";
}
