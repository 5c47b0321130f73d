using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Audit.Verdicts;

/// <summary>Reads changed assumptions: <c>repeat of a capacity: 0.03</c>, or a mapping with value, from and to.</summary>
public static class AssumptionReader
{
    /// <summary>Changes one assumption.</summary>
    /// <param name="set">The assumptions.</param>
    /// <param name="text">The change as <c>name=value</c>, such as <c>repeat of a capacity=0.03</c>.</param>
    /// <returns>The changed set.</returns>
    /// <exception cref="InputException">The text is no such change, or names no assumption.</exception>
    public static AssumptionSet Apply(AssumptionSet set, string text)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(text);
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0 || sign == text.Length - 1)
        {
            throw new InputException(
                InputPlace.Whole("--assume"), $"'{text}' is no assumption.", "name=value, such as \"repeat of a capacity=0.03\"", "Write name and value.");
        }

        YamlMapping mapping = YamlFile.ReadText("--assume", $"\"{text[..sign].Trim()}\": {text[(sign + 1)..].Trim()}\n");
        return Read(set, mapping);
    }

    /// <summary>Reads the assumptions of a file over the usual ones.</summary>
    internal static AssumptionSet Read(YamlNode? node) =>
        node is null ? AssumptionSet.Usual : Read(AssumptionSet.Usual, node.AsMapping());

    private static AssumptionSet Read(AssumptionSet start, YamlMapping mapping) =>
        mapping.Entries.Aggregate(start, (set, entry) => set.With(Read(set, entry.Key, entry.Value)));

    private static Assumption Read(AssumptionSet set, string name, YamlNode node)
    {
        if (!set.Names.Contains(name, StringComparer.Ordinal))
        {
            throw node.Error(
                $"'{name}' is no assumption.",
                string.Join(", ", set.Names),
                Suggestion.Nearest(name, set.Names) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these names.");
        }

        Assumption usual = set.Get(name);
        if (node is not YamlMapping mapping)
        {
            double value = Number(node, usual.Unit);
            return usual with { Usual = value, Low = Math.Min(usual.Low, value), High = Math.Max(usual.High, value), Source = "stated in the file" };
        }

        mapping.AllowOnly("value", "from", "to");
        double chosen = Number(mapping.Required("value", "0.03"), usual.Unit);
        double from = mapping.Optional("from") is { } low ? Number(low, usual.Unit) : Math.Min(usual.Low, chosen);
        double to = mapping.Optional("to") is { } high ? Number(high, usual.Unit) : Math.Max(usual.High, chosen);
        return from <= chosen && chosen <= to ? usual with { Usual = chosen, Low = from, High = to, Source = "stated in the file" } : throw mapping.Error(
            $"the value of '{name}' lies outside its range.", "from ≤ value ≤ to", "Correct the three numbers.");
    }

    private static double Number(YamlNode node, string unitText)
    {
        var unit = Unit.Parse(unitText);
        string example = unit == Unit.One ? "0.03" : $"1 {unit}";
        QuantityRule rule = QuantityRule.Like(example).AtLeast(unit == Unit.One ? "0" : $"0 {unit}");
        return unit.FromSi(node.AsQuantity(unit == Unit.One ? rule.OrPlainNumber() : rule).InSi);
    }
}
