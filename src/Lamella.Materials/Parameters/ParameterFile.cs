using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Parameters;

/// <summary>One parameter file while it is read: its top mapping, its publications, and the sources seen so far.</summary>
internal sealed class ParameterFile
{
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);

    internal ParameterFile(string path)
    {
        Top = YamlFile.Read(path);
        Publications = new SourceTable(Top);
        Kind = Top.Required("kind", MaterialKinds.All[0]).AsOneOf(MaterialKinds.All);
        Name = Top.Required("name").AsText();
    }

    /// <summary>Gets the top of the file.</summary>
    internal YamlMapping Top { get; }

    /// <summary>Gets the publications.</summary>
    internal SourceTable Publications { get; }

    /// <summary>Gets the kind of material.</summary>
    internal string Kind { get; }

    /// <summary>Gets the name.</summary>
    internal string Name { get; }

    /// <summary>Gets the sources of the scalars read so far, one per property name.</summary>
    internal IReadOnlyDictionary<string, Source> Sources => _sources;

    /// <summary>Refuses keys that this kind of material does not have.</summary>
    internal void AllowOnly(params ReadOnlySpan<string> keys) =>
        Top.AllowOnly([.. keys, "name", "kind", "sources", "cautions"]);

    /// <summary>Reads a scalar with its source.</summary>
    internal double Scalar(string key, string property, QuantityRule rule)
    {
        YamlMapping value = Top.Required(key, $"{{ value: {rule.Example}, source: … }}").AsMapping()
            .AllowOnly([.. SourceTable.Keys, "value"]);
        _sources[property] = Publications.Read(value);
        return Quantity(value, "value", rule);
    }

    /// <summary>Reads a law: a registered closed form, a constant, an Arrhenius or a Vogel–Tammann–Fulcher law.</summary>
    internal PropertyLaw Law(string key, string property, ClosedFormKind kind, QuantityRule rule)
    {
        PropertyLaw law = LawReader.Read(Top.Required(key).AsMapping(), Publications, kind, rule);
        _sources[property] = law.Source;
        return law;
    }

    /// <summary>Keeps the source of a value that was read elsewhere.</summary>
    internal void Keep(string property, Source source) => _sources[property] = source;

    /// <summary>Reads the cautions, in order.</summary>
    internal string[] Cautions() =>
        Top.Optional("cautions") is { } node ? [.. node.AsSequence().Items.Select(item => item.AsText())] : [];

    /// <summary>Reads a quantity of a mapping in SI.</summary>
    internal static double Quantity(YamlMapping mapping, string key, QuantityRule rule) =>
        mapping.Required(key, rule.Example.ToString()).AsQuantity(rule).InSi;

    /// <summary>Reads a pair of quantities, the lower first.</summary>
    internal static ValidRange Range(YamlNode node, QuantityRule rule)
    {
        YamlSequence pair = node.AsSequence();
        double[] values = [.. pair.Items.Select(item => item.AsQuantity(rule).InSi)];
        return values.Length == 2 && values[0] < values[1] ? new ValidRange(values[0], values[1]) : throw node.Error(
            "this is no range.", "two values, the lower first", $"Write it as [{rule.Example}, …].");
    }
}
