using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>Reads one value of cell.yaml: <c>300 um</c>, or a mapping with state, temperature law, source and range.</summary>
internal sealed class QuantityNodeReader(
    IFactSources? facts,
    ImmutableDictionary<string, StatedValue>.Builder values,
    ImmutableDictionary<string, StatedText>.Builder texts)
{
    /// <summary>Reads the value of a key and what belongs to it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="node">Its value.</param>
    /// <param name="path">Path under which the value is kept.</param>
    /// <param name="outer">Source of the value that this one belongs to, used where none is stated; or null.</param>
    internal void Read(CellKey key, YamlNode node, string path, Source? outer = null)
    {
        if (node is not YamlMapping mapping)
        {
            RequireState(key, null, node);
            Quantity plain = Value(key, node) with { Source = outer ?? StatedHere(node) };
            values[path] = new StatedValue(plain, node.Place);
            return;
        }

        mapping.AllowOnly(AllowedKeys(key));
        YamlNode value = mapping.Required("value", key.Rule.Example.ToString());
        YamlNode? state = mapping.Optional("state");
        RequireState(key, state, node);
        Quantity read = Value(key, value);
        Source source = StatedSource.Read(mapping, read, outer ?? StatedHere(value), facts);
        Quantity quantity = read with
        {
            State = State(state),
            Temperature = mapping.Optional("at")?.AsQuantity(LayerSchema.Temperature).InSi,
            Source = source,
        };
        values[path] = new StatedValue(quantity, value.Place) { Range = Range(key, mapping, quantity) };
        ReadLaw(mapping, path, source);
    }

    private static IEnumerable<string> LawKeys(CellKey key) =>
        key.Traits.HasFlag(KeyTraits.Transport) ? ["at", "activation energy", "prefactor", "vtf"]
        : key.Traits.HasFlag(KeyTraits.Activated) ? ["at", "activation energy"]
        : [];

    private static string[] AllowedKeys(CellKey key)
    {
        bool state = (key.Traits & (KeyTraits.State | KeyTraits.StateRequired)) != 0;
        return ["value", .. state ? ["state"] : Array.Empty<string>(), .. LawKeys(key), "source", "range", "because"];
    }

    private static Quantity Value(CellKey key, YamlNode node)
    {
        // Only the dimension decides between the two forms of a key, so a first look without rule is enough.
        bool known = Quantity.TryParse(node.AsScalar().Value, out Quantity? seen, out _);
        return node.AsQuantity(known ? key.RuleFor(seen!.Dimension) : key.Rule);
    }

    private static ReferenceState State(YamlNode? node)
    {
        _ = ReferenceStateNames.TryParse(node?.AsOneOf(ReferenceStateNames.All), out ReferenceState state);
        return state;
    }

    private static void RequireState(CellKey key, YamlNode? state, YamlNode node)
    {
        if (state is null && key.Traits.HasFlag(KeyTraits.StateRequired))
        {
            string value = node is YamlScalar scalar ? scalar.Value : "…";
            throw node.Error(
                $"the {key.Name} does not say what it was measured on.",
                "state: " + string.Join(", ", ReferenceStateNames.All),
                $"Write {{value: {value}, state: effective in host}} if it was measured on this very layer, or "
                + "'state: bulk phase' with 'porosity' if it belongs to the phase in the pores.");
        }
    }

    private static QuantityRange? Range(CellKey key, YamlMapping mapping, Quantity value)
    {
        if (mapping.Optional("range") is not { } node)
        {
            return null;
        }

        ImmutableArray<YamlNode> ends = node.AsSequence().Items;
        QuantityRange? range = ends.Length == 2 ? new QuantityRange(Value(key, ends[0]), Value(key, ends[1])) : null;
        bool ordered = range is not null && range.Lower.InSi < range.Upper.InSi;
        return ordered && value.InSi >= range!.Lower.InSi && value.InSi <= range.Upper.InSi ? range : throw node.Error(
            ordered ? $"the value {value} lies outside its own range." : "this is no range.",
            "two values with units, the lower first, and the value between them",
            $"Write it as range: [{key.Rule.Example}, …].");
    }

    private static Source StatedHere(YamlNode node) => StatedSource.Here(node, "the cell's file");

    private void ReadLaw(YamlMapping mapping, string path, Source source)
    {
        YamlNode? energy = mapping.Optional("activation energy"), vtf = mapping.Optional("vtf"), prefactor = mapping.Optional("prefactor");
        if (vtf is not null && (energy ?? prefactor) is { } other)
        {
            throw other.Error("there are two temperature laws.", "'activation energy' or 'vtf'", "Keep the one that was fitted.");
        }

        if (energy is not null)
        {
            Read(LayerSchema.EnergyKey, energy, $"{path}/activation energy", source);
        }

        if (prefactor is not null)
        {
            _ = energy ?? throw prefactor.Error(
                "a prefactor needs an activation energy.", string.Empty, "Add 'activation energy', or remove 'prefactor'.");
            texts[$"{path}/prefactor"] = new StatedText(prefactor.AsOneOf("sigma T"), prefactor.Place);
        }

        if (vtf is not null)
        {
            YamlMapping law = vtf.AsMapping().AllowOnly("B", "T0");
            foreach (CellKey key in LayerSchema.VtfKeys)
            {
                Read(key, law.Required(key.Name, key.Rule.Example.ToString()), $"{path}/vtf/{key.Name}", source);
            }
        }
    }
}
