using System.Collections.Immutable;
using Lamella.Audit.Verdicts;
using Lamella.Reporting.Figures;

namespace Lamella.UseCases.Audits;

/// <summary>Draws the left side of every comparison over its right side: at 1 both say the same.</summary>
internal static class AuditFigure
{
    /// <summary>Makes the figure, or null where no verdict has two finite sides above zero.</summary>
    internal static Figure? Of(AuditReport report)
    {
        (Verdict Verdict, double X)[] compared =
        [
            .. report.Verdicts.Where(IsDrawn).OrderByDescending(verdict => verdict.Gap).ThenByDescending(Ratio)
                .Select((verdict, index) => (verdict, index + 1.0)),
        ];
        ImmutableArray<Series> series =
        [
            .. Points("consistent", PointRole.Prediction, compared, verdict => verdict.Outcome == Outcome.Consistent),
            .. Points("undetermined", PointRole.Reference, compared, verdict => verdict.Outcome == Outcome.Undetermined),
            .. Points("contradicted", PointRole.Measured, compared, verdict => verdict.Outcome == Outcome.Contradicted),
        ];
        return series.IsEmpty ? null : new Figure(
            "Both sides of every comparison",
            Axis.Linear("Comparison, the widest gap first", Axis.Dimensionless),
            Axis.Logarithmic("Left side / right side", Axis.Dimensionless),
            series)
        {
            Caption = "Middles of the two sides; the bars hold what digits and usual assumptions leave open. An inequality may lie below 1.",
        };
    }

    private static bool IsDrawn(Verdict verdict) =>
        verdict is { Left.Value: { IsFinite: true, Low: > 0.0 }, Right.Value: { IsFinite: true, Low: > 0.0 } } && Ratio(verdict) is > 1e-3 and < 1e3;

    private static double Ratio(Verdict verdict) => verdict.Left!.Value.Middle / verdict.Right!.Value.Middle;

    private static IEnumerable<Series> Points(string name, PointRole role, (Verdict Verdict, double X)[] compared, Func<Verdict, bool> belongs)
    {
        ImmutableArray<DataPoint> points =
        [
            .. compared.Where(item => belongs(item.Verdict)).Select(item => new DataPoint(
                item.X,
                Ratio(item.Verdict),
                item.Verdict.Left!.Value.Low / item.Verdict.Right!.Value.High,
                item.Verdict.Left.Value.High / item.Verdict.Right.Value.Low)),
        ];
        return points.IsEmpty ? [] : [new PointSeries(name, role, points)];
    }
}
