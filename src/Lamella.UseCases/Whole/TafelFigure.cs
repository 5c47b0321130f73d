using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Core.Measurements;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>Current density of a slow sweep on a logarithmic axis.</summary>
internal static class TafelFigure
{
    private const double Least = 2e-3; // the logarithm of the current has a pole at 0 V; drawn from here on [V]

    /// <summary>Makes the figure; null where no branch has two samples away from equilibrium.</summary>
    internal static Figure? Of(WholeExperimentResult whole)
    {
        var series = ImmutableArray.CreateBuilder<Series>();
        foreach (StageRun stage in whole.Stages)
        {
            TimeSeries record = stage.Run.Series;
            int[] kept = [.. Enumerable.Range(0, record.Length).Where(i => Math.Abs(record.Voltage[i]) >= Least && record.Current[i] != 0.0)];
            if (kept.Length > 1)
            {
                series.Add(new LineSeries(
                    Typeset.Text($"{stage.Name} branch"),
                    [.. kept.Select(i => 1e3 * record.Voltage[i])],
                    [.. kept.Select(i => Math.Abs(record.Current[i]) / whole.Cell.Area / 10.0)])
                {
                    Colour = SeriesColour.Slot(series.Count),
                });
            }
        }

        return series.Count == 0 ? null : new Figure(
            "Tafel plot", Axis.Linear("Cell voltage", "mV"), Axis.Logarithmic("Current density", "mA/cm²"), series.ToImmutable())
        {
            Caption = "The branches bend where the resistance in series takes over: a straight line through them extrapolates to too small an exchange current.",
        };
    }
}
