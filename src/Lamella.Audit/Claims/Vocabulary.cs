using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Audit.Claims;

/// <summary>The words for quantities that claims may use, with the dimensions that each may have.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Shipped = new(ReadShipped);

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
            "the words of data/audit/vocabulary.yaml",
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
                string.Join(" or ", Units(word).Select(known => known.Dimension.NameWithUnit)),
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

    private static Vocabulary ReadShipped()
    {
        YamlMapping top = YamlFile.Read(Path.Combine(ShippedData.Folder("audit"), "vocabulary.yaml"));
        return new Vocabulary(top.Entries.Select(entry => KeyValuePair.Create(
            entry.Key, entry.Value.AsText().Split(" | ").Select(Unit.Parse).ToImmutableArray())));
    }
}
