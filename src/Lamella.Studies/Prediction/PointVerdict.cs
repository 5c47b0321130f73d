using System.Globalization;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Prediction;

/// <summary>Compares a prediction with its measurement.</summary>
internal static class PointVerdict
{
    internal static PredictedPoint Of(
        ExperimentPoint point, SimulatedPoint best, WeightedSamples samples, FactUncertainty uncertainty, double coverage, bool isCalibrated)
    {
        Unit unit = point.Fact.Unit;
        double noise = uncertainty.Of(point.Kind, 1.0);
        double tail = 0.5 * (1.0 - coverage);
        double lower = Math.Max(PredictionInterval.Quantile(samples, noise, tail), 0.0);
        double upper = PredictionInterval.Quantile(samples, noise, 1.0 - tail);
        (Agreement agreement, double deviation, string verdict) = Judge(point.Fact, best.Value.InSi, lower, upper, isCalibrated);
        return new PredictedPoint
        {
            Point = point,
            Value = best.Value,
            Lower = new Quantity(unit.FromSi(lower), unit),
            Upper = new Quantity(unit.FromSi(upper), unit),
            Agreement = agreement,
            Deviation = deviation,
            Verdict = verdict,
            Simulated = best,
            Samples = [.. samples.Values.Select(unit.FromSi)],
            Weights = [.. samples.Weights],
        };
    }

    private static (Agreement Agreement, double Deviation, string Verdict) Judge(
        PublishedFact fact, double value, double lower, double upper, bool isCalibrated)
    {
        if (fact.Value is not { } measured)
        {
            return (Agreement.Sealed, double.NaN, "sealed: predicted without knowing the measured value");
        }

        if (measured.Qualifier == FactQualifier.List)
        {
            return (Agreement.NotComparable, double.NaN, $"not comparable: {measured}");
        }

        (double least, double greatest) = Span(measured);
        double centre = measured.InSi.Average();
        double deviation = centre != 0.0 ? (value - centre) / centre : double.NaN;
        string off = string.Create(CultureInfo.InvariantCulture, $"{100.0 * deviation:+0.0;-0.0;0.0} %");
        if (isCalibrated)
        {
            return (Agreement.Calibrated, deviation, string.Create(CultureInfo.InvariantCulture, $"used by the calibration, met to {100.0 * Math.Abs(deviation):0.0} %"));
        }

        if (greatest >= lower && least <= upper)
        {
            return (Agreement.Inside, deviation, $"inside the interval, {off}");
        }

        bool below = greatest < lower;
        double beyond = (below ? lower - greatest : least - upper) / fact.Unit.Factor;
        return (
            below ? Agreement.MeasuredBelow : Agreement.MeasuredAbove,
            deviation,
            string.Create(CultureInfo.InvariantCulture, $"outside: {off}, the measurement lies {beyond:G3}{(fact.Unit == Unit.One ? string.Empty : " " + fact.Unit)} {(below ? "below" : "above")} the interval"));
    }

    /// <summary>Where the true value may lie by what was published.</summary>
    private static (double Least, double Greatest) Span(FactValue measured) => measured.Qualifier switch
    {
        FactQualifier.Above or FactQualifier.AtLeast => (measured.InSi[0], double.PositiveInfinity),
        FactQualifier.Below or FactQualifier.AtMost => (double.NegativeInfinity, measured.InSi[0]),
        FactQualifier.Range => (measured.InSi.Min(), measured.InSi.Max()),
        _ => (measured.InSi[0], measured.InSi[0]),
    };
}
