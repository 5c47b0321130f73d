using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Reads calibration.yaml.</summary>
internal static class CalibrationReader
{
    private const string AssumedRange = "assumed range";

    private static readonly QuantityRule Share = QuantityRule.Like("1 %").Above("0 %").AtMost("100 %");

    internal static CalibrationPlan Read(YamlMapping root, FactLibrary facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        root.AllowOnly("facts", "fact uncertainty", "parameters");
        var plan = new CalibrationPlan
        {
            Facts = Facts(root.Required("facts", "[F003-0105]").AsSequence(), facts),
            Uncertainty = root.Optional("fact uncertainty") is { } stated ? Uncertainty(stated) : FactUncertainty.OnePercent,
            Parameters = [.. root.Required("parameters", "a list").AsSequence().Items.Select(item => Parameter(item.AsMapping()))],
        };
        CalibrationParameter? twice = plan.Parameters.GroupBy(parameter => parameter.Name).FirstOrDefault(same => same.Count() > 1)?.Last();
        return twice is null ? plan : throw new InputException(
            twice.Place, $"the parameter '{twice.Name}' stands twice.", "each path once per variant", "Remove one, or give each its own variants.");
    }

    private static ImmutableArray<CalibrationFact> Facts(YamlSequence list, FactLibrary facts)
    {
        var found = ImmutableArray.CreateBuilder<CalibrationFact>();
        foreach (YamlNode item in list.Items)
        {
            PublishedFact fact = facts.Get(item);
            if (fact.Value is null)
            {
                throw item.Error(
                    $"the fact '{fact.Id}' is sealed: its value is kept back so that a prediction can be tested.", "facts with a value", "Remove it; it stays a prediction.");
            }

            if (!fact.Value.IsComparable)
            {
                throw item.Error($"the fact '{fact.Id}' is {fact.Value}, which no fit can meet.", "a number, 'about' a number, or a range", "Remove it; it stays a prediction.");
            }

            if (found.Any(known => known.Fact.Id == fact.Id))
            {
                throw item.Error($"the fact '{fact.Id}' stands twice.", "each fact once", "Remove one of the two.");
            }

            found.Add(new CalibrationFact(fact, item.Place));
        }

        return found.ToImmutable();
    }

    private static FactUncertainty Uncertainty(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return FactUncertainty.Same(node.AsQuantity(Share).InSi);
        }

        mapping.AllowOnly(ExperimentKeys.Kinds);
        return new FactUncertainty([.. ExperimentKeys.Kinds.Select(kind => mapping.Optional(kind)?.AsQuantity(Share).InSi ?? FactUncertainty.OnePercent.ByKind[0])]);
    }

    private static CalibrationParameter Parameter(YamlMapping mapping)
    {
        mapping.AllowOnly("path", "bounds", "scale", "variants", "prior");
        YamlNode path = mapping.Required("path", "cathode/solid diffusivity");
        YamlNode bounds = mapping.Required("bounds", "[1e-16 m2/s, 1e-12 m2/s]");
        bool logarithmic = mapping.Optional("scale")?.AsOneOf("linear", "logarithmic") == "logarithmic";
        (Quantity lower, Quantity upper) = Bounds(bounds, logarithmic);
        return new CalibrationParameter(
            path.AsText(),
            mapping.Optional("variants") is { } variants ? [.. variants.AsSequence().Items.Select(item => item.AsText())] : [],
            lower,
            upper,
            logarithmic ? ParameterScale.Logarithmic : ParameterScale.Linear,
            mapping.Optional("prior")?.AsOneOf(AssumedRange) is not null,
            path.Place);
    }

    private static (Quantity Lower, Quantity Upper) Bounds(YamlNode node, bool logarithmic)
    {
        const string allowed = "two values with units, the lower first";
        ImmutableArray<YamlNode> ends = node.AsSequence().Items;
        if (ends.Length != 2)
        {
            throw node.Error("these are no bounds.", allowed, "Write bounds: [1e-16 m2/s, 1e-12 m2/s].");
        }

        Quantity lower = Value(ends[0]), upper = Value(ends[1]);
        if (lower.Dimension != upper.Dimension)
        {
            throw node.Error($"the bounds are a {lower.Dimension.Name} and a {upper.Dimension.Name}.", allowed, "Give both in the unit of the parameter.");
        }

        if (!(lower.InSi < upper.InSi))
        {
            throw node.Error($"the bounds are {lower} and {upper}.", allowed, "Put the lower bound first.");
        }

        return !logarithmic || lower.InSi > 0.0 ? (lower, upper) : throw node.Error(
            $"the lower bound {lower} has no logarithm.", "bounds above 0", "Raise the lower bound, or use 'scale: linear'.");
    }

    private static Quantity Value(YamlNode node) =>
        Quantity.TryParse(node.AsText(), out Quantity? quantity, out QuantityFormatException? error)
            ? quantity
            : throw node.Error($"this bound is no quantity: {error.Problem}", "a value with its unit", "Write it as 1e-16 m2/s.");
}
