using System.Collections.Immutable;

namespace Lamella.Reporting.Figures;

/// <summary>One layer of a stack of areas; layers lie on each other in the order of the figure and share their abscissae.</summary>
public sealed record StackedAreaSeries : Series
{
    /// <summary>Initializes a layer.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="x">Abscissae, finite, the same for every layer of the figure.</param>
    /// <param name="y">Height of this layer alone, in the unit of the y axis; negative heights lower the layers above.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero, or a value is not finite.</exception>
    public StackedAreaSeries(string name, ImmutableArray<double> x, ImmutableArray<double> y)
        : base(name)
    {
        Require.SameLength(x.Length, y.Length, $"area '{name}'");
        Require.AllFinite(x.AsSpan(), $"x of area '{name}'");
        Require.AllFinite(y.AsSpan(), $"y of area '{name}'");
        X = x;
        Y = y;
    }

    /// <summary>Gets the abscissae, in the unit of the x axis.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>Gets the height of this layer alone, in the unit of the y axis.</summary>
    public ImmutableArray<double> Y { get; }
}

/// <summary>One colour of stacked bars on a categorical axis; negative parts stack downwards from zero.</summary>
public sealed record BarSeries : Series
{
    /// <summary>Initializes the bars.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="values">One finite value per category, in the unit of the y axis.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public BarSeries(string name, ImmutableArray<double> values)
        : base(name)
    {
        Require.SameLength(values.IsDefault ? 0 : values.Length, values.IsDefault ? 0 : values.Length, $"bars '{name}'");
        Require.AllFinite(values.AsSpan(), $"bars '{name}'");
        Values = values;
    }

    /// <summary>Gets one value per category, in the unit of the y axis.</summary>
    public ImmutableArray<double> Values { get; }
}
