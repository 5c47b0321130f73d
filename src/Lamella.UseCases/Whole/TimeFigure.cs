using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Core.Measurements;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>Voltage or current against time, as an instrument records it.</summary>
internal static class TimeFigure
{
    private const int MostPoints = 900;
    private const double Charging = 1.0; // double layers are charged within this time [s]; their current would hide all else
    private const double SmallVoltage = 2.0; // a cell that stays below this [V] is drawn in mV

    /// <summary>Voltage of every run against time; null where no time passes.</summary>
    internal static Figure? Voltage(WholeExperimentResult whole)
    {
        StageRun[] shown = [.. whole.Stages.Where(stage => stage.Run.Series.Length > 1 && stage.Run.Series.Time[^1] > stage.Run.Series.Time[0])];
        if (shown.Length == 0)
        {
            return null;
        }

        bool isSmall = shown.All(stage => stage.Run.Series.Voltage.All(voltage => Math.Abs(voltage) < SmallVoltage));
        (string unit, double factor) = isSmall ? ("mV", 1e3) : ("V", 1.0);
        return new Figure(
            "Voltage against time",
            Axis.Linear("Time", "h"),
            Axis.Linear("Cell voltage", unit),
            [.. shown.Select((stage, index) => Line(stage, series => [.. series.Voltage.Select(value => factor * value)], Colour(index, shown.Length)))])
        {
            Caption = "As a cycler would record it; the file beside the dossier has every sample.",
        };
    }

    /// <summary>Current density of the voltage holds against time; null where nothing is held.</summary>
    internal static Figure? CurrentOfHolds(WholeExperimentResult whole)
    {
        var lines = ImmutableArray.CreateBuilder<Series>();
        foreach (StageRun stage in whole.Stages)
        {
            foreach (StepResult hold in stage.Run.Steps.Where(step => step.Label.StartsWith("Hold", StringComparison.Ordinal) && step.LastSample > step.FirstSample))
            {
                TimeSeries series = stage.Run.Series;
                int first = hold.FirstSample;
                while (first < hold.LastSample && series.Time[first] < hold.StartTime + Charging)
                {
                    first++;
                }

                int[] kept = Kept(series, first, hold.LastSample);
                lines.Add(new LineSeries(
                    Typeset.Text(hold.Label),
                    [.. kept.Select(i => (series.Time[i] - hold.StartTime) / 3600.0)],
                    [.. kept.Select(i => series.Current[i] / whole.Cell.Area / 10.0)]));
            }
        }

        return lines.Count == 0 ? null : new Figure(
            "Current of the polarisation", Axis.Linear("Time", "h"), Axis.Linear("Current density", "mA/cm²") with { IncludesZero = true }, lines.ToImmutable())
        {
            Caption = "From 1 s on, when the double layers are charged; the fall is the salt, which builds up its steady difference.",
        };
    }

    /// <summary>Indices of a range that are drawn: evenly thinned, with both ends of every step.</summary>
    internal static int[] Kept(TimeSeries series, int first, int last)
    {
        int stride = Math.Max(1, (last - first + 1) / MostPoints);
        return
        [
            .. Enumerable.Range(first, last - first + 1).Where(i => (i - first) % stride == 0 || i == last
                || series.Step[i] != series.Step[i + 1] || (i > first && series.Step[i] != series.Step[i - 1])),
        ];
    }

    private static SeriesColour Colour(int index, int count) =>
        count > 1 ? SeriesColour.Ramp((double)index / (count - 1)) : SeriesColour.Slot(0);

    private static LineSeries Line(StageRun stage, Func<TimeSeries, double[]> values, SeriesColour colour)
    {
        TimeSeries series = stage.Run.Series;
        double[] all = values(series);
        int[] kept = Kept(series, 0, series.Length - 1);
        return new LineSeries(Typeset.Text(stage.Name), [.. kept.Select(i => series.Time[i] / 3600.0)], [.. kept.Select(i => all[i])])
        {
            Colour = colour,
        };
    }
}
