using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Energy.Description.Reading;

/// <summary>What a design file says: quantities and words by path, the place of every mapping, the items of every list.</summary>
/// <param name="Values">Quantities by path.</param>
/// <param name="Texts">Words by path.</param>
/// <param name="Sections">Place of each mapping by path; the empty path is the file.</param>
/// <param name="Items">Names of the items of each list by path.</param>
internal sealed record DesignContent(
    ImmutableSortedDictionary<string, DesignInput> Values,
    ImmutableSortedDictionary<string, DesignWord> Texts,
    ImmutableSortedDictionary<string, InputPlace> Sections,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Items)
{
    /// <summary>Tells whether a mapping stands in the file.</summary>
    internal bool Has(string section) => Sections.ContainsKey(section);

    /// <summary>Finds a quantity, or null.</summary>
    internal DesignInput? Find(string path) => Values.GetValueOrDefault(path);

    /// <summary>Finds a quantity in SI, or null.</summary>
    internal double? Si(string path) => Find(path)?.Si;

    /// <summary>Returns a quantity in SI, or the default where the file states none.</summary>
    internal double Si(string path, double otherwise) => Find(path)?.Si ?? otherwise;

    /// <summary>Returns a quantity that must be there, in SI.</summary>
    /// <exception cref="InputException">It is missing.</exception>
    internal double Required(string path, string example)
    {
        int slash = path.LastIndexOf('/');
        return Si(path) ?? throw Missing(path[..slash], path[(slash + 1)..], $"Add a line '{path[(slash + 1)..]}: {example}' there.");
    }

    /// <summary>Returns the names of the items of a list; none where there is no list.</summary>
    internal ImmutableArray<string> ItemsOf(string path) => Items.GetValueOrDefault(path, []);

    /// <summary>Returns the place of a mapping, or of the nearest mapping around it.</summary>
    internal InputPlace PlaceOf(string path)
    {
        while (!Sections.ContainsKey(path))
        {
            int slash = path.LastIndexOf('/');
            path = slash < 0 ? string.Empty : path[..slash];
        }

        return Sections[path];
    }

    /// <summary>Makes the error of a mapping that lacks a key.</summary>
    internal InputException Missing(string section, string key, string remedy) => new(
        PlaceOf(section),
        $"{(section.Length == 0 ? "the file" : $"'{section.Replace("/", " / ", StringComparison.Ordinal)}'")} lacks the key '{key}'.",
        string.Empty,
        remedy);
}

/// <summary>A word of a design file with its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DesignWord(string Text, InputPlace Place);
