using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Reporting.Figures;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Analyses;

/// <summary>Turns the figures of an outcome into figures of a page.</summary>
internal static class AnalysisFigures
{
    private const int MostPoints = 2000; // a page draws every point

    /// <summary>Makes the figures that have anything to show.</summary>
    internal static ImmutableArray<Figure> Of(AnalysisOutcome outcome) =>
        [.. outcome.Figures.Select(Of).Where(figure => figure is not null).Select(figure => figure!)];

    private static Figure? Of(OutcomeFigure figure)
    {
        ImmutableArray<Series> series = [.. figure.Curves.Select(curve => Of(curve, figure)).Where(curve => curve is not null).Select(curve => curve!)];
        return series.IsEmpty ? null : new Figure(figure.Title, Of(figure.X), Of(figure.Y), series) { EqualAxes = figure.EqualAxes, Caption = figure.Caption };
    }

    private static Axis Of(OutcomeAxis axis) => axis.Logarithmic ? Axis.Logarithmic(axis.Label, UnitOf(axis)) : Axis.Linear(axis.Label, UnitOf(axis));

    private static string UnitOf(OutcomeAxis axis) => Typeset.Unit(axis.Unit);

    private static Series? Of(OutcomeCurve curve, OutcomeFigure figure)
    {
        bool hasEnds = curve.Low.Length == curve.X.Length && curve.High.Length == curve.X.Length;
        int step = (curve.X.Length / MostPoints) + 1;
        int[] shown = [.. Enumerable.Range(0, curve.X.Length).Where(i => i % step == 0 || i == curve.X.Length - 1).Where(i => IsDrawable(curve, figure, i, hasEnds))];
        if (shown.Length == 0)
        {
            return null;
        }

        ImmutableArray<double> x = [.. shown.Select(i => curve.X[i])];
        return curve.Mark switch
        {
            OutcomeMark.Line => new LineSeries(curve.Name, x, [.. shown.Select(i => curve.Y[i])]),
            OutcomeMark.Dashed => new LineSeries(curve.Name, x, [.. shown.Select(i => curve.Y[i])]) { Style = LineStyle.Dashed },
            OutcomeMark.Band => new BandSeries(curve.Name, x, [.. shown.Select(i => curve.Low[i])], [.. shown.Select(i => curve.High[i])]),
            _ => new PointSeries(curve.Name, Role(curve.Mark), [.. shown.Select(i => Point(curve, i, hasEnds))]),
        };
    }

    private static PointRole Role(OutcomeMark mark) => mark switch
    {
        OutcomeMark.Chosen => PointRole.Calibration,
        OutcomeMark.Computed => PointRole.Prediction,
        _ => PointRole.Measured,
    };

    private static DataPoint Point(OutcomeCurve curve, int i, bool hasEnds) =>
        hasEnds ? new DataPoint(curve.X[i], curve.Y[i], curve.Low[i], curve.High[i]) : new DataPoint(curve.X[i], curve.Y[i]);

    // What a logarithmic axis cannot show is left out; the table still has it.
    private static bool IsDrawable(OutcomeCurve curve, OutcomeFigure figure, int i, bool hasEnds)
    {
        bool Fits(double value, OutcomeAxis axis) => double.IsFinite(value) && (!axis.Logarithmic || value > 0.0);
        return Fits(curve.X[i], figure.X) && Fits(curve.Y[i], figure.Y) && (!hasEnds || (Fits(curve.Low[i], figure.Y) && Fits(curve.High[i], figure.Y)));
    }
}
