using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Comparing;
using Lamella.Materials.Records.Entries;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Html;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Dossiers;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Records;

/// <summary>One self-contained page with the figures of records, the records behind them and what was left out.</summary>
public static class RecordPage
{
    private const string Model = "records/1";

    /// <summary>Writes dossier.html and result.json into a folder, whole or not at all.</summary>
    /// <param name="library">The records to draw.</param>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="InputException">No record can be drawn, or the folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(RecordLibrary library, string folder)
    {
        ArgumentNullException.ThrowIfNull(library);
        (string Title, string Lead, RecordDrawing Drawing)[] parts =
        [
            ("Conductivity map", "Each reference state is a series of its own; values of different states must not be compared.", RecordFigures.Conductivities(library)),
            ("Retention against cycles and rate", "Retention of the first capacity, as stated.", RecordFigures.Retentions(library)),
            ("Energy against cycle life", "Energy and cycles are joined only where both are stated for the same cell at the same place.", RecordFigures.Energies(library)),
        ];
        if (parts.All(part => part.Drawing.Drawings.IsEmpty))
        {
            throw new InputException(
                InputPlace.Whole("records"), "none of these records can be drawn.", "conductivities with a temperature, retentions or energies with cycles", "Ask for more records.");
        }

        string summary = JsonFile.Text(writer => Members(writer, library, parts.Select(part => (part.Title, part.Drawing))));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(summary)));
        var page = new Dossier(
            "Records",
            new DossierProvenance(DesignReport.Version, hash, [ModelRevision.Parse(Model)]),
            [.. parts.Where(part => !part.Drawing.Drawings.IsEmpty).Select(part => Section(part.Title, part.Lead, part.Drawing))]);
        ResultFolder.Write(folder, inside =>
        {
            File.WriteAllText(Path.Combine(inside, ResultFolder.SummaryFile), summary);
            using var writer = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
            DossierHtml.Write(page, writer);
        });
    }

    private static Section Section(string title, string lead, RecordDrawing drawing)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(drawing.Drawings.Select(figure => new FigureBlock(figure)));
        blocks.Add(new TableBlock(
            $"{title}: the records that are drawn",
            [Column.Text("System"), Column.Text("Value"), Column.Text("State"), Column.Text("Conditions"), Column.Text("Source")],
            [.. drawing.Shown.Select(Row)]));
        if (!drawing.Omitted.IsEmpty)
        {
            blocks.Add(new TableBlock(
                $"{title}: left out, and why",
                [Column.Text("System"), Column.Text("Value"), Column.Text("Reason"), Column.Text("Source")],
                [.. drawing.Omitted.Select(omitted => new TableRow(
                    omitted.Source.System.Name, Typeset.Text(omitted.Source.Value.Printed), Typeset.Text(omitted.Reason), Citation(omitted.Source)))]));
        }

        return new Section(title, blocks.ToImmutable()) { Lead = lead };
    }

    private static TableRow Row(LiteratureRecord record) => new(
        new Cell(record.System.Name) { Note = record.Id },
        Typeset.Text(record.Value.Printed),
        record.State == ReferenceState.None ? "–" : record.State.Text(),
        Typeset.Text(string.Join(", ", record.Conditions.Select(entry => $"{entry.Key.Replace('_', ' ')} {entry.Value.Text}"))),
        Citation(record));

    /// <summary>Returns whom a record cites, as a cell.</summary>
    internal static Cell Citation(LiteratureRecord record) => new(record.Source.Citation)
    {
        Doi = record.Source.Doi,
        Note = string.Join(", ", new[] { record.Source.QuotedIn is { } review ? $"quoted in {review}" : null, record.Place }.OfType<string>()),
    };

    private static void Members(Utf8JsonWriter writer, RecordLibrary library, IEnumerable<(string Title, RecordDrawing Drawing)> parts)
    {
        writer.WriteString("model", Model);
        writer.WriteString("software_version", DesignReport.Version);
        writer.WriteNumber("records", library.Records.Length);
        writer.Objects("figures", parts, part =>
        {
            writer.WriteString("title", part.Title);
            writer.Texts("shown", part.Drawing.Shown.Select(record => record.Id));
            writer.Objects("left_out", part.Drawing.Omitted, (LeftOut omitted) =>
            {
                writer.WriteString("id", omitted.Source.Id);
                writer.WriteString("reason", omitted.Reason);
            });
        });
    }
}
