using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Reporting.Figures;

/// <summary>What a point is. Each has its own mark, so that they cannot be confused, not even without colour.</summary>
public enum PointRole
{
    /// <summary>Simulated without having been fitted to this value: open diamond.</summary>
    Prediction,

    /// <summary>Published or measured, and compared with the prediction: filled disc.</summary>
    Measured,

    /// <summary>Measured, and used to calibrate, so no test of the model: square with a cross.</summary>
    Calibration,

    /// <summary>Another solution or an exact result to verify against: plus.</summary>
    Reference,
}

/// <summary>One point with its interval, in the units of the axes.</summary>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
/// <param name="Low">Lower end of the interval (a value, not an offset), or null.</param>
/// <param name="High">Upper end of the interval (a value, not an offset), or null.</param>
public readonly record struct DataPoint(double X, double Y, double? Low = null, double? High = null)
{
    /// <summary>Makes a point with a symmetric uncertainty.</summary>
    /// <param name="x">Abscissa.</param>
    /// <param name="y">Ordinate.</param>
    /// <param name="uncertainty">Half the length of the interval, ≥ 0, in the unit of the y axis.</param>
    /// <returns>The point.</returns>
    public static DataPoint PlusMinus(double x, double y, double uncertainty) => new(x, y, y - uncertainty, y + uncertainty);
}

/// <summary>Separate points, with or without intervals.</summary>
public sealed record PointSeries : Series
{
    /// <summary>Initializes a set of points.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="role">What the points are; decides the mark.</param>
    /// <param name="points">The points, at least one, finite; an interval has both ends and contains the ordinate.</param>
    /// <exception cref="ArgumentException">There are no points, a value is not finite, or an interval misses its point.</exception>
    public PointSeries(string name, PointRole role, ImmutableArray<DataPoint> points)
        : base(name)
    {
        if (points.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"Series '{name}' has no points; leave it out of the figure.", nameof(points));
        }

        for (int i = 0; i < points.Length; i++)
        {
            Check(name, i, points[i]);
        }

        Role = role;
        Points = points;
    }

    /// <summary>Gets what the points are.</summary>
    public PointRole Role { get; }

    /// <summary>Gets the points, in the units of the axes.</summary>
    public ImmutableArray<DataPoint> Points { get; }

    /// <summary>Gets what each point is, shown on hovering and to screen readers; empty where nothing is to be said.</summary>
    /// <exception cref="ArgumentException">There are some, but not one for each point.</exception>
    public ImmutableArray<string> Names
    {
        get;
        init => field = value.IsDefaultOrEmpty || value.Length == Points.Length ? value : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"'{Name}' has {Points.Length} points and {value.Length} names; give one for each point, or none."));
    }

    = [];

    /// <summary>Gets a value indicating whether a thin line joins the points in their order.</summary>
    public bool Connected { get; init; }

    private static void Check(string name, int index, DataPoint point)
    {
        Require.Finite(point.X, FormattableString.Invariant($"x of '{name}'[{index}]"));
        Require.Finite(point.Y, FormattableString.Invariant($"y of '{name}'[{index}]"));
        if (point.Low is null && point.High is null)
        {
            return;
        }

        if (!(point.Low <= point.Y && point.Y <= point.High && double.IsFinite(point.Low.Value) && double.IsFinite(point.High.Value)))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Point {index} of '{name}' has the value {point.Y} and the interval {point.Low} to {point.High}; give both ends, "
                    + $"finite, around the value."));
        }
    }
}
