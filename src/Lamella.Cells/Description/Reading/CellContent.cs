using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Cells.Description.Reading;

/// <summary>What a cell.yaml says: quantities and words by path, and the place of every mapping.</summary>
/// <param name="Values">Quantities by path.</param>
/// <param name="Texts">Words by path.</param>
/// <param name="Sections">Place of each mapping by path; empty path for the file.</param>
/// <param name="Items">Names of the items of each list by path.</param>
internal sealed record CellContent(
    ImmutableDictionary<string, StatedValue> Values,
    ImmutableDictionary<string, StatedText> Texts,
    ImmutableDictionary<string, InputPlace> Sections,
    ImmutableDictionary<string, ImmutableArray<string>> Items)
{
    /// <summary>Gets the names of the electrolyte layers, from the negative side on.</summary>
    internal ImmutableArray<string> Layers => ItemsOf("electrolyte");

    /// <summary>Gets the section that makes the negative side.</summary>
    internal string NegativeSide => ElectrodeSchema.NegativeSides.First(Has);

    /// <summary>Gets the section that makes the positive side.</summary>
    internal string PositiveSide => ElectrodeSchema.PositiveSides.First(Has);

    /// <summary>Returns the names of the items of a list, in order; none where there is no list.</summary>
    internal ImmutableArray<string> ItemsOf(string path) => Items.GetValueOrDefault(path, []);

    /// <summary>Tells whether a mapping stands in the file.</summary>
    internal bool Has(string section) => Sections.ContainsKey(section);

    /// <summary>Tells whether the file states a quantity or a word at a path.</summary>
    internal bool States(string path) => Values.ContainsKey(path) || Texts.ContainsKey(path);

    /// <summary>Finds a quantity.</summary>
    internal StatedValue? Find(string path) => Values.GetValueOrDefault(path);

    /// <summary>Finds a word.</summary>
    internal StatedText? Text(string path) => Texts.GetValueOrDefault(path);

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
