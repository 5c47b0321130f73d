using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Comparing;
using Lamella.Reporting;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Html;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Dossiers;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Records;

/// <summary>One self-contained page of a comparison: a figure and a table for each group, and what was left out and why.</summary>
public static class ComparisonPage
{
    private const string Model = "records-comparison/1";

    /// <summary>Writes dossier.html and result.json into a folder, whole or not at all.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="InputException">Nothing can be compared, or the folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(RecordComparison comparison, string folder)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Groups.IsEmpty)
        {
            throw new InputException(
                InputPlace.Whole("records"),
                string.Create(CultureInfo.InvariantCulture, $"none of these {comparison.Omitted.Length} records can be compared."),
                "values of one quantity with a temperature where it matters",
                "See why without --output; ask for more records, another temperature, or state --activation-energy.");
        }

        string summary = CompareRecords.ToJson(comparison);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(summary)));
        var page = new Dossier(
            $"Comparison: {Words(comparison)}", new DossierProvenance(DesignReport.Version, hash, [ModelRevision.Parse(Model)]),
            [.. comparison.Groups.Select(group => Section(comparison, group)), .. comparison.Omitted.IsEmpty ? (ImmutableArray<Section>)[] : [LeftOut(comparison)]]);
        ResultFolder.Write(folder, inside =>
        {
            File.WriteAllText(Path.Combine(inside, ResultFolder.SummaryFile), summary);
            using var writer = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
            DossierHtml.Write(page, writer);
        });
    }

    /// <summary>Draws a group: its values in falling order, each with its interval.</summary>
    internal static Figure Drawing(RecordComparison comparison, ComparisonGroup group)
    {
        bool isLogarithmic = group.Values.All(value => value.Low > 0.0) && group.Values.Max(value => value.High) > 20.0 * group.Values.Min(value => value.Low);
        string unit = group.Unit == Core.Quantities.Unit.One ? Axis.Dimensionless : Typeset.Text(group.Unit.Symbol);
        string words = Words(comparison);
        IEnumerable<Series> series = group.Values.Select((value, i) => (Value: value, Place: i)).GroupBy(entry => entry.Value.Normalisation is not null).OrderBy(part => part.Key)
            .Select(part => new PointSeries(
                part.Key ? "normalised to this temperature" : "as stated", part.Key ? PointRole.Prediction : PointRole.Measured,
                [.. part.Select(entry => Point(entry.Place, entry.Value, group))])
            {
                Colour = SeriesColour.Slot(part.Key ? 1 : 0), Names = [.. part.Select(entry => $"{entry.Value.Source.System.Name} [{entry.Value.Source.Id}]")],
            });
        return new Figure(
            $"{Capital(words)}{Heading(group)}",
            Axis.Categorical("Number in the table", Axis.Dimensionless, [.. group.Values.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]),
            isLogarithmic ? Axis.Logarithmic(Capital(words), unit) : Axis.Linear(Capital(words), unit),
            [.. series])
        {
            Caption = "Bars hold the printed range, the stated uncertainty and, where a temperature was normalised, both forms of the law of Arrhenius.",
        };
    }

    private static Section Section(RecordComparison comparison, ComparisonGroup group) => new(
        Capital($"{(group.State == ReferenceState.None ? "values" : group.State.Text())}{Temperature(group)}, in {group.Unit.Symbol}"),
        [
            new FigureBlock(Drawing(comparison, group)),
            new TableBlock(
                $"Values{Heading(group)}",
                [Column.Text("No."), Column.Text("System"), Column.Number("Value", group.Unit.Symbol), Column.Text("Interval"), Column.Text("Printed"), Column.Text("Source")],
                [.. group.Values.Select((value, i) => Row(group, value, i + 1))]),
        ])
    {
        Lead = "Values of other groups stand in sections of their own and must not be compared with these.",
    };

    private static TableRow Row(ComparisonGroup group, ComparedValue value, int number) => new(
        number.ToString(CultureInfo.InvariantCulture),
        new Cell(value.Source.System.Name) { Note = value.Source.Id },
        ReportNumber.Significant(group.Unit.FromSi(value.Value), 4),
        value.High > value.Low ? $"{ReportNumber.Significant(group.Unit.FromSi(value.Low), 3)} to {ReportNumber.Significant(group.Unit.FromSi(value.High), 3)}" : "–",
        new Cell(Typeset.Text(value.Source.Value.Printed)) { Note = Typeset.Text(string.Join("; ", new[] { value.OtherConditions, value.Normalisation }.Where(text => text is { Length: > 0 }))) },
        RecordPage.Citation(value.Source));

    private static Section LeftOut(RecordComparison comparison) => new(
        "Left out",
        [
            new TableBlock(
                "Left out, and why",
                [Column.Text("System"), Column.Text("Printed"), Column.Text("Reason"), Column.Text("Source")],
                [.. comparison.Omitted.Select(omitted => new TableRow(
                    new Cell(omitted.Source.System.Name) { Note = omitted.Source.Id }, Typeset.Text(omitted.Source.Value.Printed), Typeset.Text(omitted.Reason), RecordPage.Citation(omitted.Source)))]),
        ]);

    private static DataPoint Point(int place, ComparedValue value, ComparisonGroup group)
    {
        double middle = group.Unit.FromSi(value.Value), low = group.Unit.FromSi(value.Low), high = group.Unit.FromSi(value.High);
        return value.High > value.Low ? new DataPoint(place, middle, Math.Min(low, middle), Math.Max(high, middle)) : new DataPoint(place, middle);
    }

    private static string Words(RecordComparison comparison) => comparison.Quantity.Replace('_', ' ');

    private static string Heading(ComparisonGroup group) => $"{(group.State == ReferenceState.None ? string.Empty : $", {group.State.Text()}")}{Temperature(group)}";

    private static string Temperature(ComparisonGroup group) => group.Temperature is { } kelvin
        ? $", {(kelvin - PhysicalConstants.ZeroCelsius).ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−')} °C" : string.Empty;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
