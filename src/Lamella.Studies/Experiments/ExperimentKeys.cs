using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Studies.Experiments;

/// <summary>Words, keys and units of the kinds of experiment.</summary>
internal static class ExperimentKeys
{
    internal static readonly string[] Kinds = ["discharge capacity", "overpotential", "resistance", "transference number"];

    internal static readonly string[] Figures = ["table", "rate", "temperature", "current"];

    internal static readonly string[] Parts = ["whole", "electrolyte", "interface"];

    internal static ExperimentKind Kind(YamlNode node) => (ExperimentKind)Array.IndexOf(Kinds, node.AsOneOf(Kinds));

    internal static string Word(ExperimentKind kind) => Kinds[(int)kind];

    /// <summary>Keys that the points of a kind take; the experiment may state them as defaults.</summary>
    internal static string[] PointKeys(ExperimentKind kind) => kind switch
    {
        ExperimentKind.DischargeCapacity => ["variant", "temperature", "rate", "current", "charge", "charge temperature"],
        ExperimentKind.Overpotential => ["variant", "temperature", "rate", "current", "half cycle"],
        ExperimentKind.Resistance => ["variant", "temperature", "state of charge", "part"],
        _ => ["variant", "temperature"],
    };

    /// <summary>Units whose dimensions a kind can predict; the first is shown in messages.</summary>
    internal static string[] Units(ExperimentKind kind) => kind switch
    {
        ExperimentKind.DischargeCapacity => ["mAh/g", "mAh/cm2", "mAh"],
        ExperimentKind.Overpotential => ["mV"],
        ExperimentKind.Resistance => ["ohm", "ohm cm2"],
        _ => ["1"],
    };

    /// <summary>Refuses a fact whose unit is nothing that the kind predicts.</summary>
    internal static void RequireUnit(ExperimentKind kind, Unit unit, YamlNode node)
    {
        if (!Units(kind).Any(known => Dimension.Of(known) == unit.Dimension))
        {
            throw node.Error(
                $"the fact '{node.AsText()}' is in {unit}, a {unit.Dimension.Name}, which no {Word(kind)} has.",
                string.Join(" or ", Units(kind)),
                "Check the identifier and the kind of the experiment.");
        }
    }
}
