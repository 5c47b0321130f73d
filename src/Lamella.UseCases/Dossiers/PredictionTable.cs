using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;

namespace Lamella.UseCases.Dossiers;

/// <summary>The table prediction, interval, measured value, verdict.</summary>
internal static class PredictionTable
{
    private static readonly ImmutableArray<Column> Columns =
    [
        Column.Text("Measurement"), Column.Number("Predicted", null), Column.Number("90 % interval", null),
        Column.Number("Measured", null), Column.Text("Unit"), Column.Badge("Interval and measurement"), Column.Badge("Verdict"),
    ];

    /// <summary>Makes the table, one group of rows per experiment.</summary>
    internal static TableBlock Of(string caption, IEnumerable<(Experiment Experiment, ImmutableArray<PredictedPoint> Points)> experiments)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach ((Experiment experiment, ImmutableArray<PredictedPoint> points) in experiments)
        {
            string[] systems = [.. points.Select(point => point.Point.Fact.System).Distinct()];
            rows.Add(TableRow.Group(Typeset.Text(experiment.Name) + (systems is [var only] ? $" · {only}" : string.Empty)));
            rows.AddRange(points.Select(point => Row(point, namesSystem: systems.Length > 1)));
        }

        return new TableBlock(caption, Columns, rows.ToImmutable());
    }

    /// <summary>Names the conditions of a point in a few words.</summary>
    internal static string Conditions(ExperimentPoint point)
    {
        var words = new List<string>();
        if (point.Load is { } load)
        {
            words.Add(Typeset.Text(load.ToString()));
        }

        words.Add(Typeset.Text(FormattableString.Invariant($"{point.Temperature - PhysicalConstants.ZeroCelsius:0.##} °C")));
        if (point.Kind == ExperimentKind.Resistance && point.Part != ResistancePart.Whole)
        {
            words.Add(point.Part == ResistancePart.Electrolyte ? "electrolyte" : "interfaces");
        }

        return string.Join(", ", words);
    }

    /// <summary>The badge of an agreement.</summary>
    internal static Mark Verdict(Agreement agreement) => agreement switch
    {
        Agreement.Sealed => Mark.SealedPredictionOnly,
        Agreement.Calibrated => Mark.UsedForCalibration,
        Agreement.Inside => Mark.InsideInterval,
        Agreement.NotComparable => Mark.None,
        _ => Mark.Outside,
    };

    private static TableRow Row(PredictedPoint predicted, bool namesSystem)
    {
        ExperimentPoint point = predicted.Point;
        double? measured = point.Fact.Value is { IsComparable: true } value ? point.Fact.Unit.FromSi(value.CentreInSi) : null;
        bool isPrediction = predicted.Agreement != Agreement.Calibrated;
        return new TableRow(
            new Cell(Conditions(point)) { Note = namesSystem ? $"{point.Fact.Id}, {point.Fact.System}" : point.Fact.Id },
            new Cell(ReportNumber.Significant(predicted.Value.Value, 4)) { Note = predicted.Reason ?? string.Empty },
            new Cell(isPrediction ? ReportNumber.Interval(predicted.Lower.Value, predicted.Upper.Value) : "–"),
            new Cell(point.Fact.IsSealed ? "sealed" : Number(point)) { Note = point.Fact.Source.Place ?? string.Empty },
            point.Fact.Unit == Unit.One ? "–" : Typeset.Unit(point.Fact.Unit.Symbol),
            isPrediction ? Cell.Interval(predicted.Value.Value, Below(predicted), Above(predicted), measured) : new Cell(string.Empty),
            new Cell(string.Empty) { Mark = Verdict(predicted.Agreement), Note = Deviation(predicted) });
    }

    private static double Below(PredictedPoint predicted) => Math.Min(predicted.Lower.Value, predicted.Value.Value);

    private static double Above(PredictedPoint predicted) => Math.Max(predicted.Upper.Value, predicted.Value.Value);

    private static string Number(ExperimentPoint point)
    {
        string text = point.Fact.Value!.ToString();
        string unit = point.Fact.Unit.Symbol;
        return text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd() : text;
    }

    private static string Deviation(PredictedPoint predicted) => double.IsNaN(predicted.Deviation)
        ? string.Empty
        : FormattableString.Invariant($"{Sign(predicted.Deviation)}{100.0 * Math.Abs(predicted.Deviation):F1} %");

    private static string Sign(double deviation) => Math.Abs(deviation) < 5e-4 ? string.Empty : deviation > 0.0 ? "+" : "−";
}
