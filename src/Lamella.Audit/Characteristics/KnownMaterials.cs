using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Materials.Parameters;

namespace Lamella.Audit.Characteristics;

/// <summary>The known materials, lines and splittings that ship with the product.</summary>
/// <remarks>Immutable; safe to share.</remarks>
public sealed class KnownMaterials
{
    private static readonly Lazy<KnownMaterials> Shipped = new(() => KnownMaterialsReader.Read(Path.Combine(ShippedData.Folder("audit"), "materials.yaml")));

    private readonly ImmutableDictionary<string, KnownMaterialRecord> _byName;

    internal KnownMaterials(
        ImmutableArray<KnownMaterialRecord> materials, ImmutableArray<CharacteristicLine> lines, ImmutableArray<LineSplitting> splittings)
    {
        (Materials, Lines, Splittings) = (materials, lines, splittings);
        _byName = materials.SelectMany(item => item.Aliases.Append(item.Name).Select(name => (Alias: name, Item: item)))
            .ToImmutableDictionary(pair => pair.Alias, pair => pair.Item, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the materials in the order of the file.</summary>
    public ImmutableArray<KnownMaterialRecord> Materials { get; }

    /// <summary>Gets the lines and bands.</summary>
    public ImmutableArray<CharacteristicLine> Lines { get; }

    /// <summary>Gets the splittings of photoelectron lines.</summary>
    public ImmutableArray<LineSplitting> Splittings { get; }

    /// <summary>Gets the year of the first volume of journals with one volume a year.</summary>
    public ImmutableSortedDictionary<string, int> Journals { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Reads what ships with the product.</summary>
    /// <returns>The materials.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static KnownMaterials LoadShipped() => Shipped.Value;

    /// <summary>Returns a material, or null.</summary>
    /// <param name="name">Any of its names; letter case does not matter.</param>
    /// <returns>The material, or null.</returns>
    public KnownMaterialRecord? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    /// <summary>Returns the material whose name begins a text, such as <c>Li2CO3 (weak)</c>; or null.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The material with the longest such name, or null.</returns>
    public KnownMaterialRecord? FindAtBegin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? name = _byName.Keys
            .Where(key => text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && (text.Length == key.Length || !char.IsLetterOrDigit(text[key.Length])))
            .MaxBy(key => key.Length);
        return Find(name);
    }
}
