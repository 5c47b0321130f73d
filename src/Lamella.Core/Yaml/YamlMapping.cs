using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Core.Yaml;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Line of the key, counted from 1.</param>
/// <param name="Column">Column of the key, counted from 1.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(string Key, int Line, int Column, YamlNode Value);

/// <summary>A mapping of a YAML file: keys, each used once, with values.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(YamlText text, int line, int column, string path, ImmutableArray<YamlEntry> entries)
        : base(text, line, column, path) => (Entries, Size) = (entries, 1 + entries.Sum(entry => entry.Value.Size));

    /// <summary>Gets the entries in the order of the file.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <inheritdoc/>
    internal override int Size { get; }

    /// <summary>Refuses every key that is not in a list.</summary>
    /// <param name="keys">The keys that this mapping may have.</param>
    /// <returns>This mapping, whose keys are all known.</returns>
    /// <exception cref="InputException">A key is unknown; the message names the nearest and all that are allowed.</exception>
    public YamlMapping AllowOnly(params IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (YamlEntry entry in Entries)
        {
            if (!keys.Contains(entry.Key))
            {
                throw new InputException(
                    Text.At(entry.Line, entry.Column),
                    $"'{YamlText.Shorten(entry.Key)}' is no key of {Label}.",
                    string.Join(", ", keys),
                    Hint(entry.Key, keys, "Use one of these keys, or remove the line."));
            }
        }

        return this;
    }

    /// <summary>Returns the value of a key, or null where the key is absent.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null.</returns>
    public YamlNode? Optional(string key)
    {
        foreach (YamlEntry entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>Returns the value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">A good value, shown where the key is missing.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InputException">The key is missing.</exception>
    public YamlNode Required(string key, string example = "") => Optional(key) ?? throw Error(
        $"{Label} lacks the key '{key}'.", string.Empty, $"Add a line '{key}: {(example.Length > 0 ? example : "…")}' there.");

    /// <summary>Returns the mapping without some keys.</summary>
    /// <param name="keys">The keys to leave out; those that are absent are ignored.</param>
    /// <returns>The rest.</returns>
    public YamlMapping Without(params IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new YamlMapping(Text, Line, Column, Path, [.. Entries.Where(entry => !keys.Contains(entry.Key))]);
    }

    /// <summary>Returns the mapping with another value for a key that it has.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its new value.</param>
    /// <returns>The changed mapping.</returns>
    public YamlMapping Replacing(string key, YamlNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new YamlMapping(
            Text, Line, Column, Path, [.. Entries.Select(entry => entry.Key == key ? entry with { Value = value } : entry)]);
    }

    /// <summary>Lays another mapping over this one.</summary>
    /// <param name="over">The mapping whose values win. An empty value removes the key.</param>
    /// <returns>
    /// A mapping in which common mappings are merged key by key and everything else is replaced; each value keeps its place.
    /// </returns>
    public YamlMapping MergedWith(YamlMapping over)
    {
        ArgumentNullException.ThrowIfNull(over);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        foreach (YamlEntry entry in Entries)
        {
            YamlEntry? winner = over.Entries.FirstOrDefault(other => other.Key == entry.Key);
            if (winner is null)
            {
                entries.Add(entry);
            }
            else if (winner.Value is YamlMapping above && entry.Value is YamlMapping below)
            {
                entries.Add(winner with { Value = below.MergedWith(above) });
            }
            else if (winner.Value is not YamlScalar { Value.Length: 0 })
            {
                entries.Add(winner);
            }
        }

        entries.AddRange(over.Entries.Where(other => Optional(other.Key) is null && other.Value is not YamlScalar { Value.Length: 0 }));
        return new YamlMapping(Text, Line, Column, Path, entries.ToImmutable());
    }
}
