using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;

namespace Lamella.Studies;

/// <summary>A fact that a description cites as the source of a value.</summary>
/// <param name="Id">Identifier of the fact.</param>
/// <param name="Place">Where it is cited.</param>
internal sealed record CitedFact(string Id, InputPlace Place);

/// <summary>Keeps inputs, calibration and predictions apart: a fact may be on one side only.</summary>
internal static class FactUse
{
    /// <summary>Finds every fact that a file cites under 'source'.</summary>
    internal static ImmutableArray<CitedFact> Cited(YamlNode root, FactLibrary facts)
    {
        var found = ImmutableArray.CreateBuilder<CitedFact>();
        Collect(root, isSource: false);
        return found.ToImmutable();

        void Collect(YamlNode node, bool isSource)
        {
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (YamlEntry entry in mapping.Entries)
                    {
                        Collect(entry.Value, entry.Key == "source");
                    }

                    break;
                case YamlSequence sequence:
                    foreach (YamlNode item in sequence.Items)
                    {
                        Collect(item, isSource);
                    }

                    break;
                case YamlScalar scalar when isSource && facts.Find(scalar.Value) is not null:
                    found.Add(new CitedFact(scalar.Value, scalar.Place));
                    break;
            }
        }
    }

    /// <summary>Refuses a fact on two sides, a sealed fact as input, and a calibration fact that no experiment simulates.</summary>
    internal static void RequireDisjoint(
        ImmutableArray<CitedFact> inputs, CalibrationPlan calibration, ExperimentPlan experiments, FactLibrary facts)
    {
        foreach (CitedFact input in inputs)
        {
            if (facts.Get(input.Id).IsSealed)
            {
                throw new InputException(
                    input.Place,
                    $"the fact '{input.Id}' is sealed: its value is kept back so that a prediction can be tested, so no value can come from it.",
                    "facts with a value",
                    "Cite what the value was really taken from.");
            }

            if (calibration.Facts.FirstOrDefault(fact => fact.Fact.Id == input.Id) is { } calibrated)
            {
                throw TwoSides(calibrated.Place, input, "used by the calibration");
            }

            if (experiments.Points.FirstOrDefault(point => point.Fact.Id == input.Id) is { } predicted)
            {
                throw TwoSides(predicted.Place, input, "to be predicted");
            }
        }

        HashSet<string> simulated = [.. experiments.Points.Select(point => point.Fact.Id)];
        if (calibration.Facts.FirstOrDefault(fact => !simulated.Contains(fact.Fact.Id)) is { } unknown)
        {
            throw new InputException(
                unknown.Place,
                $"no experiment says how the fact '{unknown.Fact.Id}' was measured, so nothing can be fitted to it.",
                "facts that experiments.yaml has as a point",
                "Add a point for it to experiments.yaml, or remove it here.");
        }
    }

    /// <summary>Points at predictions that may be the same measurement as an input or a calibration fact, printed twice.</summary>
    internal static IEnumerable<string> LikelyTwins(
        ImmutableArray<CitedFact> inputs, CalibrationPlan calibration, ExperimentPlan experiments, FactLibrary facts)
    {
        HashSet<string> fitted = [.. calibration.Facts.Select(fact => fact.Fact.Id)];
        PublishedFact[] known = [.. inputs.Select(input => facts.Get(input.Id)), .. calibration.Facts.Select(fact => fact.Fact)];
        foreach (PublishedFact predicted in experiments.Points.Select(point => point.Fact).Where(fact => !fitted.Contains(fact.Id)))
        {
            if (known.FirstOrDefault(fact => IsTwin(fact, predicted)) is { } twin)
            {
                yield return $"{predicted.Id} and {twin.Id} state the same value ({predicted.Value}) for the same cell: if it is one measurement printed twice, {predicted.Id} is no independent prediction.";
            }
        }
    }

    private static bool IsTwin(PublishedFact known, PublishedFact predicted) =>
        known.Value is { IsComparable: true } a && predicted.Value is { IsComparable: true } b
        && known.System == predicted.System && a.Unit.Dimension == b.Unit.Dimension && a.InSi.SequenceEqual(b.InSi);

    private static InputException TwoSides(InputPlace place, CitedFact input, string use) => new(
        place,
        $"the fact '{input.Id}' is {use} here and is the source of an input at {input.Place}: nothing measured may enter both sides.",
        "each fact on one side: input, calibration or prediction",
        "Take it out of one of the two places; a value that is only believed is 'source: assumed'.");
}
