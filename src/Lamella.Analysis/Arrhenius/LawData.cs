using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Checked points with their weights.</summary>
internal sealed class LawData
{
    internal LawData(ImmutableArray<ConductivityPoint> points, PointWeighting weighting)
    {
        Check(points, weighting);
        Temperatures = [.. points.Select(point => point.Temperature)];
        Logarithms = [.. points.Select(point => Math.Log(point.Conductivity))];
        Weights = [.. points.Select(point => weighting == PointWeighting.Weighted ? point.Conductivity / point.Uncertainty : 1.0)];
        Common = points.Max(point => point.CommonUncertainty);
        (Lowest, Highest) = (Temperatures.Min(), Temperatures.Max());
    }

    /// <summary>Gets T [K].</summary>
    internal double[] Temperatures { get; }

    /// <summary>Gets ln(σ/(S/m)).</summary>
    internal double[] Logarithms { get; }

    /// <summary>Gets 1/u(ln σ), or 1 for all.</summary>
    internal double[] Weights { get; }

    /// <summary>Gets the relative uncertainty common to all points.</summary>
    internal double Common { get; }

    /// <summary>Gets the lowest temperature [K].</summary>
    internal double Lowest { get; }

    /// <summary>Gets the highest temperature [K].</summary>
    internal double Highest { get; }

    /// <summary>Gets the number of points.</summary>
    internal int Count => Temperatures.Length;

    /// <summary>Fits a straight line to ln σ + f·ln T over 1/(T − T₀).</summary>
    /// <returns>Intercept and slope.</returns>
    internal (double Intercept, double Slope) Line(double power, double zero = 0.0)
    {
        double sum = 0.0, meanX = 0.0, meanY = 0.0;
        for (int i = 0; i < Count; i++)
        {
            double weight = Weights[i] * Weights[i];
            sum += weight;
            meanX += weight / (Temperatures[i] - zero);
            meanY += weight * (Logarithms[i] + (power * Math.Log(Temperatures[i])));
        }

        (meanX, meanY) = (meanX / sum, meanY / sum);
        double xx = 0.0, xy = 0.0;
        for (int i = 0; i < Count; i++)
        {
            double weight = Weights[i] * Weights[i], x = (1.0 / (Temperatures[i] - zero)) - meanX;
            xx += weight * x * x;
            xy += weight * x * (Logarithms[i] + (power * Math.Log(Temperatures[i])) - meanY);
        }

        double slope = xy / xx;
        return (meanY - (slope * meanX), slope);
    }

    private static void Check(ImmutableArray<ConductivityPoint> points, PointWeighting weighting)
    {
        for (int i = 0; i < points.Length; i++)
        {
            ConductivityPoint point = points[i];
            if (!(point.Temperature > 0.0 && double.IsFinite(point.Temperature)) || !(point.Conductivity > 0.0 && double.IsFinite(point.Conductivity)))
            {
                throw Fault(
                    FormattableString.Invariant($"point {i + 1} has a conductivity of {point.Conductivity} S/m at {point.Temperature} K."),
                    "above 0 S/m and above 0 K", "Correct the value, or check its unit.");
            }

            if (!(point.Uncertainty >= 0.0 && point.CommonUncertainty >= 0.0) || (weighting == PointWeighting.Weighted && !(point.Uncertainty > 0.0)))
            {
                throw Fault(
                    FormattableString.Invariant($"the uncertainty of point {i + 1} is {point.Uncertainty} S/m."),
                    weighting == PointWeighting.Weighted ? "above 0 S/m for weights" : "0 S/m or above", "State the uncertainty of every point, or do not weight.");
            }
        }

        int different = points.IsDefault ? 0 : points.Select(point => point.Temperature).Distinct().Count();
        if (different < 3)
        {
            throw Fault($"there are {different} different temperatures.", "at least 3", "Measure at more temperatures; two points always lie on a line.");
        }
    }

    private static InputException Fault(string problem, string allowed, string remedy) =>
        new(InputPlace.Whole("conductivity over temperature"), problem, allowed, remedy);
}
