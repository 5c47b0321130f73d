using System.Collections.Immutable;

namespace Lamella.Core.Yaml;

/// <summary>A list of a YAML file.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(YamlText text, int line, int column, string path, ImmutableArray<YamlNode> items)
        : base(text, line, column, path) => (Items, Size) = (items, 1 + items.Sum(item => item.Size));

    /// <summary>Gets the items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Kind => Items.Length == 1 ? "a list of 1 item" : $"a list of {Items.Length} items";

    /// <inheritdoc/>
    internal override int Size { get; }
}
