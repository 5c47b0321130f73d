using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;

namespace Lamella.Cells.Description.Reading;

/// <summary>A quantity that the format allows: its path and what it must be.</summary>
/// <param name="Path">Path with the layer's name.</param>
/// <param name="Key">The key.</param>
internal sealed record CellPath(string Path, CellKey Key);

/// <summary>Every path at which a described cell can hold a quantity, stated or defaulted.</summary>
/// <remarks>An item of a list is called by its name or by its number from 1: <c>electrolyte/AIOSE/thickness</c>, <c>electrolyte/1/thickness</c>.</remarks>
internal sealed class CellPaths
{
    /// <summary>Sections whose quantities exist only where the file has the section.</summary>
    private static readonly FrozenSet<string> Optional =
        ElectrodeSchema.Sides.Select(side => side.Key).Append("thermal").Append("guest").Append("joint before").ToFrozenSet();

    private readonly FrozenDictionary<string, CellPath> _byPath;

    internal CellPaths(CellContent content)
    {
        var paths = new Dictionary<string, CellPath>(StringComparer.Ordinal);
        Add(paths, CellSchema.Root, string.Empty, content);
        All = [.. paths.Keys];
        foreach ((string list, ImmutableArray<string> names) in content.Items)
        {
            for (int i = 0; i < names.Length; i++)
            {
                string name = $"{list}/{names[i]}/", number = string.Create(CultureInfo.InvariantCulture, $"{list}/{i + 1}/");
                foreach (string path in All.Where(path => path.StartsWith(name, StringComparison.Ordinal)))
                {
                    paths[number + path[name.Length..]] = paths[path];
                }
            }
        }

        _byPath = paths.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gets every path, with layers by name, in the order of the format.</summary>
    internal ImmutableArray<string> All { get; }

    /// <summary>Finds a path.</summary>
    /// <exception cref="ArgumentException">The format has no such quantity; the message names the nearest.</exception>
    internal CellPath Get(string path)
    {
        if (_byPath.TryGetValue(path, out CellPath? found))
        {
            return found;
        }

        string? nearest = Suggestion.Nearest(path, All);
        throw new ArgumentException(
            $"'{path}' is no quantity of this cell. {(nearest is null ? $"Paths look like {string.Join(", ", All.Take(3))}, …" : $"Did you mean '{nearest}'?")}",
            nameof(path));
    }

    private static void Add(Dictionary<string, CellPath> paths, CellSection section, string prefix, CellContent content)
    {
        foreach (CellKey key in section.Keys)
        {
            string path = prefix + key.Name;
            paths[path] = new CellPath(path, key);
            bool isVtf = content.Find($"{path}/vtf/B") is not null;
            if (key.Traits.HasFlag(KeyTraits.Activated) && !isVtf)
            {
                Put(paths, $"{path}/activation energy", LayerSchema.EnergyKey);
            }

            if (isVtf)
            {
                foreach (CellKey vtf in LayerSchema.VtfKeys)
                {
                    Put(paths, $"{path}/vtf/{vtf.Name}", vtf);
                }
            }
        }

        foreach ((string name, CellSection inner) in section.Inner.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (content.Has(prefix + name) || !Optional.Contains(name))
            {
                Add(paths, inner, $"{prefix}{name}/", content);
            }
        }

        foreach ((string name, CellSection item) in section.Lists)
        {
            foreach (string one in content.ItemsOf(prefix + name))
            {
                Add(paths, item, $"{prefix}{name}/{one}/", content);
            }
        }
    }

    private static void Put(Dictionary<string, CellPath> paths, string path, CellKey key) => paths[path] = new CellPath(path, key);
}
