using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Generation;

/// <summary>Reads recipes from YAML files.</summary>
/// <remarks>
/// <code>
/// structure: packed-spheres
/// voxels: [96, 96, 64]
/// voxel size: 0.25 um
/// seed: 7
/// fraction: 30 %
/// diameter: 1.5 um
/// </code>
/// </remarks>
public static class RecipeFile
{
    private const int MostVoxels = 100_000;
    private const ulong LargestSeed = int.MaxValue;
    private static readonly QuantityRule Edges = QuantityRule.Like("0.25 um").Above("0 um");

    /// <summary>Gets the kinds of structures that recipes can name.</summary>
    public static ImmutableArray<string> Kinds => [.. RecipeRegistry.All.Select(entry => entry.Kind)];

    /// <summary>Reads a recipe.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The recipe.</returns>
    /// <exception cref="InputException">The file is no recipe; the message says where and why.</exception>
    public static StructureRecipe Read(string path) => Read(YamlFile.Read(path));

    /// <summary>Reads a recipe from a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <returns>The recipe.</returns>
    /// <exception cref="InputException">It is no recipe.</exception>
    public static StructureRecipe Read(YamlMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ulong seed = (ulong)(mapping.Optional("seed")?.AsInteger(0, (int)LargestSeed) ?? 0);
        var box = new VoxelBox(Extent(mapping.Required("voxels", "96")), Size(mapping.Required("voxel size", "0.25 um")));
        return Read(mapping, box, seed, ["structure", "voxels", "voxel size", "seed"]);
    }

    /// <summary>Reads a recipe whose box is known.</summary>
    internal static StructureRecipe Read(YamlMapping mapping, VoxelBox box, ulong seed, IReadOnlyCollection<string> common)
    {
        YamlNode kind = mapping.Required("structure", RecipeRegistry.All[0].Kind);
        string name = kind.AsOneOf(Kinds);
        RecipeKind entry = RecipeRegistry.All.Single(known => known.Kind == name);
        mapping.AllowOnly([.. common, .. entry.Keys]);
        return entry.Read(new RecipeReader(mapping, box, seed));
    }

    private static LatticeExtent Extent(YamlNode node)
    {
        int[] counts = node is YamlSequence list ? [.. list.Items.Select(item => item.AsInteger(1, MostVoxels))] : [node.AsInteger(1, MostVoxels)];
        return counts.Length switch
        {
            1 => new LatticeExtent(counts[0], counts[0], counts[0]),
            3 => new LatticeExtent(counts[0], counts[1], counts[2]),
            _ => throw node.Error($"there are {counts.Length} numbers of voxels.", "one number for a cube, or three for x, y and z.", "Write for example 96 or [96, 96, 64]."),
        };
    }

    private static VoxelSize Size(YamlNode node)
    {
        double[] edges = node is YamlSequence list ? [.. list.Items.Select(item => item.AsQuantity(Edges).InSi)] : [node.AsQuantity(Edges).InSi];
        return edges.Length switch
        {
            1 => VoxelSize.Cube(edges[0]),
            3 => new VoxelSize(edges[0], edges[1], edges[2]),
            _ => throw node.Error($"there are {edges.Length} edges.", "one length for cubes, or three for x, y and z.", "Write for example 0.25 um or [0.2 um, 0.2 um, 0.5 um]."),
        };
    }
}
