using System.Globalization;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Samples;

/// <summary>The prediction table of the sample.</summary>
internal static class SamplePredictions
{
    internal static TableBlock Table() => new(
        "Predicted and published quantities.",
        [
            Column.Text("Quantity"), Column.Number("Predicted", "mAh/g"), Column.Number("95 % interval", "mAh/g"),
            Column.Number("Measured", "mAh/g"), Column.Badge("Prediction and measurement"), Column.Badge("Verdict"),
        ],
        [
            TableRow.Group("Coin cell, 25 °C"),
            Calibrated("Capacity at 0.1C", 205.9, 205.7), Row("Capacity at 0.1C, returning", 205.9, 2.6, 203.2),
            Row("Capacity at 0.1C, first table", 205.9, 2.6, 207.1), Calibrated("Capacity at 1C", 190.8, 190.5),
            Row("Capacity at 3C", 164.1, 6.3, null), Row("Capacity at 5C", 142.5, 7.4, 141.1), Row("Capacity at 10C", 107.3, 9.5, null),
            TableRow.Group("Coin cell, other temperatures"),
            Row("Capacity at −20 °C, 0.1C", 121.3, 13.0, 128.7), Row("Capacity at −20 °C, 0.1C, cycle 1", 121.3, 13.0, 132.6),
            Row("Capacity at −10 °C, 0.1C", 158.8, 9.6, null), Row("Capacity at 60 °C, 0.1C", 213.7, 3.4, null),
            Row("Capacity at 60 °C, 0.3C", 211.6, 3.6, 221.7), Row("Capacity at 60 °C, 2C", 196.0, 5.2, null),
            Row("Capacity at 60 °C, 5C", 171.8, 7.0, null), Row("Capacity at 60 °C, 20C", 88.2, 10.5, 119.7), Row("Capacity at 60 °C, 40C", 0.0, 4.0, null),
            TableRow.Group("Pouch cell, 25 °C"),
            Row("Capacity at 0.1C", 187.0, 5.0, 182.9), Row("Capacity at 0.2C", 183.1, 5.4, 176.6), Row("Capacity at 0.3C", 180.2, 5.6, null),
            Row("Capacity at 0.5C", 175.9, 6.0, null),
            new TableRow("Retention after 1000 cycles at 20C", "–", "–", "73 %", "", Cell.Badge(Mark.NotSimulated)),
        ]);

    private static TableRow Row(string name, double predicted, double half, double? measured)
    {
        double low = Math.Max(0.0, predicted - half), high = predicted + half;
        Mark mark = measured is not { } m ? Mark.SealedPredictionOnly : m >= low && m <= high ? Mark.InsideInterval : Mark.Outside;
        return new TableRow(
            name, ReportNumber.Fixed(predicted, 1), ReportNumber.Interval(low, high), measured?.ToString("F1", CultureInfo.InvariantCulture) ?? "sealed",
            Cell.Interval(predicted, low, high, measured), Cell.Badge(mark));
    }

    private static TableRow Calibrated(string name, double predicted, double measured) => new(
        name, ReportNumber.Fixed(predicted, 1), "–", ReportNumber.Fixed(measured, 1), "", Cell.Badge(Mark.UsedForCalibration));
}
