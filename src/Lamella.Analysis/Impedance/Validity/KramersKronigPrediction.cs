using System.Collections.Immutable;
using System.Numerics;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>One part of a spectrum as the other predicts it. Immutable; arrays of points are in the order of the spectrum.</summary>
/// <remarks>
/// The description has the order of the test and is fitted to one part without its outliers. Near both ends of the window a prediction
/// is uncertain, since it depends on what lies beyond; deviations there alone are no violation.
/// </remarks>
public sealed record KramersKronigPrediction
{
    /// <summary>Gets the part that was fitted.</summary>
    public required KramersKronigPart From { get; init; }

    /// <summary>Gets Re(Z − Z_fit)/|Z| at every point.</summary>
    [Unit("–")]
    public required ImmutableArray<double> RealResiduals { get; init; }

    /// <summary>Gets Im(Z − Z_fit)/|Z| at every point.</summary>
    [Unit("–")]
    public required ImmutableArray<double> ImaginaryResiduals { get; init; }

    /// <summary>Gets the root mean square of the residuals of the part that was predicted, outside the outliers.</summary>
    [Unit("–")]
    public required double RootMeanSquare { get; init; }

    /// <summary>Predicts.</summary>
    /// <param name="points">All points.</param>
    /// <param name="rest">Those without the outliers.</param>
    /// <param name="shape">The description of the impedance that the test found.</param>
    /// <param name="from">The part to fit.</param>
    internal static KramersKronigPrediction Of(OrderedSpectrum points, OrderedSpectrum rest, DescriptionShape shape, KramersKronigPart from)
    {
        var description = new LinearDescription(rest, shape with { Part = from, Order = Math.Min(shape.Order, rest.Count - 3) });
        Complex[] residuals = [.. points.Impedance.Select((z, i) => (z - description.ImpedanceAt(points.AngularFrequency[i])) / points.Modulus[i])];
        double[] all = description.WeightedResiduals();
        ReadOnlySpan<double> predicted = from == KramersKronigPart.Real ? all.AsSpan(rest.Count) : all.AsSpan(0, rest.Count);
        return new KramersKronigPrediction
        {
            From = from,
            RealResiduals = points.ToRecordOrder([.. residuals.Select(r => r.Real)]),
            ImaginaryResiduals = points.ToRecordOrder([.. residuals.Select(r => r.Imaginary)]),
            RootMeanSquare = Math.Sqrt(Numerics.Linear.Kernels.Dot(predicted, predicted) / rest.Count),
        };
    }
}
