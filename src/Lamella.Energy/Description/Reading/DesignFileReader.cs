using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Energy.Description.Reading;

/// <summary>Reads a design file by its schema: unknown keys, missing units and impossible values are errors with their place.</summary>
/// <param name="facts">Looks up the facts that the file cites; null to take the ids as they are.</param>
internal sealed class DesignFileReader(IFactSources? facts)
{
    private readonly ImmutableSortedDictionary<string, DesignInput>.Builder _values = ImmutableSortedDictionary.CreateBuilder<string, DesignInput>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, DesignWord>.Builder _texts = ImmutableSortedDictionary.CreateBuilder<string, DesignWord>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, InputPlace>.Builder _sections = ImmutableSortedDictionary.CreateBuilder<string, InputPlace>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>>.Builder _items = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <param name="root">Its mapping.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="InputException">A key is unknown or a value is not allowed.</exception>
    internal DesignContent Read(YamlMapping root)
    {
        Section(DesignSchema.Root, root, string.Empty);
        return new DesignContent(_values.ToImmutable(), _texts.ToImmutable(), _sections.ToImmutable(), _items.ToImmutable());
    }

    private void Section(DesignSection section, YamlMapping mapping, string prefix, params string[] more)
    {
        mapping.AllowOnly([.. section.AllKeys, .. more]);
        _sections[prefix.TrimEnd('/')] = mapping.Place;
        foreach (string text in section.Texts)
        {
            if (mapping.Optional(text) is { } node)
            {
                _texts[prefix + text] = new DesignWord(node.AsText(), node.Place);
            }
        }

        foreach (DesignKey key in section.Keys)
        {
            if (mapping.Optional(key.Name) is { } node)
            {
                Value(key, node, prefix + key.Name);
            }
        }

        foreach ((string name, DesignSection inner) in section.Inner)
        {
            if (mapping.Optional(name) is { } node)
            {
                Section(inner, node.AsMapping(), $"{prefix}{name}/");
            }
        }

        foreach ((string name, DesignSection item) in section.Lists)
        {
            if (mapping.Optional(name) is { } node)
            {
                List(item, node.AsSequence(), prefix + name);
            }
        }
    }

    private void List(DesignSection section, YamlSequence list, string path)
    {
        var names = ImmutableArray.CreateBuilder<string>(list.Items.Length);
        foreach (YamlNode node in list.Items)
        {
            YamlMapping item = node.AsMapping();
            YamlNode named = item.Required("name", "AIOSE");
            string name = named.AsText();
            if (names.Contains(name, StringComparer.Ordinal) || name.Contains('/', StringComparison.Ordinal))
            {
                throw named.Error(
                    names.Contains(name, StringComparer.Ordinal) ? $"the name '{name}' is taken by an earlier item." : $"the name '{name}' has a slash.",
                    "a name of its own, without a slash", "Give each item of the list another name.");
            }

            names.Add(name);
            Section(section, item, $"{path}/{name}/", "name");
        }

        _items[path] = names.ToImmutable();
    }

    private void Value(DesignKey key, YamlNode node, string path)
    {
        if (node is not YamlMapping mapping)
        {
            RequireState(key, null, node);
            _values[path] = new DesignInput(path, node.AsQuantity(key.Rule) with { Source = Here(node) }, node.Place);
            return;
        }

        mapping.AllowOnly(["value", .. key.NeedsState ? ["state"] : Array.Empty<string>(), "range", "source", "because"]);
        YamlNode value = mapping.Required("value", key.Rule.Example.ToString());
        YamlNode? state = mapping.Optional("state");
        RequireState(key, state, node);
        Quantity read = value.AsQuantity(key.Rule);
        _ = ReferenceStateNames.TryParse(state?.AsOneOf(ReferenceStateNames.All), out ReferenceState known);
        Source source = StatedSource.Read(mapping, read, Here(value), facts);
        (double? lower, double? upper) = Range(key, mapping, read);
        _values[path] = new DesignInput(path, read with { State = known, Source = source }, value.Place) { Lower = lower, Upper = upper };
    }

    private static Source Here(YamlNode node) => StatedSource.Here(node, "the design file");

    private static (double? Lower, double? Upper) Range(DesignKey key, YamlMapping mapping, Quantity value)
    {
        if (mapping.Optional("range") is not { } node)
        {
            return (null, null);
        }

        double[] ends = [.. node.AsSequence().Items.Select(item => item.AsQuantity(key.Rule).InSi)];
        return ends.Length == 2 && ends[0] < ends[1] && ends[0] <= value.InSi && value.InSi <= ends[1]
            ? (ends[0], ends[1])
            : throw node.Error(
                "this is no range around the value.", "two values with units, the lower first, and the value between them",
                $"Write it as range: [{key.Rule.Example}, …], with {value} inside.");
    }

    private static void RequireState(DesignKey key, YamlNode? state, YamlNode node)
    {
        if (key.NeedsState && state is null)
        {
            throw node.Error(
                $"the {key.Name} does not say what it was measured on.",
                "state: " + string.Join(", ", ReferenceStateNames.All),
                $"Write {{value: {key.Rule.Example}, state: effective in host}}: the overpotential needs the value of the layer itself.");
        }
    }
}
