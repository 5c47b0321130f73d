using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Studies;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.UseCases.Whole;

namespace Lamella.UseCases.Dossiers;

/// <summary>Turns a finished study into a dossier: prediction beside measurement, then everything that led there.</summary>
internal static class DossierBuilder
{
    /// <summary>Makes the dossier.</summary>
    internal static Dossier Of(StudyResult result)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(Predictions(result));
        AddFigures(result, sections);
        sections.Add(Cells(result));
        if (!result.Calibration.Parameters.IsEmpty)
        {
            sections.Add(CalibrationSection.Of(result.Calibration));
        }

        AddLosses(result, sections);
        sections.AddRange(result.WholeExperiments.Select((whole, index) => WholeSection.Of(result, whole, index)));
        sections.Add(InputsSection.Of(result));
        sections.Add(BalanceSection.Of(result));
        sections.Add(Warnings(result));
        return new Dossier(result.Cell.Name, DossierProvenance.Of(result.Provenance) with { More = Paper(result) }, sections.ToImmutable())
        {
            Subtitle = $"{result.Paper.Citation}: what was measured, and what the described cell predicts.",
        };
    }

    private static ImmutableArray<KeyValue> Paper(StudyResult result) =>
    [
        new KeyValue("Publication", result.Paper.Citation),
        .. result.Paper.Doi is { } doi ? new[] { new KeyValue("DOI", doi) } : [],
    ];

    private static Section Predictions(StudyResult result) => new(
        "Prediction and measurement",
        [PredictionTable.Of(
            "Every simulated measurement of the publication. The percentage is how far the prediction lies above (+) or below (−) the measured value",
            result.Experiments.Select(experiment => (experiment.Experiment, experiment.Points)))])
    {
        Lead = FormattableString.Invariant(
            $"Intervals hold with {100.0 * result.Coverage:0} % probability if the model does; they come from the calibration and the stated assumptions. Sealed values are predicted without being known."),
    };

    private static void AddFigures(StudyResult result, ImmutableArray<Section>.Builder sections)
    {
        ImmutableArray<Figure> figures =
            [.. result.Experiments.Select(e => ExperimentFigure.Of(e.Experiment, e.Points)).OfType<Figure>()];
        if (!figures.IsEmpty)
        {
            sections.Add(new Section("Rates, temperatures, currents", [.. Pairs(figures)]));
        }
    }

    private static Section Cells(StudyResult result) => new(
        "The cells",
        [.. result.Variants.DistinctBy(variant => Stack(variant.Calibrated)).Select(variant => CellDrawing.Of(variant.Calibrated))])
    {
        Lead = "Drawn to scale, with the calibrated values. Cells with the same layers are drawn once.",
    };

    private static string Stack(CellDescription cell) => FormattableString.Invariant(
        $"{string.Join('|', cell.Layers.Select(layer => $"{layer.Name}:{layer.Thickness:R}"))}|{cell.PorousPositive?.MaterialName}|{cell.PorousPositive?.Thickness:R}");

    /// <summary>Discharge curves and voltage losses of the experiments whose points are discharges or half cycles.</summary>
    private static void AddLosses(StudyResult result, ImmutableArray<Section>.Builder sections)
    {
        var curves = new List<Figure>();
        var losses = new List<Figure>();
        foreach (ExperimentResult experiment in result.Experiments)
        {
            string name = Typeset.Text(experiment.Experiment.Name);
            PredictedPoint[] shown = [.. experiment.Points.Where(p => !p.Simulated.Runs.IsEmpty).DistinctBy(p => PredictionTable.Conditions(p.Point))];
            (string Name, CellRun Run)[] runs = [.. shown.Select(p => (PredictionTable.Conditions(p.Point), p.Simulated.Runs[^1]))];
            if (experiment.Experiment.Kind == ExperimentKind.DischargeCapacity && shown.Length > 0)
            {
                CellDescription cell = Cell(result, shown[0].Point.Variant);
                curves.AddIfAny(CurvesFigure.Of(
                    $"Discharge curves: {name}", cell, [.. runs], "Simulated with the calibrated values, from the start of the discharge to its end."));
            }

            if (experiment.Experiment.Kind is ExperimentKind.DischargeCapacity or ExperimentKind.Overpotential)
            {
                losses.AddIfAny(VoltageFigure.Of(
                    $"Voltage lost: {name}",
                    "Load and temperature",
                    Axis.Dimensionless,
                    [.. shown.Where(p => p.Simulated.Split is not null).Select(p => (PredictionTable.Conditions(p.Point), p.Simulated.Split!))],
                    experiment.Experiment.Kind == ExperimentKind.DischargeCapacity
                        ? "When half of the simulated capacity is delivered." : "At the end of the half cycle."));
            }
        }

        if (curves.Count > 0)
        {
            sections.Add(new Section("Discharge curves", [.. Pairs([.. curves])]));
        }

        if (losses.Count > 0)
        {
            sections.Add(new Section("Where the voltage goes", [.. Pairs([.. losses])])
            {
                Lead = "Every part of the difference between the open-circuit and the terminal voltage; the parts add up to it. Parts below 0.1 mV are left out.",
            });
        }
    }

    private static CellDescription Cell(StudyResult result, string? variant) =>
        result.Variants.First(candidate => candidate.Name == variant).Calibrated;

    private static Section Warnings(StudyResult result) => new(
        "Warnings",
        [
            new WarningsBlock(
            [
                .. result.Warnings.Select(text => new ReportWarning(Severity.Caution, Typeset.Text(text))),
                .. Assumptions(result),
            ]),
        ]);

    private static IEnumerable<ReportWarning> Assumptions(StudyResult result)
    {
        string[] assumed = [.. result.Variants
            .SelectMany(variant => variant.Inputs.Values)
            .Where(input => input.Source.Origin == Origin.Assumed)
            .Select(input => input.Path)
            .Distinct()];
        if (assumed.Length > 0)
        {
            yield return new ReportWarning(
                Severity.Notice,
                FormattableString.Invariant($"{assumed.Length} inputs are assumed; the table of inputs marks them."),
                string.Join(", ", assumed));
        }
    }

    private static IEnumerable<FigureBlock> Pairs(ImmutableArray<Figure> figures) =>
        figures.Chunk(2).Select(pair => new FigureBlock([.. pair]));

    private static void AddIfAny(this List<Figure> figures, Figure? figure)
    {
        if (figure is not null)
        {
            figures.Add(figure);
        }
    }
}
