using System.Collections.Immutable;
using Lamella.Core.Provenance;

namespace Lamella.Materials.Laws;

/// <summary>How a table is continued between its points.</summary>
public enum TableInterpolation
{
    /// <summary>Straight lines.</summary>
    Linear,

    /// <summary>Cubic pieces with a continuous slope that rise and fall only where the points do.</summary>
    Monotone,
}

/// <summary>A property given as a table of its argument, at one temperature.</summary>
/// <remarks>
/// Monotone pieces after Fritsch and Butland: the slope at an inner point is the weighted harmonic mean of the two neighbouring
/// chords, 0 where they differ in sign. Beyond the first and last point the table is continued by a straight line.
/// <b>Source.</b> SIAM J. Sci. Stat. Comput. 5 (1984) 300, <see href="https://doi.org/10.1137/0905021"/>.
/// </remarks>
internal sealed class TableLaw : PropertyLaw
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[]? _slopes;

    internal TableLaw(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, TableInterpolation interpolation, Source source, ValidRange temperatureRange)
        : base(source, new ValidRange(x[0], x[^1]), temperatureRange, isConstant: false, OutsideRange.Report)
    {
        (_x, _y) = (x.ToArray(), y.ToArray());
        _slopes = interpolation == TableInterpolation.Monotone ? MonotoneSlopes(_x, _y) : null;
    }

    /// <summary>Gets the points of the table, in order.</summary>
    internal ImmutableArray<(double X, double Y)> Points => [.. _x.Zip(_y)];

    /// <summary>Gets how the table is continued between its points.</summary>
    internal TableInterpolation Interpolation => _slopes is null ? TableInterpolation.Linear : TableInterpolation.Monotone;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
    {
        value = value[..argument.Length];
        for (int i = 0; i < value.Length; i++)
        {
            value[i] = Look(argument[i]).Value;
        }
    }

    /// <inheritdoc/>
    public override void EvaluateWithSlope(
        ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
    {
        value = value[..argument.Length];
        slope = slope[..argument.Length];
        for (int i = 0; i < value.Length; i++)
        {
            (value[i], slope[i]) = Look(argument[i]);
        }
    }

    private static double[] MonotoneSlopes(double[] x, double[] y)
    {
        int last = x.Length - 1;
        double[] slopes = new double[x.Length];
        slopes[0] = (y[1] - y[0]) / (x[1] - x[0]);
        slopes[last] = (y[last] - y[last - 1]) / (x[last] - x[last - 1]);
        for (int k = 1; k < last; k++)
        {
            double before = x[k] - x[k - 1], after = x[k + 1] - x[k];
            double left = (y[k] - y[k - 1]) / before, right = (y[k + 1] - y[k]) / after;
            double weight = (before + (2.0 * after)) / (3.0 * (before + after));
            slopes[k] = left * right > 0.0 ? left * right / ((weight * right) + ((1.0 - weight) * left)) : 0.0;
        }

        return slopes;
    }

    private (double Value, double Slope) Look(double at)
    {
        int last = _x.Length - 1;
        int k = Math.Clamp(Array.BinarySearch(_x, at) is var found && found >= 0 ? found : ~found - 1, 0, last - 1);
        double h = _x[k + 1] - _x[k], chord = (_y[k + 1] - _y[k]) / h;
        if (_slopes is null)
        {
            return (_y[k] + (chord * (at - _x[k])), chord);
        }

        if (at < _x[0] || at > _x[last])
        {
            int end = at < _x[0] ? 0 : last;
            return (_y[end] + (_slopes[end] * (at - _x[end])), _slopes[end]);
        }

        double s = (at - _x[k]) / h;
        double curve = _slopes[k] + _slopes[k + 1] - (2.0 * chord);
        double bend = chord - _slopes[k] - curve;
        double value = _y[k] + (h * s * (_slopes[k] + (s * (bend + (s * curve)))));
        return (value, _slopes[k] + (s * ((2.0 * bend) + (3.0 * s * curve))));
    }
}
