using System.Collections.Immutable;

namespace Lamella.Cells.Description.Reading;

/// <summary>One mapping of cell.yaml: its words, its quantities and its inner mappings.</summary>
/// <param name="Texts">Keys that hold words.</param>
/// <param name="Keys">Keys that hold quantities.</param>
internal sealed record CellSection(ImmutableArray<string> Texts, ImmutableArray<CellKey> Keys)
{
    /// <summary>Gets the inner mappings by key.</summary>
    internal ImmutableDictionary<string, CellSection> Inner { get; init; } = ImmutableDictionary<string, CellSection>.Empty;

    /// <summary>Gets the inner lists of mappings by key.</summary>
    internal ImmutableDictionary<string, CellSection> Lists { get; init; } = ImmutableDictionary<string, CellSection>.Empty;

    /// <summary>Gets every key that the mapping may have, in the order of the documentation.</summary>
    internal IEnumerable<string> AllKeys =>
        Texts.Concat(Keys.Select(key => key.Name)).Concat(Inner.Keys.Concat(Lists.Keys).Order(StringComparer.Ordinal));

    /// <summary>Finds a quantity's key.</summary>
    internal CellKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}
