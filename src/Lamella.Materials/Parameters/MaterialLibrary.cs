using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Parameters;

/// <summary>Every parameter set of a folder, found by kind and name.</summary>
/// <remarks>
/// One YAML file per published set; the sources of its values travel with the records. Kinds are the record types
/// <c>ActiveMaterial</c>, <c>BinaryElectrolyte</c>, <c>SingleIonConductor</c>, <c>LithiumMetal</c>, <c>CurrentCollector</c>.
/// Immutable; safe to share.
/// </remarks>
public sealed class MaterialLibrary
{
    private readonly ImmutableSortedDictionary<string, Entry> _entries;

    private MaterialLibrary(ImmutableSortedDictionary<string, Entry> entries) => _entries = entries;

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The folder is missing, a file is faulty, or two files have one name.</exception>
    public static MaterialLibrary Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new InputException(
                InputPlace.Whole(folder), "the folder of parameter files does not exist.", string.Empty, "Check the path.");
        }

        ImmutableSortedDictionary<string, Entry>.Builder entries =
            ImmutableSortedDictionary.CreateBuilder<string, Entry>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            ParameterFile file = new(path);
            if (entries.TryGetValue(file.Name, out Entry? first))
            {
                throw file.Top.Required("name").Error(
                    $"the name '{file.Name}' is taken by {Path.GetFileName(first.File)}.", string.Empty, "Give one set another name.");
            }

            entries.Add(file.Name, new Entry(file.Kind, path, MaterialReader.Read(file)));
        }

        return new MaterialLibrary(entries.ToImmutable());
    }

    /// <summary>Reads the sets that ship with the product.</summary>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The data are missing or faulty.</exception>
    public static MaterialLibrary LoadShipped() => Load(ShippedData.Folder("materials"));

    /// <summary>Returns the names of one kind, sorted.</summary>
    /// <typeparam name="T">The record type of the kind.</typeparam>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> Names<T>()
        where T : class =>
        [.. _entries.Where(pair => pair.Value.Material is T).Select(pair => pair.Key)];

    /// <summary>Returns a material.</summary>
    /// <typeparam name="T">The record type of its kind.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The material.</returns>
    /// <exception cref="UnknownMaterialException">No set of this kind has the name.</exception>
    public T Get<T>(string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        Entry? entry = _entries.GetValueOrDefault(name);
        return entry?.Material as T
            ?? throw new UnknownMaterialException(name, MaterialKinds.Of(typeof(T)), entry?.Kind, Names<T>());
    }

    /// <summary>Returns the material that a described cell names.</summary>
    /// <typeparam name="T">The record type of its kind.</typeparam>
    /// <param name="node">The node that holds the name.</param>
    /// <returns>The material.</returns>
    /// <exception cref="InputException">No set of this kind has the name; carries the place in the file.</exception>
    public T Get<T>(YamlNode node)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(node);
        try
        {
            return Get<T>(node.AsText());
        }
        catch (UnknownMaterialException unknown)
        {
            throw node.Error(unknown.Problem, string.Join(", ", unknown.Known), unknown.Remedy);
        }
    }

    private sealed record Entry(string Kind, string File, object Material);
}
