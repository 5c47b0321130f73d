using System.Collections.Immutable;

namespace Lamella.Analysis.Techniques;

/// <summary>How a set of points is drawn.</summary>
public enum OutcomeMark
{
    /// <summary>Filled points: what was measured.</summary>
    Measured,

    /// <summary>Crossed points: measured values that the result was fitted to or read from.</summary>
    Chosen,

    /// <summary>Open points: computed values.</summary>
    Computed,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A dashed line.</summary>
    Dashed,

    /// <summary>An area between <see cref="OutcomeCurve.Low"/> and <see cref="OutcomeCurve.High"/>.</summary>
    Band,
}

/// <summary>An axis of a figure.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Symbol of the unit; a dash (–) for a pure number.</param>
/// <param name="Logarithmic">Whether equal steps are equal ratios; every value must then be above 0.</param>
public sealed record OutcomeAxis(string Label, string Unit, bool Logarithmic = false);

/// <summary>One set of points of a figure, in the units of its axes, shape (points).</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates; of a band its middle.</param>
public sealed record OutcomeCurve(string Name, OutcomeMark Mark, ImmutableArray<double> X, ImmutableArray<double> Y)
{
    /// <summary>Gets the lower ends of intervals or of the band; empty where there are none.</summary>
    public ImmutableArray<double> Low { get; init; } = [];

    /// <summary>Gets the upper ends of intervals or of the band; empty where there are none.</summary>
    public ImmutableArray<double> High { get; init; } = [];
}

/// <summary>A figure of an outcome as data. How it is drawn is no matter of the analysis.</summary>
/// <param name="Title">A short title that says what is seen.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Curves">What is drawn, from back to front; at least one.</param>
public sealed record OutcomeFigure(string Title, OutcomeAxis X, OutcomeAxis Y, ImmutableArray<OutcomeCurve> Curves)
{
    /// <summary>Gets a value indicating whether one unit is equally long on both axes, as a Nyquist plot demands.</summary>
    public bool EqualAxes { get; init; }

    /// <summary>Gets the sentence under the figure: what to notice.</summary>
    public string Caption { get; init; } = string.Empty;
}
