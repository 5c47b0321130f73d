using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Reporting.Dossiers;
using Lamella.Studies;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Whole;

/// <summary>What the publication reports beside a simulated experiment, and on which side of the study each number stands.</summary>
internal static class BesideTable
{
    internal static TableBlock Of(StudyResult study, WholeExperiment whole)
    {
        HashSet<string> fitted = [.. study.Calibration.Facts.Select(fact => fact.Point.Fact.Id)];
        HashSet<string> predicted = [.. study.Points.Select(point => point.Point.Fact.Id)];
        return new TableBlock(
            "What the publication reports beside it",
            [Column.Text("Fact"), Column.Number("Reported", null), Column.Text("Unit"), Column.Text("Its side in this study"), Column.Text("Place")],
            [.. whole.Beside.Select(fact => Row(fact, Side(study, fact, fitted, predicted)))]);
    }

    private static TableRow Row(PublishedFact fact, string side) => new(
        new Cell(fact.Quantity.Replace('_', ' ')) { Note = string.Join(", ", (string[])[fact.Id, fact.System, .. Conditions(fact.Conditions)]) },
        fact.IsSealed ? "sealed" : Number(fact),
        fact.Unit == Unit.One ? "–" : Typeset.Unit(fact.Unit.Symbol),
        side,
        new Cell(fact.Source.Place ?? string.Empty) { Note = fact.Note ?? string.Empty });

    private static string Number(PublishedFact fact)
    {
        string text = fact.Value!.ToString();
        return text.EndsWith(fact.Unit.Symbol, StringComparison.Ordinal) ? text[..^fact.Unit.Symbol.Length].TrimEnd() : text;
    }

    private static string Side(StudyResult study, PublishedFact fact, HashSet<string> fitted, HashSet<string> predicted) =>
        fitted.Contains(fact.Id) ? "used by the calibration"
        : predicted.Contains(fact.Id) ? "predicted, in the table at the top"
        : study.Variants.Any(variant => variant.Inputs.Values.Any(input => input.Source == fact.Source)) ? "an input of the cell"
        : "neither predicted nor used";

    private static ImmutableArray<string> Conditions(FactConditions conditions)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        if (conditions.CurrentDensity is { } density)
        {
            words.Add(FormattableString.Invariant($"{density / 10.0:0.###} mA/cm²"));
        }

        if (conditions.CRate is { } rate)
        {
            words.Add(FormattableString.Invariant($"{rate:0.###}C"));
        }

        if (conditions.Temperature is { } temperature)
        {
            words.Add(FormattableString.Invariant($"{temperature - PhysicalConstants.ZeroCelsius:0.##} °C"));
        }

        if (conditions.Cycle is { } cycle)
        {
            words.Add(FormattableString.Invariant($"cycle {cycle:0}"));
        }

        return words.ToImmutable();
    }
}
