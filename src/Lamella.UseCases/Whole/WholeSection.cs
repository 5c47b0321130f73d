using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Core;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Studies;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>One section of a dossier for each experiment that was simulated from beginning to end.</summary>
internal static class WholeSection
{
    /// <summary>Above so many rows a table is left to its file; the figures show the same.</summary>
    private const int MostRows = 32;

    /// <summary>So many columns of numbers fit the width of a page.</summary>
    private const int MostColumns = 6;

    internal static Section Of(StudyResult study, WholeExperimentResult whole, int index)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (!whole.Findings.Values.IsEmpty)
        {
            blocks.Add(new StatisticsBlock([.. whole.Findings.Values.Select(Value)]));
        }

        blocks.AddRange(WholeFigures.Of(whole).Chunk(2).Select(pair => new FigureBlock([.. pair])));
        if (Rows(whole.Findings) is { } rows)
        {
            blocks.Add(rows);
        }

        if (!whole.Description.Settings.IsEmpty)
        {
            blocks.Add(Settings(whole.Description));
        }

        if (!whole.Description.Beside.IsEmpty)
        {
            blocks.Add(BesideTable.Of(study, whole.Description));
        }

        blocks.Add(new NoteBlock("How to read it", Remarks(whole)));
        blocks.Add(new NoteBlock(
            "To run it again",
            $"The records of this run lie beside this page, in series/{WholeFiles.Prefix(index)}-*. This command in the folder of the study makes them again:")
        {
            Command = ReproduceCommand.Of(whole.Description, !study.Calibration.Parameters.IsEmpty),
        });
        return new Section(Typeset.Text(whole.Description.Name), blocks.ToImmutable()) { Lead = Lead(whole) };
    }

    private static string Lead(WholeExperimentResult whole)
    {
        string what = whole.Description.Experiment?.Summary ?? $"Steps: {string.Join("; ", whole.Description.Steps)}.";
        return Typeset.Text(FormattableString.Invariant(
            $"{what} {whole.Cell.Name} at {whole.Description.Temperature - PhysicalConstants.ZeroCelsius:0.##} °C, with the calibrated values. Simulated under the stated protocol; nothing was fitted to it."));
    }

    private static KeyValue Value(ReportedValue value) => new(
        Capital(value.Name), ReportNumber.Significant(value.Value, 4), value.Unit.Length > 0 ? Typeset.Unit(value.Unit) : null,
        value.Note.Length > 0 ? Typeset.Text(value.Note) : null);

    private static TableBlock? Rows(ExperimentFindings findings) => findings.Rows.IsEmpty || findings.Rows.Length > MostRows
        ? null
        : new TableBlock(
            findings.Columns.Length > MostColumns
                ? FormattableString.Invariant($"What the experiment reports; its file has {findings.Columns.Length - MostColumns} more columns") : "What the experiment reports",
            [
                Column.Text("Run"),
                .. findings.Columns.Take(MostColumns).Select(column => Column.Number(
                    Capital(column.Name), column.Unit.Length > 0 ? Typeset.Unit(column.Unit) : Axis.Dimensionless)),
            ],
            [
                .. findings.Rows.Select(row => new TableRow(
                [
                    new Cell(Typeset.Text(row.Label)) { Note = Typeset.Text(row.Note) },
                    .. row.Values.Take(MostColumns).Select(value => new Cell(ReportNumber.Significant(value, 4))),
                ])),
            ]);

    private static TableBlock Settings(WholeExperiment whole) => new(
        "Settings that the study states; the others are those of 'lamella experiments'",
        [Column.Text("Setting"), Column.Text("Value"), Column.Badge("Confidence"), Column.Text("Source")],
        [
            .. whole.Settings.Select(setting => new TableRow(
                setting.Name, Typeset.Text(setting.Value), SourceCells.Badge(setting.Source), SourceCells.Citation(setting.Source))),
        ]);

    private static string Remarks(WholeExperimentResult whole)
    {
        string[] remarks =
        [
            .. whole.Description.Remark.Length > 0 ? new[] { whole.Description.Remark } : [],
            .. whole.Findings.Notes,
            .. WholeFigures.Endings(whole),
        ];
        return Typeset.Text(string.Join("\n\n", remarks.Length > 0 ? remarks : ["Every step ended as the protocol says."]));
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
