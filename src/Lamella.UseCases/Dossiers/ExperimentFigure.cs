using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Reporting.Figures;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;

namespace Lamella.UseCases.Dossiers;

/// <summary>Predicted and measured points of one experiment against rate, temperature or current.</summary>
internal static class ExperimentFigure
{
    /// <summary>Makes the figure, or returns null for an experiment that belongs in a table only.</summary>
    internal static Figure? Of(Experiment experiment, ImmutableArray<PredictedPoint> points)
    {
        if (experiment.Figure == FigureAxis.Table || points.Length < 2)
        {
            return null;
        }

        PredictedPoint[] shown = [.. points.Where(point => double.IsFinite(X(experiment, point))).OrderBy(point => X(experiment, point))];
        if (shown.Length < 2)
        {
            return null;
        }

        var series = ImmutableArray.CreateBuilder<Series>();
        PredictedPoint[] predictions = [.. shown.Where(point => point.Agreement != Agreement.Calibrated)];
        series.Add(new LineSeries("Model", [.. shown.Select(point => X(experiment, point))], [.. shown.Select(point => point.Value.Value)])
        {
            Colour = SeriesColour.Slot(0),
        });
        Add("Predicted, 90 % interval", PointRole.Prediction, predictions, Prediction);
        Add("Measured", PointRole.Measured, [.. predictions.Where(HasNumber)], Measured);
        Add("Measured, used by the calibration", PointRole.Calibration, [.. shown.Except(predictions).Where(HasNumber)], Measured);
        return new Figure(Typeset.Text(experiment.Name), XAxis(experiment), YAxis(experiment, shown), series.ToImmutable())
        {
            Caption = Caption(shown),
        };

        void Add(string name, PointRole role, PredictedPoint[] members, Func<PredictedPoint, DataPoint> place)
        {
            if (members.Length > 0)
            {
                series.Add(new PointSeries(name, role, [.. members.Select(place)])
                {
                    Colour = role == PointRole.Prediction ? SeriesColour.Slot(0) : SeriesColour.Ink,
                });
            }
        }

        DataPoint Prediction(PredictedPoint point) => new(
            X(experiment, point), point.Value.Value,
            Math.Min(point.Lower.Value, point.Value.Value), Math.Max(point.Upper.Value, point.Value.Value));

        DataPoint Measured(PredictedPoint point) =>
            new(X(experiment, point), point.Point.Fact.Unit.FromSi(point.Point.Fact.Value!.CentreInSi));
    }

    private static bool HasNumber(PredictedPoint point) => point.Point.Fact.Value is { IsComparable: true };

    private static double X(Experiment experiment, PredictedPoint point) => experiment.Figure switch
    {
        FigureAxis.Temperature => point.Point.Temperature - PhysicalConstants.ZeroCelsius,
        FigureAxis.Rate => RateOf(point),
        _ => Math.Abs(point.Simulated.CurrentDensity) / 10.0,
    };

    private static double RateOf(PredictedPoint point) => point.Point.Load is { } load && load.Stated.Dimension == Unit.Parse("C").Dimension
        ? load.Stated.Value
        : double.NaN;

    private static Axis XAxis(Experiment experiment) => experiment.Figure switch
    {
        FigureAxis.Temperature => Axis.Linear("Temperature", "°C"),
        FigureAxis.Rate => Axis.Logarithmic("Discharge rate", "C"),
        _ => Axis.Linear("Current density", "mA/cm²") with { IncludesZero = true },
    };

    private static Axis YAxis(Experiment experiment, PredictedPoint[] shown)
    {
        Unit unit = shown[0].Point.Fact.Unit;
        string label = experiment.Kind switch
        {
            ExperimentKind.DischargeCapacity => "Discharge capacity",
            ExperimentKind.Overpotential => "Overpotential",
            ExperimentKind.Resistance => "Resistance",
            _ => "Transference number",
        };
        return Axis.Linear(label, unit == Unit.One ? Axis.Dimensionless : Typeset.Unit(unit.Symbol)) with { IncludesZero = true };
    }

    private static string Caption(PredictedPoint[] shown)
    {
        int kept = shown.Count(point => point.Agreement == Agreement.Sealed);
        return kept > 0
            ? FormattableString.Invariant($"{kept} of the {shown.Length} measured values are sealed: predicted, and shown without a measured point.")
            : string.Empty;
    }
}
