using System.Collections.Immutable;
using Lamella.Audit.Checks;
using Lamella.Audit.Verdicts;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;

namespace Lamella.UseCases.Audits;

/// <summary>Makes the page of an audit: the verdicts with both sides, what they rest on, and what would settle the open ones.</summary>
internal static class AuditPage
{
    internal static Dossier Of(AuditReport report, string version) =>
        new($"Audit of {report.Claims.Title}", new DossierProvenance(version, report.InputHash, [ModelRevision.Parse(AuditReport.Model)]) { More = Publication(report) }, Sections(report))
        {
            Subtitle = FormattableString.Invariant(
                $"{report.Claims.Claims.Length} claims held against {CheckRegistry.All.Length} rules. A contradicted claim is not reproducible from the stated data; why, the data do not say."),
        };

    private static ImmutableArray<KeyValue> Publication(AuditReport report) => report.Claims.Doi.Length == 0 ? [] : [new KeyValue("DOI", report.Claims.Doi)];

    private static ImmutableArray<Section> Sections(AuditReport report) =>
    [
        Summary(report),
        .. Group(report, Outcome.Contradicted, "Not reproducible from the stated data", "The sides do not meet for any value of the assumptions within their ranges."),
        .. Group(report, Outcome.Undetermined, "Undetermined", "The answer depends on something that is not stated; the last column says what would settle it."),
        .. Group(report, Outcome.Consistent, "Consistent", "The claims can be true together."),
        Assumptions(report),
        Rules(report),
    ];

    private static Section Summary(AuditReport report) => new("Summary",
    [
        new StatisticsBlock(
        [
            .. new[] { Outcome.Contradicted, Outcome.Undetermined, Outcome.Consistent }.Select(outcome => new KeyValue(
                AuditWords.Of(outcome), FormattableString.Invariant($"{report.Verdicts.Count(verdict => verdict.Outcome == outcome)}"))),
        ]),
        .. AuditFigure.Of(report) is { } figure ? new Block[] { new FigureBlock(figure) } : [],
    ]);

    private static IEnumerable<Section> Group(AuditReport report, Outcome outcome, string title, string lead)
    {
        ImmutableArray<Verdict> verdicts = report.Of(outcome);
        if (verdicts.Length > 0)
        {
            yield return new Section(title, [Table(verdicts, title)]) { Lead = lead };
        }
    }

    private static TableBlock Table(ImmutableArray<Verdict> verdicts, string caption) => new(
        caption,
        [
            Column.Text("System and rule"), Column.Text("Both sides"), Column.Badge("Left in right"),
            Column.Number("Apart", "%"), Column.Text("How it would change, what would settle it"),
        ],
        [.. verdicts.Select(Row)]);

    private static TableRow Row(Verdict verdict) => new(
        new Cell(verdict.About) { Mark = Badge(verdict.Outcome), Note = $"{verdict.Check}: {verdict.Relation}" },
        Sides(verdict),
        Picture(verdict),
        verdict.Left is null ? "–" : ReportNumber.Significant(100.0 * verdict.Gap, 2),
        new Cell(verdict.WouldChange) { Note = Note(verdict) });

    private static Mark Badge(Outcome outcome) => outcome switch
    {
        Outcome.Consistent => Mark.Consistent,
        Outcome.Contradicted => Mark.Contradicted,
        _ => Mark.Undetermined,
    };

    // The right side as an interval and the middle of the left side as the point; nothing where a side has no ends.
    private static Cell Picture(Verdict verdict) =>
        verdict is { Left: { Value.IsFinite: true } left, Right: { Value: { IsFinite: true } right } } && right.Half > 0.0
            ? Cell.Interval(right.Middle, right.Low, right.High, left.Value.Middle)
            : new Cell(string.Empty);

    private static Cell Sides(Verdict verdict) => verdict is { Left: { } left, Right: { } right }
        ? new Cell($"{left.Shown()} against {right.Shown()}") { Note = $"{left.Text}; {right.Text}" }
        : "–";

    private static string Note(Verdict verdict)
    {
        string claims = string.Join(", ", verdict.Claims.Select(claim => $"{claim.Id} ({claim.Place})"));
        string settles = verdict.Settles.Length > 0 ? $" Settled by: {verdict.Settles}." : string.Empty;
        string remark = verdict.Remark.Length > 0 ? $" {verdict.Remark}" : string.Empty;
        string assumed = verdict.Assumptions.Length > 0 ? $" Assumes {AuditWords.Assumed(verdict)}." : string.Empty;
        return $"Claims: {claims}.{assumed}{settles}{remark} Rule: {verdict.Reference}.";
    }

    private static Section Assumptions(AuditReport report) => new("Assumptions",
    [
        new TableBlock(
            "What verdicts rest on where the claims are silent. Change a value in the file under 'assumptions', or with --assume",
            [Column.Text("Assumption"), Column.Number("Value", null), Column.Number("From", null), Column.Number("To", null), Column.Text("Unit"), Column.Number("Verdicts", null), Column.Number("Turned by it", null)],
            [.. report.Claims.Assumptions.All.Select(item => Row(report, item))]),
    ]);

    private static TableRow Row(AuditReport report, Assumption item)
    {
        UsedAssumption[] uses = [.. report.Verdicts.SelectMany(verdict => verdict.Assumptions).Where(use => use.Name == item.Name)];
        return new TableRow(
            new Cell(item.Name) { Note = $"{item.Meaning} {item.Source}." },
            ReportNumber.Significant(item.Usual, 3),
            ReportNumber.Significant(item.Low, 3),
            ReportNumber.Significant(item.High, 3),
            item.Unit == "1" ? "–" : item.Unit,
            FormattableString.Invariant($"{uses.Length}"),
            FormattableString.Invariant($"{uses.Count(use => use.TurnsAt is not null)}"));
    }

    private static Section Rules(AuditReport report) => new("Rules",
    [
        new TableBlock(
            "Every rule that was tried, with the number of its verdicts",
            [Column.Text("Rule"), Column.Text("What it asks"), Column.Number("Contradicted", null), Column.Number("Undetermined", null), Column.Number("Consistent", null)],
            [.. CheckRegistry.All.Select(check => Row(report, check))]),
    ]);

    private static TableRow Row(AuditReport report, ICheck check)
    {
        string Count(Outcome outcome) => FormattableString.Invariant(
            $"{report.Verdicts.Count(verdict => verdict.Check == check.Name && verdict.Outcome == outcome)}");
        return new TableRow(
            new Cell(check.Name) { Note = check.Reference }, check.Asks, Count(Outcome.Contradicted), Count(Outcome.Undetermined), Count(Outcome.Consistent));
    }
}
