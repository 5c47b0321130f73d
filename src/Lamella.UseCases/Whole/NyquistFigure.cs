using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Core.Measurements;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>Impedances of a run, in the complex plane and against frequency, per area.</summary>
internal static class NyquistFigure
{
    private const string Unit = "Ω·cm²";

    /// <summary>Impedances in the complex plane; null where none was measured.</summary>
    internal static Figure? Of(WholeExperimentResult whole)
    {
        ImmutableArray<Series> series = Lines(whole, (spectrum, _) => spectrum.Real, whole.Cell.Area * 1e4);
        return series.IsEmpty ? null : new Figure(
            "Impedance in the complex plane",
            Axis.Linear("Re Z", Unit) with { IncludesZero = true },
            Axis.Linear("−Im Z", Unit) with { IncludesZero = true },
            series)
        {
            EqualAxes = true,
            Caption = "Linearised from the same equations as the runs in time; times the area of the cell.",
        };
    }

    /// <summary>Imaginary parts against frequency; null where none was measured.</summary>
    internal static Figure? AgainstFrequency(WholeExperimentResult whole)
    {
        ImmutableArray<Series> series = Lines(whole, (spectrum, _) => spectrum.Frequency, 1.0);
        return series.IsEmpty ? null : new Figure(
            "Imaginary part against frequency", Axis.Logarithmic("Frequency", "Hz"), Axis.Linear("−Im Z", Unit) with { IncludesZero = true }, series)
        {
            Caption = "Each maximum is a process with its own time constant.",
        };
    }

    private static ImmutableArray<Series> Lines(
        WholeExperimentResult whole, Func<Spectrum, int, ImmutableArray<double>> abscissa, double abscissaFactor)
    {
        double perArea = whole.Cell.Area * 1e4;
        var lines = ImmutableArray.CreateBuilder<Series>();
        foreach (StageRun stage in whole.Stages)
        {
            for (int i = 0; i < stage.Run.Spectra.Length; i++)
            {
                Spectrum spectrum = stage.Run.Spectra[i].Spectrum;
                lines.Add(new LineSeries(
                    Name(stage.Run, stage.Run.Spectra[i]),
                    [.. abscissa(spectrum, i).Select(value => value * abscissaFactor)],
                    [.. spectrum.NegativeImaginary.Select(value => value * perArea)])
                {
                    Style = lines.Count % 2 == 0 ? LineStyle.Solid : LineStyle.Dashed,
                    Colour = SeriesColour.Slot(lines.Count % SeriesColour.SlotCount),
                });
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>Names a spectrum by the step before it, which made the state that it shows.</summary>
    private static string Name(CellRun run, StepSpectrum measured)
    {
        StepResult? before = run.Steps.LastOrDefault(step => step.Number < measured.Step && step.Ending != StepEnding.Measured);
        return before is null ? "At the start" : Typeset.Text($"After '{before.Label}'");
    }
}
