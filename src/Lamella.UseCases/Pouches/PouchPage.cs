using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core.Quantities;
using Lamella.Energy.Claims;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Pouches;

/// <summary>Makes the page of a table of claims: verdicts, intervals, assumptions.</summary>
internal static class PouchPage
{
    internal static Dossier Of(PouchReport report)
    {
        ImmutableArray<Section> sections =
        [
            new Section("What the claims can bear", [new FigureBlock(Intervals(report)), Verdicts(report)])
            {
                Lead = "The interval runs from a standard to a favourable budget. A verdict says whether a claim can be reproduced from what is stated, never that it is false.",
            },
            new Section("Assumptions", [Assumptions(report.Budgets), Cathodes(report.Budgets)]) { Lead = "Every value can be changed for a run, with --standard and --favourable." },
            new Section("Which assumption matters", [Choices(report)])
            {
                Lead = "Each assumption goes from its standard value half-way and wholly to the favourable one. The table changes one alone; the sliders below it, where scripts run, change any of them together. Claims without a budget are left out: what they lack stands above.",
            },
        ];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.ToJson())));
        return new Dossier($"Pouch cells of {report.Table}", new DossierProvenance(DesignReport.Version, hash, [ModelRevision.Parse(PouchReport.Model)]), sections);
    }

    private static Figure Intervals(PouchReport report)
    {
        PouchAuditResult[] computed = [.. report.Results.Where(result => result.Standard is not null)];
        return new Figure(
            "Claimed energies and what the stated data can weigh",
            Axis.Categorical("Reference", Axis.Dimensionless, [.. computed.Select(result => result.Claim.Name)]),
            Axis.Linear("Energy of the cell", "Wh/kg"),
            [
                new PointSeries("Standard to favourable budget", PointRole.Prediction,
                [
                    .. computed.Select((result, i) => new DataPoint(
                        i, Energy(0.5 * (result.Standard!.Value + result.Favourable!.Value)), Energy(result.Standard.Value), Energy(result.Favourable.Value))),
                ]),
                new PointSeries("Claimed", PointRole.Measured, [.. computed.Select((result, i) => new DataPoint(i, Energy(result.Claim.Energy)))]),
            ])
        {
            Caption = "Bars run from the standard to the favourable budget; the diamond is only their middle. Claims that cannot be computed are left out.",
        };
    }

    private static TableBlock Verdicts(PouchReport report) => new(
        "Claims and verdicts",
        [
            Column.Text("Reference"), Column.Text("System"), Column.Number("Claimed", "Wh/kg"), Column.Number("Standard", "Wh/kg"),
            Column.Number("Favourable", "Wh/kg"), Column.Text("Verdict"),
        ],
        [
            .. report.Results.Select(result => new TableRow(
                new Cell(result.Claim.Name) { Note = result.Claim.Source.Citation },
                new Cell(result.Claim.System) { Note = result.Claim.Cathode },
                ReportNumber.Significant(Energy(result.Claim.Energy), 4),
                result.Standard is { } standard ? ReportNumber.Fixed(Energy(standard), 0) : "–",
                result.Favourable is { } favourable ? ReportNumber.Fixed(Energy(favourable), 0) : "–",
                new Cell(result.Verdict.Text()) { Note = Typeset.Text(string.Join(" ", PouchNotes.Of(result))) })),
        ]);

    private static TableBlock Assumptions(PouchBudgets budgets) => new(
        "What the budgets assume where a claim does not say",
        [Column.Text("Assumption"), Column.Text("Standard"), Column.Text("Favourable"), Column.Text("What it is")],
        [
            .. budgets.Assumptions.Select(assumption => new TableRow(
                assumption.Name, assumption.Standard is { } value ? Typeset.Value(value) : "never", Typeset.Value(assumption.Favourable), Typeset.Text(assumption.Reason))),
        ]);

    private static TableBlock Cathodes(PouchBudgets budgets) => new(
        "Capacity and voltage of cathodes, standard to favourable",
        [Column.Text("Cathode"), Column.Number("Capacity", "mAh/g"), Column.Number("Voltage", "V")],
        [
            .. budgets.Cathodes.Select(cathode => new TableRow(
                string.Join(", ", cathode.Names) + (cathode.UpperCutOff is { } limit ? FormattableString.Invariant($" to {limit:G3} V") : string.Empty),
                $"{ReportNumber.Significant(cathode.Capacity.Standard / 3600.0, 4)} to {ReportNumber.Significant(cathode.Capacity.Favourable / 3600.0, 4)}",
                $"{ReportNumber.Significant(cathode.Voltage.Standard, 3)} to {ReportNumber.Significant(cathode.Voltage.Favourable, 3)}")),
        ]);

    private static ChoiceBlock Choices(PouchReport report)
    {
        ImmutableArray<PouchChoice> choices = PouchChoices.Of(report.Budgets);
        return new ChoiceBlock(
            "Energy of the standard budget with one assumption changed alone",
            "With these assumptions",
            "Claimed",
            "Wh/kg",
            [.. choices.Select(choice => new Choice(choice.Name, [.. choice.Stops.Select((value, stop) => Stop(choice, value, stop))]))],
            [
                .. report.Results.Select(result => PouchChoices.Energies(result.Claim, report.Budgets, choices)).OfType<PouchChoiceEnergies>()
                    .Select(one => new ChoiceOutcome(one.Claim.Name, Energy(one.Claim.Energy), one.Depends, [.. one.Energies.Select(Energy)])),
            ])
        { Ends = ("All standard", "All favourable") };
    }

    private static string Stop(PouchChoice choice, Quantity? value, int stop) => value is not null ? Typeset.Value(value)
        : !choice.IsOfCathode ? "never"
        : stop == 0 ? "standard"
        : choice.Share(stop) == 1.0 ? "favourable"
        : "half-way";

    private static double Energy(double si) => si / DesignUnits.WattHourPerKilogram;
}
