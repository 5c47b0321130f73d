using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Provenance;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Analyses;

/// <summary>Makes the page of an analysis: what was found, what it looks like, what to mind, what it rests on.</summary>
internal static class AnalysisPage
{
    private const int Headlines = 4;

    /// <summary>Makes the page.</summary>
    internal static Dossier Of(AnalysisReport report)
    {
        AnalysisOutcome outcome = report.Outcome;
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(Found(outcome));
        if (AnalysisFigures.Of(outcome) is { IsEmpty: false } figures)
        {
            sections.Add(new Section("Figures", [.. figures.Select(figure => (Block)new FigureBlock(figure))]));
        }

        sections.Add(new Section("What to mind", [new WarningsBlock([.. outcome.Warnings.Select(Warning)])]));
        if (!outcome.CannotSay.IsEmpty)
        {
            sections.Add(new Section("What these data cannot say", [.. outcome.CannotSay.Select(text => (Block)new ParagraphBlock(text))]));
        }

        // Where there is no single quantity, the first table stands for them at the top.
        ImmutableArray<OutcomeTable> numbers = outcome.Quantities.IsEmpty ? [.. outcome.Tables.Skip(1)] : outcome.Tables;
        if (!numbers.IsEmpty)
        {
            sections.Add(new Section("Numbers", [.. numbers.Select(Table)]));
        }

        sections.Add(Basis(report));
        return new Dossier(outcome.Title, Provenance(report), sections.ToImmutable()) { Subtitle = Subtitle(report) };
    }

    private static string Subtitle(AnalysisReport report) => report.Measurements.IsEmpty
        ? "From the stated numbers alone."
        : $"From {string.Join(", ", report.Measurements.Select(item => Path.GetFileName(item.File)).Distinct().Take(6))}{(report.Measurements.Length > 6 ? " and more" : string.Empty)}.";

    private static DossierProvenance Provenance(AnalysisReport report) =>
        new(AnalysisReport.Version, AnalysisJson.InputHash(report), [ModelRevision.Parse(report.Outcome.Method)]);

    private static Section Found(AnalysisOutcome outcome) => outcome.Quantities.IsEmpty
        ? new Section("What was found", outcome.Tables.IsEmpty ? [new ParagraphBlock("Nothing in numbers.")] : [Table(outcome.Tables[0])])
        : new Section(
            "What was found",
            [
                new StatisticsBlock([.. outcome.Quantities.Take(Headlines).Select(found => new KeyValue(
                    found.Name, Value(found), Typeset.Unit(found.Value.Unit.Symbol) is { Length: > 0 } unit ? unit : null, Interval(found)))]),
                new TableBlock(
                    "Every quantity with its 95 % interval",
                    [Column.Text("Quantity"), Column.Number("Value", null), Column.Number("Standard uncertainty", null), Column.Number("95 % interval", null), Column.Text("Unit"), Column.Text("State")],
                    [.. outcome.Quantities.Select(Row)]),
            ]);

    private static TableRow Row(FoundQuantity found) => new(
        new Cell(found.Name) { Note = found.Meaning },
        Value(found),
        found.Value.Uncertainty > 0.0 ? ReportNumber.Significant(found.Value.Uncertainty, 2) : "–",
        found.Low is { } low && found.High is { } high ? ReportNumber.Interval(low, high) : "–",
        Typeset.Unit(found.Value.Unit.Symbol),
        found.Value.State == ReferenceState.None ? string.Empty : found.Value.State.Text());

    /// <summary>Writes a value with as many digits as its uncertainty deserves, at least three.</summary>
    private static string Value(FoundQuantity found)
    {
        double size = Math.Abs(found.Value.Value), spread = found.Value.Uncertainty;
        int digits = spread > 0.0 && size > 0.0 ? Math.Clamp((int)Math.Floor(Math.Log10(size)) - (int)Math.Floor(Math.Log10(spread)) + 2, 3, 8) : 4;
        return ReportNumber.Significant(found.Value.Value, digits);
    }

    private static string? Interval(FoundQuantity found) =>
        found.Low is { } low && found.High is { } high ? $"95 %: {ReportNumber.Interval(low, high)}" : null;

    private static ReportWarning Warning(OutcomeWarning warning) => new(
        warning.Level switch { WarningLevel.Serious => Severity.Serious, WarningLevel.Caution => Severity.Caution, _ => Severity.Notice },
        warning.Text,
        $"Code: {warning.Code}.");

    private static Block Table(OutcomeTable table) => new TableBlock(
        table.Title,
        [.. table.Columns.Select((column, i) => table.Rows.Any(row => row[i].Text is not null) ? Column.Text(column.Name) : Column.Number(column.Name, column.Unit.Length > 0 ? Typeset.Unit(column.Unit) : null))],
        [.. table.Rows.Select(row => new TableRow([.. row.Select((cell, i) => (Cell)(cell.Text ?? (IsCount(table, i) ? ReportNumber.Fixed(cell.Number ?? double.NaN, 0) : ReportNumber.Significant(cell.Number ?? double.NaN, 5))))]))]);

    /// <summary>Tells whether a column without a unit holds whole numbers alone, which are counts.</summary>
    private static bool IsCount(OutcomeTable table, int column) =>
        table.Columns[column].Unit.Length == 0 && table.Rows.All(row => row[column].Number is not { } number || (number == Math.Round(number) && Math.Abs(number) < 1e9));

    private static Section Basis(AnalysisReport report)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(report.Outcome.Basis.Select(text => new ParagraphBlock(text)));
        if (!report.Measurements.IsEmpty)
        {
            blocks.Add(new TableBlock(
                "Measurements",
                [Column.Text("File"), Column.Text("Name"), Column.Text("Kind"), Column.Number("Samples", null), Column.Text("SHA-256")],
                [.. report.Measurements.Select(item => new TableRow(item.File, item.Name, item.Kind, FormattableString.Invariant($"{item.Samples}"), item.Sha256))]));
        }

        if (!report.Settings.IsEmpty)
        {
            blocks.Add(new TableBlock("Settings", [Column.Text("Setting"), Column.Text("Value")], [.. report.Settings.Select(setting => new TableRow(setting.Name, setting.Value))]));
        }

        blocks.AddRange(report.Notes.Select(note => new NoteBlock("Note", note)));
        return new Section("What it rests on", blocks.Count > 0 ? blocks.ToImmutable() : [new ParagraphBlock("Nothing was stated.")]);
    }
}
