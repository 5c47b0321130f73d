using System.Collections.Immutable;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Studies.Calibration;

namespace Lamella.UseCases.Dossiers;

/// <summary>What the calibration moved, how well, and what it could not fix.</summary>
internal static class CalibrationSection
{
    private const double NotableCorrelation = 0.5;

    internal static Section Of(CalibrationResult result)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new StatisticsBlock(
        [
            new KeyValue("Facts used", $"{result.Facts.Length}"),
            new KeyValue("Parameters", $"{result.Parameters.Length}", null, $"{result.Parameters.Count(p => p.IsIdentified)} identified"),
            new KeyValue("χ²", ReportNumber.Significant(result.ChiSquare, 3), null, $"{result.DegreesOfFreedom} degrees of freedom"),
            new KeyValue("Evaluations", $"{result.Evaluations}", null, "of all facts"),
        ]));
        blocks.Add(Parameters(result));
        blocks.Add(Facts(result));
        if (Correlations(result) is { } correlations)
        {
            blocks.Add(correlations);
        }

        blocks.Add(new ParagraphBlock(string.Join(' ', result.Notes)));
        return new Section("Calibration", blocks.ToImmutable())
        {
            Lead = "What was moved to meet a few measured facts. Every other measurement stays out of it.",
        };
    }

    private static TableBlock Parameters(CalibrationResult result) => new(
        "Calibrated parameters",
        [
            Column.Text("Parameter"), Column.Number("Value", null), Column.Number("Start", null),
            Column.Text("Bounds and prior"), Column.Badge("Fixed by the facts"),
        ],
        [.. result.Parameters.Select(parameter => new TableRow(
            new Cell(parameter.Name) { Note = parameter.Verdict },
            new Cell(ValueOf(parameter)),
            $"{ReportNumber.Significant(parameter.Start.Value, 4)} {parameter.Start.Unit}",
            new Cell($"{ReportNumber.Significant(parameter.Lower.Value, 4)} to {ReportNumber.Significant(parameter.Upper.Value, 4)} {parameter.Upper.Unit}")
            {
                Note = parameter.Prior is { } prior ? $"prior: {prior}" : "no prior",
            },
            new Cell(parameter.IsIdentified ? "yes" : "no")))]);

    private static string ValueOf(FittedParameter parameter) => parameter.UncertaintyFactor > 1.0
        ? FormattableString.Invariant($"{ReportNumber.Significant(parameter.Value.Value, 3)} {parameter.Value.Unit} ×/÷ {ReportNumber.Significant(parameter.UncertaintyFactor, 3)}")
        : FormattableString.Invariant($"{ReportNumber.Significant(parameter.Value.Value, 4)} ± {ReportNumber.Significant(parameter.Value.Uncertainty, 2)} {parameter.Value.Unit}");

    private static TableBlock Facts(CalibrationResult result) => new(
        "Facts used by the calibration",
        [
            Column.Text("Fact"), Column.Number("Measured", null), Column.Number("Fitted", null),
            Column.Number("Residual", "σ"), Column.Text("Source"),
        ],
        [.. result.Facts.Select(fact => new TableRow(
            new Cell(PredictionTable.Conditions(fact.Point)) { Note = $"{fact.Point.Fact.Id}, {fact.Point.Fact.System}" },
            $"{fact.Measured}",
            $"{ReportNumber.Significant(fact.Fitted.Value, 4)} {fact.Fitted.Unit}",
            ReportNumber.Fixed(fact.Residual, 2),
            SourceCells.Citation(fact.Point.Fact.Source)))]);

    private static TableBlock? Correlations(CalibrationResult result)
    {
        int n = result.Parameters.Length;
        var pairs = from i in Enumerable.Range(0, n)
                    from j in Enumerable.Range(i + 1, n - i - 1)
                    let correlation = result.Correlation[(i * n) + j]
                    where Math.Abs(correlation) > NotableCorrelation
                    orderby Math.Abs(correlation) descending
                    select new TableRow(
                        result.Parameters[i].Name, result.Parameters[j].Name, ReportNumber.Fixed(correlation, 2));
        ImmutableArray<TableRow> rows = [.. pairs];
        return rows.IsEmpty
            ? null
            : new TableBlock(
                FormattableString.Invariant($"Correlations above {NotableCorrelation}: the facts fix these pairs less well than each alone"),
                [Column.Text("Parameter"), Column.Text("with"), Column.Number("Correlation", null)],
                rows);
    }
}
