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
            new KeyValue("Simulations", $"{result.Evaluations}", null, result.CarriedDerivatives == 0
                ? "of all these facts" : $"of all these facts, and {result.CarriedDerivatives} that carry their derivatives along"),
        ]));
        blocks.Add(Parameters(result));
        blocks.Add(Facts(result));
        if (Correlations(result) is { } correlations)
        {
            blocks.Add(correlations);
        }

        blocks.Add(new ParagraphBlock(Typeset.Text(string.Join(' ', result.Notes))));
        return new Section("Calibration", blocks.ToImmutable())
        {
            Lead = "What was moved to meet a few measured facts. Every other measurement stays out of it.",
        };
    }

    private static TableBlock Parameters(CalibrationResult result) => new(
        "Calibrated parameters with standard uncertainty (± a difference, ×/÷ a factor)",
        [
            Column.Text("Parameter"), Column.Number("Value", null), Column.Number("Start", null),
            Column.Text("Bounds and prior"), Column.Badge("Fixed by the facts"),
        ],
        [.. result.Parameters.Select(parameter => new TableRow(
            new Cell(parameter.Name) { Note = Typeset.Text(parameter.Verdict) },
            new Cell(ValueOf(parameter)),
            Typeset.Value(parameter.Start),
            new Cell(Typeset.Range(parameter.Lower, parameter.Upper))
            {
                Note = parameter.Prior is { } prior ? $"prior: {Typeset.Text(prior)}" : "no prior",
            },
            new Cell(parameter.IsIdentified ? "yes" : "no")))]);

    /// <summary>A value that moved on a logarithmic scale is uncertain by a factor, any other by a difference.</summary>
    private static string ValueOf(FittedParameter parameter) => parameter.UncertaintyFactor > 1.0
        ? $"{Typeset.Value(parameter.Value, 3)} ×/÷ {ReportNumber.Significant(parameter.UncertaintyFactor, 3)}"
        : Typeset.Measured(parameter.Value);

    private static TableBlock Facts(CalibrationResult result) => new(
        "Facts used by the calibration; a measured value carries the standard uncertainty that the fit gives it",
        [
            Column.Text("Fact"), Column.Number("Measured", null), Column.Number("Fitted", null),
            Column.Number("Residual", "standard uncertainties"), Column.Text("Source"),
        ],
        [.. result.Facts.Select(fact => new TableRow(
            new Cell(PredictionTable.Conditions(fact.Point)) { Note = $"{fact.Point.Fact.Id}, {fact.Point.Fact.System}" },
            Typeset.Measured(fact.Measured),
            Typeset.Value(fact.Fitted, 4),
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
                FormattableString.Invariant($"Correlations beyond ±{NotableCorrelation}: of such a pair the facts fix a combination better than either parameter"),
                [Column.Text("Parameter"), Column.Text("with"), Column.Number("Correlation", null)],
                rows);
    }
}
