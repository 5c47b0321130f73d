using Lamella.Cells.Experiments;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;

namespace Lamella.UseCases.Whole;

/// <summary>Apparent diffusivity of a titration against the charge passed.</summary>
internal static class TitrationFigure
{
    private const int ChargeColumn = 0, DiffusivityColumn = 5;

    /// <summary>Makes the figure; null where no pulse gave a diffusivity.</summary>
    internal static Figure? Diffusivity(WholeExperimentResult whole)
    {
        ReportedRow[] rows = [.. whole.Findings.Rows.Where(row => row.Values[DiffusivityColumn] > 0.0 && double.IsFinite(row.Values[DiffusivityColumn]))];
        return rows.Length == 0 ? null : new Figure(
            "Apparent diffusivity of the active material",
            Axis.Linear("Charge passed", "mAh/cm²"),
            Axis.Logarithmic("Diffusivity", "m²/s"),
            [
                new PointSeries(
                    "From the pulses and rests", PointRole.Prediction, [.. rows.Select(row => new DataPoint(Math.Abs(row.Values[ChargeColumn]), row.Values[DiffusivityColumn]))]),
            ])
        {
            Caption = "As the method reads it from the voltage; the description has one diffusivity, so what varies is the method's error.",
        };
    }
}
