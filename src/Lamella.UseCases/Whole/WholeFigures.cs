using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Reporting.Figures;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>Chooses the figures of an experiment by what it measures.</summary>
internal static class WholeFigures
{
    /// <summary>Returns the figures in reading order.</summary>
    internal static ImmutableArray<Figure> Of(WholeExperimentResult whole)
    {
        IEnumerable<Figure?> figures = whole.Description.Experiment switch
        {
            StrippingPlating => [TimeFigure.Voltage(whole), HalfCycleFigure.Of(whole)],
            Polarisation => [TimeFigure.Voltage(whole), Losses(whole)],
            BruceVincent => [NyquistFigure.Of(whole), NyquistFigure.AgainstFrequency(whole), TimeFigure.CurrentOfHolds(whole)],
            TafelScan => [TafelFigure.Of(whole)],
            Titration => [TimeFigure.Voltage(whole), TitrationFigure.Diffusivity(whole)],
            RateTest or TemperatureSeries => [Discharges(whole)],
            _ => [NyquistFigure.Of(whole), NyquistFigure.AgainstFrequency(whole), IsAtRest(whole) ? null : TimeFigure.Voltage(whole)],
        };
        return [.. figures.OfType<Figure>()];
    }

    /// <summary>Says of each step that a load or a limit ended early where it stopped.</summary>
    internal static IEnumerable<string> Endings(WholeExperimentResult whole) =>
        from stage in whole.Stages
        from step in stage.Run.Steps
        where step.Ending is StepEnding.SolverStopped or StepEnding.CannotStart or StepEnding.SaltDepleted or StepEnding.LithiumExhausted
        select $"In the run '{stage.Name}', '{step.Label}' ended early: {step.Reason}.";

    /// <summary>A cell that only rests before its spectra has nothing to show against time.</summary>
    private static bool IsAtRest(WholeExperimentResult whole) =>
        whole.Runs.All(run => !run.Spectra.IsEmpty && run.Series.Current.All(current => current == 0.0));

    private static Figure? Discharges(WholeExperimentResult whole)
    {
        (string Name, CellRun Run)[] runs =
        [
            .. whole.Stages.Where(stage => stage.Run.Steps[^1].Charge < 0.0).Select(stage => (Typeset.Text(stage.Name), stage.Run)),
        ];
        return runs.Length == 0 || whole.Cell.PorousPositive is null
            ? null : CurvesFigure.Of("Discharge curves", whole.Cell, [.. runs], "From the start of each discharge to its end.");
    }

    private static Figure? Losses(WholeExperimentResult whole) => VoltageFigure.Of(
        "Where the voltage goes",
        "Current density",
        Axis.Dimensionless,
        [
            .. from stage in whole.Stages
               let step = stage.Run.Steps[0]
               where step.LastSample >= 0
               select (Typeset.Text(stage.Name), stage.Run.Splits[step.LastSample]),
        ],
        "At the end of the first half cycle.");
}
