using System.Collections.Immutable;

namespace Lamella.Reporting.Figures;

/// <summary>How an axis maps values to places.</summary>
public enum AxisScale
{
    /// <summary>Equal steps for equal differences.</summary>
    Linear,

    /// <summary>Equal steps for equal ratios; every value must be above zero.</summary>
    Logarithmic,

    /// <summary>Named places 0, 1, 2, … for bars.</summary>
    Categorical,
}

/// <summary>The part of an axis that is shown, in the unit of the axis.</summary>
/// <param name="Low">The lower end, below <paramref name="High"/>.</param>
/// <param name="High">The upper end.</param>
public readonly record struct AxisRange(double Low, double High);

/// <summary>One axis of a figure. It cannot exist without a label and a unit.</summary>
public sealed record Axis
{
    /// <summary>The unit symbol of a dimensionless axis.</summary>
    public const string Dimensionless = "–";

    private readonly AxisRange? range;

    private Axis(string label, string unit, AxisScale scale, ImmutableArray<string> categories)
    {
        Label = Require.Text(label, "an axis label", "say what the axis shows, for example \"Cell voltage\"");
        Unit = Require.Text(
            unit, $"the unit of axis '{label}'", "give its symbol, for example \"V\", or Axis.Dimensionless where it has none");
        Scale = scale;
        Categories = categories;
    }

    /// <summary>Gets what the axis shows.</summary>
    public string Label { get; }

    /// <summary>Gets the symbol of the unit in which the values are given.</summary>
    public string Unit { get; }

    /// <summary>Gets how values map to places.</summary>
    public AxisScale Scale { get; }

    /// <summary>Gets the names of the places of a categorical axis; empty otherwise.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>Gets the part shown, in <see cref="Unit"/>; null fits the axis to the data.</summary>
    /// <exception cref="ArgumentException">The ends are not finite, not in order, or not above zero on a logarithmic axis.</exception>
    public AxisRange? Range
    {
        get => range;
        init
        {
            if (value is { } given)
            {
                CheckRange(given);
            }

            range = value;
        }
    }

    /// <summary>Gets where to put tick marks, in <see cref="Unit"/>; empty chooses round values.</summary>
    public ImmutableArray<double> Ticks { get; init; } = [];

    /// <summary>Gets a value indicating whether a fitted linear axis includes zero.</summary>
    public bool IncludesZero { get; init; }

    /// <summary>Gets the axis title: label and unit.</summary>
    public string Title => $"{Label} ({Unit})";

    /// <summary>Makes a linear axis.</summary>
    /// <param name="label">What it shows.</param>
    /// <param name="unit">Symbol of the unit; <see cref="Dimensionless"/> where there is none.</param>
    /// <returns>The axis.</returns>
    /// <exception cref="ArgumentException">The label or the unit is missing.</exception>
    public static Axis Linear(string label, string unit) => new(label, unit, AxisScale.Linear, []);

    /// <summary>Makes a logarithmic axis.</summary>
    /// <param name="label">What it shows.</param>
    /// <param name="unit">Symbol of the unit; <see cref="Dimensionless"/> where there is none.</param>
    /// <returns>The axis.</returns>
    /// <exception cref="ArgumentException">The label or the unit is missing.</exception>
    public static Axis Logarithmic(string label, string unit) => new(label, unit, AxisScale.Logarithmic, []);

    /// <summary>Makes an axis of named places, for bars. Points and lines on it use 0, 1, 2, … as their values.</summary>
    /// <param name="label">What the names are.</param>
    /// <param name="unit">Symbol of the unit of the names; <see cref="Dimensionless"/> where there is none.</param>
    /// <param name="categories">The names, at least one.</param>
    /// <returns>The axis.</returns>
    /// <exception cref="ArgumentException">The label, the unit or the names are missing.</exception>
    public static Axis Categorical(string label, string unit, ImmutableArray<string> categories)
    {
        if (categories.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"Axis '{label}' has no categories; name at least one.", nameof(categories));
        }

        return new Axis(label, unit, AxisScale.Categorical, categories);
    }

    private void CheckRange(AxisRange given)
    {
        Require.Finite(given.Low, $"the lower end of axis '{Label}'");
        Require.Finite(given.High, $"the upper end of axis '{Label}'");
        if (given.Low >= given.High || (Scale == AxisScale.Logarithmic && given.Low <= 0.0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Axis '{Label}' has the range {given.Low} to {given.High} {Unit}; the ends must rise, and be above 0 on a logarithmic axis."));
        }
    }
}
