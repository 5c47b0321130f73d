using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Description.Reading;

/// <summary>A cell.yaml: named quantities with sources and ranges, from which cells are built.</summary>
/// <remarks>
/// Immutable. <see cref="Build"/> does not read YAML again and takes a fraction of a millisecond, so that a calibration can
/// set values by path and build thousands of times.
/// </remarks>
public sealed class CellDocument
{
    private static readonly ImmutableDictionary<string, CellDocument> NoVariants = ImmutableDictionary<string, CellDocument>.Empty;

    private readonly CellContent _content;
    private readonly CellPaths _paths;
    private readonly ImmutableDictionary<string, CellDocument> _variants;

    private readonly WindowMemo _windows;

    private readonly CellSource? _file;

    private CellDocument(
        CellContent content,
        CellPaths paths,
        string name,
        WindowMemo windows,
        ImmutableDictionary<string, CellDocument>? variants = null,
        CellSource? file = null) =>
        (_content, _paths, Name, _windows, _variants, _file) = (content, paths, name, windows, variants ?? NoVariants, file);

    /// <summary>Gets the name of the cell, with that of the variant.</summary>
    public string Name { get; }

    /// <summary>Gets the temperature at which the cell is described.</summary>
    [Unit("K")]
    public double Temperature => _content.Find("temperature")!.Si;

    /// <summary>Gets the names of the variants in the order of the file; none on a variant.</summary>
    public ImmutableArray<string> VariantNames { get; private init; } = [];

    /// <summary>Gets every path that <see cref="With"/> takes, in the order of the format.</summary>
    public ImmutableArray<string> Paths => _paths.All;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the cell.yaml.</param>
    /// <param name="facts">Looks up the facts that the file cites; null to take the ids as they are.</param>
    /// <returns>The document; its variants are read and checked too.</returns>
    /// <exception cref="InputException">The file is unreadable or describes no cell.</exception>
    public static CellDocument Read(string path, IFactSources? facts = null) => Read(YamlFile.Read(path), facts);

    /// <summary>Reads a text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="facts">Looks up the facts that the text cites; null to take the ids as they are.</param>
    /// <returns>The document.</returns>
    /// <exception cref="InputException">The text describes no cell.</exception>
    public static CellDocument ReadText(string name, string text, IFactSources? facts = null) =>
        Read(YamlFile.ReadText(name, text), facts);

    /// <summary>Returns a variant.</summary>
    /// <param name="name">Its name, or several joined by ' + ' that are laid over the base one after the other.</param>
    /// <returns>The document with the variant laid over the base.</returns>
    /// <exception cref="InputException">There is no such variant, and the message names the nearest; or several do not fit together.</exception>
    public CellDocument Variant(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = VariantParts(name);
        return _variants.TryGetValue(name, out CellDocument? variant) ? variant
            : parts.Length > 1 && _file is not null ? Laid(parts)
            : throw NoVariant(name);
    }

    /// <summary>Returns the names of the variants that a name joins by ' + '; one where it joins none.</summary>
    /// <param name="name">What <see cref="Variant"/> takes.</param>
    /// <returns>The names in their order.</returns>
    public static string[] VariantParts(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split(" + ", StringSplitOptions.TrimEntries);
    }

    private CellDocument Laid(string[] parts)
    {
        YamlMapping merged = _file!.Root, variants = _file.Root.Optional("variants")!.AsMapping();
        string called = Name;
        foreach (string part in parts)
        {
            YamlMapping over = (VariantNames.Contains(part) ? variants.Optional(part) : null)?.AsMapping() ?? throw NoVariant(part);
            merged = CellFileReader.Merge(merged, over);
            called = over.Optional("name")?.AsText() ?? $"{called} ({part})";
        }

        CellContent content = CellFileReader.Read(merged, _file.Facts, new StructureLayers());
        return new CellDocument(content, new CellPaths(content), called, new WindowMemo());
    }

    private InputException NoVariant(string name)
    {
        string? nearest = Suggestion.Nearest(name, VariantNames);
        return new InputException(
            InputPlace.Whole(_content.PlaceOf(string.Empty).File),
            $"there is no variant '{name}'.",
            _variants.IsEmpty ? "none: the file has no variants" : string.Join(", ", VariantNames),
            nearest is null ? "Use one of these, or add it under 'variants'." : $"Did you mean '{nearest}'?");
    }

    /// <summary>Returns the value at a path as the file states it, or null where it is defaulted.</summary>
    /// <param name="path">One of <see cref="Paths"/>; layers by name or number.</param>
    /// <returns>The quantity, or null.</returns>
    /// <exception cref="ArgumentException">The format has no such quantity.</exception>
    public Quantity? Find(string path) => _content.Find(_paths.Get(path).Path)?.Quantity;

    /// <summary>Returns the range that the file states for a value, or null.</summary>
    /// <param name="path">One of <see cref="Paths"/>; layers by name or number.</param>
    /// <returns>The range, or null.</returns>
    /// <exception cref="ArgumentException">The format has no such quantity.</exception>
    public QuantityRange? FindRange(string path) => _content.Find(_paths.Get(path).Path)?.Range;

    /// <summary>Returns the document with another value at a path.</summary>
    /// <param name="path">One of <see cref="Paths"/>, stated in the file or defaulted; layers by name or number.</param>
    /// <param name="quantity">
    /// The value. Where it has no state, temperature or source, those of the value it replaces stay; a value that was
    /// defaulted must carry a state if its key needs one. An alternative (area for diameter) is replaced.
    /// </param>
    /// <returns>The new document; without variants.</returns>
    /// <exception cref="ArgumentException">The format has no such quantity, or the value is not allowed there.</exception>
    public CellDocument With(string path, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        (string canonical, CellKey key) = _paths.Get(path);
        QuantityRule rule = key.RuleFor(quantity.Dimension);
        if (!rule.Fits(quantity.Dimension) || !rule.Contains(quantity.InSi))
        {
            throw new ArgumentException($"'{path}' cannot be {quantity}: it must be {rule.Describe()}.", nameof(quantity));
        }

        StatedValue? before = _content.Find(canonical);
        ReferenceState state = quantity.State != ReferenceState.None ? quantity.State : before?.Quantity.State ?? ReferenceState.None;
        if (state == ReferenceState.None && key.Traits.HasFlag(KeyTraits.StateRequired))
        {
            throw new ArgumentException(
                $"'{path}' needs a reference state: say whether {quantity} is of the bulk phase or effective in the layer.", nameof(quantity));
        }

        Quantity complete = quantity with
        {
            State = state,
            Temperature = quantity.Temperature ?? before?.Quantity.Temperature,
            Source = quantity.Source ?? new Source(Origin.Calibrated, "set by a calibration", null, null, Confidence.Verified),
        };
        var value = new StatedValue(complete, before?.Place ?? _content.PlaceOf(canonical)) { Range = before?.Range };
        var values = CellSchema.Other(canonical) is { } other ? _content.Values.Remove(other) : _content.Values;
        return new CellDocument(_content with { Values = values.SetItem(canonical, value) }, _paths, Name, _windows);
    }

    /// <summary>Builds the cell.</summary>
    /// <param name="materials">The material library.</param>
    /// <returns>The described cell, in SI and with effective layer properties.</returns>
    /// <exception cref="InputException">A material is unknown, or values contradict each other or the material.</exception>
    public CellDescription Build(MaterialLibrary materials)
    {
        ArgumentNullException.ThrowIfNull(materials);
        return new CellBuilder(new CellValues(_content, isLogged: false), materials, _windows).Build(Name, Hash());
    }

    /// <summary>Lists everything that goes into the cell: stated, defaulted and taken from materials.</summary>
    /// <param name="materials">The material library.</param>
    /// <returns>Values in the order of the format, laws, and notes.</returns>
    /// <exception cref="InputException">The cell cannot be built.</exception>
    public DescribedInputs Inputs(MaterialLibrary materials)
    {
        ArgumentNullException.ThrowIfNull(materials);
        var values = new CellValues(_content, isLogged: true);
        _ = new CellBuilder(values, materials, _windows).Build(Name, string.Empty);
        return values.Inputs;
    }

    private static CellDocument Read(YamlMapping root, IFactSources? facts)
    {
        var structures = new StructureLayers();
        CellContent content = CellFileReader.Read(root, facts, structures);
        string name = content.Text("name")!.Text;
        var variants = ImmutableDictionary.CreateBuilder<string, CellDocument>(StringComparer.Ordinal);
        foreach (YamlEntry entry in root.Optional("variants")?.AsMapping().Entries ?? [])
        {
            YamlMapping over = entry.Value.AsMapping().AllowOnly([.. CellSchema.Root.AllKeys]);
            CellContent merged = CellFileReader.Read(CellFileReader.Merge(root, over), facts, structures);
            string called = over.Optional("name") is null ? $"{name} ({entry.Key})" : merged.Text("name")!.Text;
            variants[entry.Key] = new CellDocument(merged, new CellPaths(merged), called, new WindowMemo());
        }

        return new CellDocument(content, new CellPaths(content), name, new WindowMemo(), variants.ToImmutable(), new CellSource(root, facts))
        {
            VariantNames = [.. root.Optional("variants")?.AsMapping().Entries.Select(entry => entry.Key) ?? []],
        };
    }

    /// <summary>Hashes all values and words, so that equal inputs are recognised whatever their layout.</summary>
    private string Hash()
    {
        var text = new StringBuilder(4096).Append(Name).Append('\n');
        foreach ((string path, StatedValue value) in _content.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(path).Append('=').Append(value.Quantity).Append('|').Append(value.Quantity.State.Text());
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"|{value.Quantity.Temperature:R}\n");
        }

        foreach ((string path, StatedText word) in _content.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(path).Append('=').Append(word.Text).Append('\n');
        }

        foreach ((string path, ImmutableArray<string> names) in _content.Items.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // The list of layers stands without its path, as it always did: older files keep their hash.
            text.Append(path == "electrolyte" ? string.Empty : path + "=").AppendJoin('\n', names);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What a document was read from, kept so that variants can be laid over each other.</summary>
/// <param name="Root">The root of the file.</param>
/// <param name="Facts">Looks up the facts that the file cites, or null.</param>
internal sealed record CellSource(YamlMapping Root, IFactSources? Facts);
