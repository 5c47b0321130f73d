using System.Collections.Immutable;
using Lamella.Core.Yaml;

namespace Lamella.Energy.Description.Reading;

/// <summary>A key of a design file that holds a quantity.</summary>
/// <param name="Name">The key.</param>
/// <param name="Rule">What its value must be.</param>
/// <param name="NeedsState">Whether the value must say what it was measured on.</param>
internal sealed record DesignKey(string Name, QuantityRule Rule, bool NeedsState = false);

/// <summary>One mapping of a design file: its words, its quantities, its inner mappings and lists of named items.</summary>
/// <param name="Texts">Keys that hold words.</param>
/// <param name="Keys">Keys that hold quantities.</param>
internal sealed record DesignSection(ImmutableArray<string> Texts, ImmutableArray<DesignKey> Keys)
{
    /// <summary>Gets the inner mappings by key.</summary>
    internal ImmutableSortedDictionary<string, DesignSection> Inner { get; init; } = ImmutableSortedDictionary<string, DesignSection>.Empty;

    /// <summary>Gets the inner lists of named mappings by key.</summary>
    internal ImmutableSortedDictionary<string, DesignSection> Lists { get; init; } = ImmutableSortedDictionary<string, DesignSection>.Empty;

    /// <summary>Gets every key that the mapping may have.</summary>
    internal IEnumerable<string> AllKeys => Texts.Concat(Keys.Select(key => key.Name)).Concat(Inner.Keys).Concat(Lists.Keys);
}
