using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;

namespace Lamella.UseCases.Whole;

/// <summary>Voltage at the end of the half cycles against the current, with the ohmic line through the first.</summary>
internal static class HalfCycleFigure
{
    private const int Current = 0, ChargeVoltage = 2;

    /// <summary>Makes the figure from the findings of the critical-current protocol; null where fewer than two currents ran.</summary>
    internal static Figure? Of(WholeExperimentResult whole)
    {
        ReportedRow[] rows = [.. whole.Findings.Rows.Where(row => double.IsFinite(row.Values[Current]) && double.IsFinite(row.Values[ChargeVoltage]))];
        if (rows.Length < 2)
        {
            return null;
        }

        double slope = rows[0].Values[ChargeVoltage] / rows[0].Values[Current], largest = rows[^1].Values[Current];
        var series = ImmutableArray.CreateBuilder<Series>();
        series.Add(new LineSeries("Resistance of the smallest current", [0.0, largest], [0.0, slope * largest]) { Style = LineStyle.Dashed, Colour = SeriesColour.Ink });
        Add("Half cycles that carry their whole charge", [.. rows.Where(row => row.Note.Length == 0)], 0);
        Add("Half cycle that fails", [.. rows.Where(row => row.Note.Length > 0)], 1);
        return new Figure(
            "Voltage at the end of a half cycle",
            Axis.Linear("Current density", "mA/cm²") with { IncludesZero = true },
            Axis.Linear("Voltage", "mV") with { IncludesZero = true },
            series.ToImmutable())
        {
            Caption = "Below the dashed line the kinetics help, above it the salt runs short.",
        };

        void Add(string name, ReportedRow[] members, int slot)
        {
            if (members.Length > 0)
            {
                series.Add(new PointSeries(name, PointRole.Prediction, [.. members.Select(row => new DataPoint(row.Values[Current], row.Values[ChargeVoltage]))])
                {
                    Colour = SeriesColour.Slot(slot),
                });
            }
        }
    }
}
