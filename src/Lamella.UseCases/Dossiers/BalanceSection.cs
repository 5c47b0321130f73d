using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Studies;
using Lamella.Studies.Prediction;

namespace Lamella.UseCases.Dossiers;

/// <summary>What the runs conserved and what they cost.</summary>
internal static class BalanceSection
{
    internal static Section Of(StudyResult result)
    {
        StudyEffort effort = result.Effort;
        return new Section(
            "Balances and solver",
            [
                new StatisticsBlock(
                [
                    new KeyValue("Lithium", Power(effort.LithiumDrift), "relative", "largest change of a cell's lithium"),
                    new KeyValue("Charge", Power(effort.ChargeDrift), "relative", "charge passed against lithium exchanged"),
                    new KeyValue("Salt", Power(effort.SaltDrift), "relative", "largest change of a cell's salt"),
                    new KeyValue("Runs shown", $"{effort.Runs}", null, $"of up to {effort.Work.Unknowns} unknowns"),
                    new KeyValue("Time steps", $"{effort.Work.Steps}", null, $"{effort.Work.Residuals} evaluations of the equations, {effort.Work.Jacobians} of their derivatives"),
                    new KeyValue("Steps repeated", $"{effort.Work.ErrorTestFailures + effort.Work.NewtonFailures}", null, $"{effort.Work.NewtonFailures} for want of convergence"),
                    new KeyValue("Fit", $"{effort.CalibrationEvaluations}", null, "simulations of all the facts it uses"),
                    new KeyValue("Samples", $"{effort.Samples}", null, "behind each interval"),
                ]),
                Runs(result),
            ])
        {
            Lead = "Lithium and charge are conserved to round-off by construction; these are the deviations measured in the runs.",
        };
    }

    private static TableBlock Runs(StudyResult result)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (ExperimentResult experiment in result.Experiments)
        {
            rows.Add(TableRow.Group(Typeset.Text(experiment.Experiment.Name)));
            foreach (PredictedPoint point in experiment.Points.Where(p => !p.Simulated.Runs.IsEmpty))
            {
                CellRun run = point.Simulated.Runs[^1];
                rows.Add(new TableRow(
                    PredictionTable.Conditions(point.Point),
                    Power(run.Balance.LithiumDrift),
                    Power(run.Balance.ChargeDrift),
                    $"{run.Work.Steps}",
                    run.Steps.IsEmpty ? string.Empty : Typeset.Text(run.Steps[^1].Reason)));
            }
        }

        return new TableBlock(
            "Balances of each run, and how its last step ended",
            [
                Column.Text("Run"), Column.Number("Lithium drift", "relative"), Column.Number("Charge drift", "relative"),
                Column.Number("Time steps", null), Column.Text("Ending"),
            ],
            rows.ToImmutable());
    }

    private static string Power(double value) => ReportNumber.Significant(value, 2);
}
