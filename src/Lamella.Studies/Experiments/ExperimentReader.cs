using System.Collections.Immutable;
using Lamella.Cells.Protocols;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Studies.Experiments;

/// <summary>Reads the experiments of one publication.</summary>
internal sealed class ExperimentReader(FactLibrary facts, string paper, double defaultTemperature)
{
    private static readonly QuantityRule Temperature = QuantityRule.Like("25 degC").Above("-150 degC").Below("300 degC");
    private static readonly QuantityRule Duration = QuantityRule.Like("30 min").Above("0 s").AtMost("1 year");
    private static readonly QuantityRule Share = QuantityRule.Like("50 %").AtLeast("0 %").AtMost("100 %").OrPlainNumber();

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Reads one experiment.</summary>
    internal Experiment Read(YamlMapping mapping)
    {
        ExperimentKind kind = ExperimentKeys.Kind(mapping.Required("kind", ExperimentKeys.Kinds[0]));
        string[] keys = ExperimentKeys.PointKeys(kind);
        mapping.AllowOnly(["name", "kind", "figure", "points", .. keys]);
        YamlNode list = mapping.Required("points", "[{fact: F003-0105, rate: 0.1C}]");
        ImmutableArray<YamlNode> items = list.AsSequence().Items;
        return new Experiment
        {
            Name = mapping.Required("name", "Rate capability").AsText(),
            Kind = kind,
            Figure = mapping.Optional("figure") is { } figure
                ? (FigureAxis)Array.IndexOf(ExperimentKeys.Figures, figure.AsOneOf(ExperimentKeys.Figures))
                : FigureAxis.Table,
            Points = items.Length > 0
                ? [.. items.Select(item => Point(kind, item.AsMapping().AllowOnly(["fact", .. keys]), mapping))]
                : throw list.Error("the experiment has no point.", "at least one", "Add {fact: …} with its conditions."),
        };
    }

    private ExperimentPoint Point(ExperimentKind kind, YamlMapping point, YamlMapping experiment)
    {
        YamlNode id = point.Required("fact", "F003-0105");
        PublishedFact fact = Fact(id, kind);
        YamlNode? Find(string key) => point.Optional(key) ?? experiment.Optional(key);
        double temperature = Find("temperature") is { } stated
            ? stated.AsQuantity(Temperature).InSi
            : fact.Conditions.Temperature ?? defaultTemperature;
        CurrentLoad? load = Load(kind, point, experiment, fact);
        return new ExperimentPoint
        {
            Fact = fact,
            Kind = kind,
            Variant = Find("variant")?.AsText(),
            Temperature = temperature,
            Load = load,
            Charge = kind == ExperimentKind.DischargeCapacity
                ? ChargeReader.Read(Find("charge") ?? throw point.Error("nothing says how the cell was charged.", "{rate: 0.1C, hold until: 0.05C}", "Add 'charge' to the experiment or the point."), facts)
                : null,
            ChargeTemperature = Find("charge temperature")?.AsQuantity(Temperature).InSi ?? temperature,
            HalfCycle = kind == ExperimentKind.Overpotential ? HalfCycle(point, experiment) : double.NaN,
            StateOfCharge = Find("state of charge")?.AsQuantity(Share).InSi ?? 0.5,
            Part = Find("part") is { } part
                ? (ResistancePart)Array.IndexOf(ExperimentKeys.Parts, part.AsOneOf(ExperimentKeys.Parts))
                : ResistancePart.Whole,
            Place = id.Place,
            Warnings = ConditionCheck.Compare(fact, temperature, load),
        };
    }

    private PublishedFact Fact(YamlNode id, ExperimentKind kind)
    {
        PublishedFact fact = facts.Get(id);
        if (fact.Paper != paper)
        {
            throw id.Error($"the fact '{fact.Id}' belongs to {fact.Paper}.", $"facts of {paper}", "Move it to the study of that publication.");
        }

        if (!seen.Add(fact.Id))
        {
            throw id.Error($"the fact '{fact.Id}' stands twice among the experiments.", "each fact once", "Remove one of the two points.");
        }

        ExperimentKeys.RequireUnit(kind, fact.Unit, id);
        return fact;
    }

    private static CurrentLoad? Load(ExperimentKind kind, YamlMapping point, YamlMapping experiment, PublishedFact fact)
    {
        if (kind is ExperimentKind.Resistance or ExperimentKind.TransferenceNumber)
        {
            return null;
        }

        foreach (YamlMapping place in new[] { point, experiment })
        {
            if (place.Optional("rate") is { } rate)
            {
                return place.Optional("current") is { } both
                    ? throw both.Error("a rate and a current are given.", "one of the two", "Remove one.") : LoadReader.Read(rate);
            }

            if (place.Optional("current") is { } current)
            {
                return LoadReader.Read(current);
            }
        }

        return fact.Conditions.CRate is > 0.0 and double published ? CurrentLoad.OfRate(published)
            : fact.Conditions.CurrentDensity is > 0.0 and double density ? CurrentLoad.OfDensity(density)
            : throw point.Error("the point has no current.", CurrentLoad.Allowed, "Add 'rate: 0.1C' or 'current: 0.15 mA/cm2'.");
    }

    private static double HalfCycle(YamlMapping point, YamlMapping experiment)
    {
        YamlNode node = point.Optional("half cycle") ?? experiment.Required("half cycle", "30 min");
        YamlNode value = node is YamlMapping mapping
            ? mapping.AllowOnly("value", "source", "because").Required("value", "30 min") : node;
        return value.AsQuantity(Duration).InSi;
    }
}
