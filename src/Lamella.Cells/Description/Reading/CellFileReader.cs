using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>Turns the tree of a cell.yaml into values by path, after the schema.</summary>
internal sealed class CellFileReader
{
    private readonly ImmutableDictionary<string, StatedValue>.Builder _values =
        ImmutableDictionary.CreateBuilder<string, StatedValue>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, StatedText>.Builder _texts =
        ImmutableDictionary.CreateBuilder<string, StatedText>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, InputPlace>.Builder _sections =
        ImmutableDictionary.CreateBuilder<string, InputPlace>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, ImmutableArray<string>>.Builder _items =
        ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);

    private readonly QuantityNodeReader _quantities;

    private CellFileReader(IFactSources? facts) => _quantities = new QuantityNodeReader(facts, _values, _texts);

    /// <summary>Reads the file without its variants.</summary>
    /// <param name="root">The tree of the file.</param>
    /// <param name="facts">Looks up cited facts, or null.</param>
    /// <param name="structures">Solves the structures that layers name, each once.</param>
    internal static CellContent Read(YamlMapping root, IFactSources? facts, StructureLayers structures)
    {
        var reader = new CellFileReader(facts);
        root.AllowOnly([.. CellSchema.Root.AllKeys, "variants"]);
        reader.Section(CellSchema.Root, root, string.Empty, ["variants"]);
        var content = new CellContent(
            reader._values.ToImmutable(), reader._texts.ToImmutable(), reader._sections.ToImmutable(), reader._items.ToImmutable());
        content = structures.Expand(content);
        CellChecks.Check(content);
        return content;
    }

    /// <summary>Lays a variant over the base; stating one of two alternatives replaces the other.</summary>
    internal static YamlMapping Merge(YamlMapping root, YamlMapping variant)
    {
        root = WithoutOther(root, variant, "area", "diameter");
        root = WithoutOtherSide(WithoutOtherSide(root, variant, ElectrodeSchema.NegativeSides), variant, ElectrodeSchema.PositiveSides);
        foreach (string side in (string[])["cathode", "anode"])
        {
            if (root.Optional(side) is YamlMapping electrode && variant.Optional(side) is YamlMapping over)
            {
                root = root.Replacing(side, WithoutOther(electrode, over, "loading", "electrode loading"));
            }
        }

        return root.MergedWith(variant);
    }

    private static YamlMapping WithoutOther(YamlMapping mapping, YamlMapping variant, string first, string second)
    {
        mapping = variant.Optional(first) is null ? mapping : mapping.Without(second);
        return variant.Optional(second) is null ? mapping : mapping.Without(first);
    }

    /// <summary>A variant with another kind of electrode replaces the one of the base.</summary>
    private static YamlMapping WithoutOtherSide(YamlMapping mapping, YamlMapping variant, ImmutableArray<string> sides) =>
        sides.FirstOrDefault(side => variant.Optional(side) is YamlMapping) is { } stated
            ? mapping.Without([.. sides.Where(side => side != stated)]) : mapping;

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}/{key}";

    private void Section(CellSection section, YamlMapping mapping, string path, params string[] others)
    {
        mapping.AllowOnly([.. section.AllKeys, .. others]);
        _sections[path] = mapping.Place;
        foreach (YamlEntry entry in mapping.Entries)
        {
            string below = Below(path, entry.Key);
            if (section.Texts.Contains(entry.Key))
            {
                _texts[below] = new StatedText(entry.Value.AsText(), entry.Value.Place);
            }
            else if (section.Find(entry.Key) is { } key)
            {
                _quantities.Read(key, entry.Value, below);
            }
            else if (section.Inner.TryGetValue(entry.Key, out CellSection? inner))
            {
                Section(inner, entry.Value.AsMapping(), below);
            }
            else if (section.Lists.TryGetValue(entry.Key, out CellSection? item))
            {
                Items(item, entry.Value.AsSequence(), below);
            }
        }
    }

    private void Items(CellSection section, YamlSequence list, string path)
    {
        string what = path == "electrolyte" ? "layer" : "item";
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (YamlNode item in list.Items)
        {
            YamlMapping mapping = item.AsMapping();
            YamlNode? named = mapping.Optional("name");
            string name = named?.AsText() ?? string.Create(CultureInfo.InvariantCulture, $"{what} {names.Count + 1}");
            bool usable = !name.Contains('/', StringComparison.Ordinal) && !names.Contains(name) && !name.All(char.IsAsciiDigit);
            if (!usable)
            {
                throw (named ?? item).Error(
                    $"'{name}' cannot be the name of this {what}.",
                    $"a name that no other {what} has, without '/' and not only digits",
                    $"Give the {what} a name of its own.");
            }

            names.Add(name);
            Section(section, mapping, $"{path}/{name}");
        }

        _items[path] = names.ToImmutable();
    }
}
