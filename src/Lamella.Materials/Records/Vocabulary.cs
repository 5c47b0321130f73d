using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records;

/// <summary>The words for quantities that records and claims may use, with the dimensions that each may have.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class Vocabulary
{
    /// <summary>Path of the vocabulary in the repository, for messages.</summary>
    private const string Path = "data/vocabulary/quantities.yaml";

    /// <summary>What the vocabulary writes in place of a unit where a quantity is said in words.</summary>
    private const string InWords = "text";

    private static readonly Lazy<Vocabulary> Shipped = new(ReadShipped);

    // Transport properties of which one material has several, depending on what was measured.
    private static readonly string[] NeedState = ["ionic_conductivity"];

    // Quantities that may be negative; all others count or measure something that is there.
    private static readonly string[] Signed =
        ["nmr_shift", "electrode_potential", "adsorption_energy", "formation_energy", "bias_voltage", "impedance_growth", "impedance_growth_rate", "capacity_fade_per_cycle"];

    private readonly FrozenDictionary<string, ImmutableArray<Unit>> _units;

    private Vocabulary(IEnumerable<KeyValuePair<string, ImmutableArray<Unit>>> units) => _units = units.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gets the words, sorted.</summary>
    public IEnumerable<string> Words => _units.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the vocabulary that ships with the product.</summary>
    /// <returns>The vocabulary.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static Vocabulary LoadShipped() => Shipped.Value;

    /// <summary>Returns the units in which a quantity is usually stated; empty for an unknown word.</summary>
    /// <param name="word">The word.</param>
    /// <returns>One unit per dimension that the quantity may have.</returns>
    public ImmutableArray<Unit> Units(string word) => _units.GetValueOrDefault(word, []);

    /// <summary>Reads a word of the vocabulary.</summary>
    /// <param name="node">The node that holds it.</param>
    /// <returns>The word.</returns>
    /// <exception cref="InputException">It is not in the vocabulary; names the nearest word.</exception>
    public string Read(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        string word = node.AsText();
        return _units.ContainsKey(word) ? word : throw node.Error(
            $"'{word}' is no quantity of the vocabulary.",
            $"the words of {Path}",
            Suggestion.Nearest(word, _units.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : "Look the word up there.");
    }

    /// <summary>Refuses a value whose dimension the quantity cannot have.</summary>
    /// <param name="node">The node that holds the value.</param>
    /// <param name="word">The quantity.</param>
    /// <param name="unit">The unit of the value.</param>
    /// <exception cref="InputException">The dimension is another one.</exception>
    public void Require(YamlNode node, string word, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(unit);
        if (!Fits(word, unit))
        {
            throw node.Error(
                $"{word} is stated in {unit}, which is a {unit.Dimension.Name}.",
                IsText(word) ? "words" : string.Join(" or ", Units(word).Select(known => known.Dimension.NameWithUnit)),
                "Correct the unit. If the print itself has the wrong unit, write the right one here and the printed one under 'printed: { unit: ... }'.");
        }
    }

    /// <summary>Tells whether a quantity may be stated in a unit.</summary>
    /// <param name="word">The quantity.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>True where one of its dimensions is that of the unit.</returns>
    public bool Fits(string word, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Units(word).Any(known => known.Dimension == unit.Dimension);
    }

    /// <summary>Tells whether a quantity is said in words, such as a composition.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True for a known word without a unit.</returns>
    public bool IsText(string word) => _units.TryGetValue(word, out ImmutableArray<Unit> units) && units.IsEmpty;

    /// <summary>Reads what a transport property was measured on.</summary>
    /// <param name="node">The mapping with the key <c>state</c>.</param>
    /// <param name="word">The quantity.</param>
    /// <returns>The state; none where the quantity has no need of one.</returns>
    /// <exception cref="InputException">The state is missing or unknown.</exception>
    public static ReferenceState ReadState(YamlMapping node, string word)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(word);
        if (node.Optional("state") is { } state)
        {
            return ReferenceStateNames.TryParse(state.AsOneOf([.. ReferenceStateNames.All]), out ReferenceState read) ? read : default;
        }

        return NeedState.Contains(word, StringComparer.Ordinal) ? throw node.Error(
            $"the {word.Replace('_', ' ')} says no reference state.",
            string.Join(", ", ReferenceStateNames.All),
            "Add 'state:' with what it was measured on; values of different states cannot be compared.") : default;
    }

    /// <summary>Refuses values that nothing can have.</summary>
    /// <param name="node">The node that holds the value.</param>
    /// <param name="word">The quantity.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InputException">A negative value of what cannot be negative, a porosity of 100 % or more, a fraction outside 0 to 100 %.</exception>
    public static void RequirePhysical(YamlNode node, string word, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(value);
        if (word is "porosity" && value.InSi.Any(number => !(number is >= 0.0 and < 1.0)))
        {
            throw node.Error($"the porosity is {value}.", "at least 0 % and below 100 %", "A porosity of 100 % leaves no solid; correct the value.");
        }

        if (!Signed.Contains(word, StringComparer.Ordinal) && value.InSi.Any(number => number < 0.0))
        {
            throw node.Error(
                $"the {word.Replace('_', ' ')} is {value}.", "a value that is not negative", "Correct the sign; directions and signs of currents are no part of a claim.");
        }

        if (word is "mass_fraction" or "volume_fraction" or "mole_fraction" && value.InSi.Any(number => !(number is >= 0.0 and <= 1.0)))
        {
            throw node.Error($"the fraction is {value}.", "0 to 100 %", "Correct the value.");
        }
    }

    /// <summary>Refuses a condition that says nothing or cannot be: the rules of records, for claims too.</summary>
    /// <param name="name">Name of the condition, such as <c>temperature</c>.</param>
    /// <param name="node">The node that holds it.</param>
    /// <exception cref="InputException">The value has no unit, another dimension or a size that nothing has; carries the place.</exception>
    public static void RequireCondition(string name, YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(node);
        _ = new ConditionReader().Read(name, node);
    }

    private static Vocabulary ReadShipped()
    {
        YamlMapping top = YamlFile.Read(System.IO.Path.Combine(ShippedData.Folder("vocabulary"), "quantities.yaml"));
        return new Vocabulary(top.Entries.Select(entry => KeyValuePair.Create(
            entry.Key, entry.Value.AsText() == InWords ? [] : entry.Value.AsText().Split(" | ").Select(Unit.Parse).ToImmutableArray())));
    }
}
