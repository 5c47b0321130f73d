using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>A volume of voxels that turns on the page; without scripts it stands still.</summary>
public sealed record VolumeBlock : Block
{
    /// <summary>The most voxels that a page carries: 128 along each axis.</summary>
    public const long MostVoxels = 128 * 128 * 128;

    /// <summary>Initializes a volume.</summary>
    /// <param name="title">A short title.</param>
    /// <param name="caption">The sentence under it.</param>
    /// <param name="shape">Voxels along x, y and z, each ≥ 1.</param>
    /// <param name="edges">Edges of a voxel along x, y and z, in any one unit, each above 0.</param>
    /// <param name="parts">Part of each voxel, x fastest, as an index into <paramref name="legend"/>.</param>
    /// <param name="legend">Name and colour of each part.</param>
    /// <exception cref="ArgumentException">Sizes do not fit together, or a part is not in the legend.</exception>
    public VolumeBlock(
        string title, string caption, (int X, int Y, int Z) shape, (double X, double Y, double Z) edges, ImmutableArray<byte> parts, ImmutableArray<ImageColour> legend)
    {
        Title = Require.Text(title, "the title of a volume", "say what is seen");
        Caption = Require.Text(caption, "the caption of a volume", "say what is seen");
        long count = (long)shape.X * shape.Y * shape.Z;
        bool fits = Math.Min(shape.X, Math.Min(shape.Y, shape.Z)) >= 1 && count <= MostVoxels && !parts.IsDefault && parts.Length == count
            && edges is { X: > 0.0, Y: > 0.0, Z: > 0.0 } && !legend.IsDefaultOrEmpty && parts.All(part => part < legend.Length);
        if (!fits)
        {
            throw new ArgumentException(
                $"Volume '{title}': {shape.X}×{shape.Y}×{shape.Z} voxels, at most {MostVoxels}, need as many parts, each in the legend, and edges above 0.", nameof(parts));
        }

        (Shape, Edges, Parts, Legend) = (shape, edges, parts, legend);
    }

    /// <summary>Gets the title.</summary>
    public string Title { get; }

    /// <summary>Gets the sentence under it.</summary>
    public string Caption { get; }

    /// <summary>Gets the voxels along each axis.</summary>
    public (int X, int Y, int Z) Shape { get; }

    /// <summary>Gets the edges of a voxel.</summary>
    public (double X, double Y, double Z) Edges { get; }

    /// <summary>Gets the part of each voxel, x fastest.</summary>
    public ImmutableArray<byte> Parts { get; }

    /// <summary>Gets name and colour of each part.</summary>
    public ImmutableArray<ImageColour> Legend { get; }

    /// <summary>Gets the parts that are not drawn at first, such as pores.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [];
}
