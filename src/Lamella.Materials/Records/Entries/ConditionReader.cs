using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Records.Entries;

/// <summary>Reads the conditions of records: values with units where the name asks for one, else values or words.</summary>
/// <remarks>
/// A temperature without a unit or in words would leave its record out of every comparison without a word, so it is refused where
/// it stands. Reading the same condition twice gives the same object: files repeat few conditions often.
/// </remarks>
internal sealed class ConditionReader
{
    private const string Path = "data/vocabulary/conditions.yaml", Temperature = "temperature";

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Unit>>> Known = new(ReadShipped);
    private static readonly Vocabulary Quantities = Vocabulary.LoadShipped();

    private readonly Dictionary<(string Name, string Text), RecordCondition> _read = [];

    /// <summary>Reads a condition.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="node">The node that holds it.</param>
    /// <exception cref="InputException">The value has no unit, another dimension or a size that nothing has; carries the place.</exception>
    internal RecordCondition Read(string name, YamlNode node)
    {
        string text = node.AsText();
        if (!_read.TryGetValue((name, text), out RecordCondition? known))
        {
            _read.Add((name, text), known = new RecordCondition(text, Value(name, text, node)));
        }

        return known;
    }

    private static FactValue? Value(string name, string text, YamlNode node)
    {
        if (!PrintedValue.BeginsAsNumber(text))
        {
            return name != Temperature ? null : throw node.Error(
                $"the temperature is '{text}'.", "a value with its unit, such as 25 degC", "Write the value, and the words under another name: 'temperature_label: room temperature'.");
        }

        FactValue value;
        try
        {
            value = PrintedValue.Read(node).Value;
        }
        catch (InputException) when (name != Temperature)
        {
            return null; // words that begin with a digit, such as "3.2 mm rotor"
        }

        RequireUnit(name, node, value);
        RequirePhysical(name, node, value);
        return value;
    }

    private static void RequireUnit(string name, YamlNode node, FactValue value)
    {
        ImmutableArray<Unit> units = Known.Value.GetValueOrDefault(name, Quantities.Units(name));
        if (!units.IsEmpty && units.All(unit => unit.Dimension != value.Unit.Dimension))
        {
            throw node.Error(
                value.Unit == Unit.One ? $"the {name.Replace('_', ' ')} is {value} and has no unit." : $"the {name.Replace('_', ' ')} is {value}, which is a {value.Unit.Dimension.Name}.",
                string.Join(" or ", units.Select(unit => unit.Dimension.NameWithUnit)),
                $"Correct the unit; what conditions are stated in stands in {Path}.");
        }
    }

    private static void RequirePhysical(string name, YamlNode node, FactValue value)
    {
        if (value.Unit.Dimension == Dimension.Temperature && value.InSi.Any(kelvin => kelvin <= 0.0))
        {
            throw node.Error($"the {name.Replace('_', ' ')} is {value}.", "above -273.15 degC", "Correct the value; check its sign.");
        }

        bool isShare = value.Unit.Dimension.Kind is QuantityKind.MassFraction or QuantityKind.VolumeFraction or QuantityKind.MoleFraction || name == "filler";
        if (isShare && value.InSi.Any(share => !(share is >= 0.0 and <= 1.0)))
        {
            throw node.Error($"the share '{name}' is {value}.", "0 to 100 %", "Correct the value.");
        }
    }

    private static FrozenDictionary<string, ImmutableArray<Unit>> ReadShipped() =>
        YamlFile.Read(System.IO.Path.Combine(ShippedData.Folder("vocabulary"), "conditions.yaml")).Entries.ToFrozenDictionary(
            entry => entry.Key, entry => entry.Value.AsText().Split(" | ").Select(Unit.Parse).ToImmutableArray(), StringComparer.Ordinal);
}
