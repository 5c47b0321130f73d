using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Reporting.Figures;

namespace Lamella.UseCases.Dossiers;

/// <summary>Voltage against the charge delivered.</summary>
internal static class CurvesFigure
{
    private const int MostPoints = 240;

    /// <summary>Makes the figure of the last steps of several runs on one cell.</summary>
    /// <param name="title">What is seen.</param>
    /// <param name="cell">The cell, for the charge per mass.</param>
    /// <param name="runs">Name and run of each curve.</param>
    /// <param name="caption">The sentence under the figure.</param>
    internal static Figure? Of(
        string title, CellDescription cell, ImmutableArray<(string Name, CellRun Run)> runs, string caption)
    {
        double perGram = 1.0 / (3.6 * 1e3 * cell.Cathode!.ActiveLoading * cell.Area); // C to mAh per gram of active material
        var series = ImmutableArray.CreateBuilder<Series>();
        foreach ((string name, CellRun run) in runs)
        {
            (double[] charge, double[] voltage) = LastStep(run);
            if (charge.Length > 1)
            {
                double position = runs.Length > 1 ? (double)series.Count / (runs.Length - 1) : 0.0;
                series.Add(new LineSeries(
                    name, [.. charge.Select(q => q * perGram)], [.. voltage])
                {
                    Colour = SeriesColour.Ramp(Math.Min(1.0, position)),
                });
            }
        }

        return series.Count == 0
            ? null
            : new Figure(
                title, Axis.Linear("Discharge capacity", "mAh/g"), Axis.Linear("Cell voltage", "V"), series.ToImmutable())
            {
                Caption = caption,
            };
    }

    /// <summary>Charge delivered [C] and voltage of the last step, thinned for the page.</summary>
    private static (double[] Charge, double[] Voltage) LastStep(CellRun run)
    {
        var series = run.Series;
        int last = series.Length - 1, first = last;
        while (first > 0 && series.Step[first - 1] == series.Step[last])
        {
            first--;
        }

        double[] charge = new double[last - first + 1];
        for (int i = 1; i < charge.Length; i++)
        {
            double mean = 0.5 * (series.Current[first + i] + series.Current[first + i - 1]);
            charge[i] = charge[i - 1] - (mean * (series.Time[first + i] - series.Time[first + i - 1]));
        }

        int stride = Math.Max(1, charge.Length / MostPoints);
        int[] kept = [.. Enumerable.Range(0, charge.Length).Where(i => i % stride == 0 || i == charge.Length - 1)];
        return ([.. kept.Select(i => charge[i])], [.. kept.Select(i => series.Voltage[first + i])]);
    }
}
