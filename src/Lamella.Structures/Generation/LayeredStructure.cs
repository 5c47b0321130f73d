using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Layers one on the other along an axis, with flat or rough interfaces.</summary>
/// <remarks>
/// All interfaces of a rough stack have the shape of one Gaussian surface. Flat layers have whole numbers of voxels; a share
/// that these miss by more than 0.1 % of the volume is refused.
/// </remarks>
public sealed record LayeredStructure : StructureRecipe
{
    private const double LargestMiss = 1e-3;

    /// <inheritdoc/>
    public override string Kind => "layered";

    /// <summary>Gets the layers from the low end of the axis; their shares of the thickness sum to 1.</summary>
    public required ImmutableArray<PhaseFraction> Layers { get; init; }

    /// <summary>Gets the axis: 0 for x, 1 for y, 2 for z.</summary>
    public int Axis { get; init; } = 2;

    /// <summary>Gets the standard deviation of the height of the interfaces, 0 (flat) to a tenth of the thickness.</summary>
    [Unit("m")]
    public double Roughness { get; init; }

    /// <summary>Gets the correlation length of the height; needed where the interfaces are rough.</summary>
    [Unit("m")]
    public double RoughnessLength { get; init; }

    /// <inheritdoc/>
    internal override StructureDraft Build(CancellationToken cancellation)
    {
        PhaseFraction.Require(Layers);
        RecipeErrors.RequireWithin(Roughness, 0.0, 0.1 * Box.Length(Axis), "the roughness (in m)");
        byte[] labels = Roughness > 0.0 ? PhaseFraction.Cut(Rough(cancellation), Layers, Box) : Flat();
        return new StructureDraft(Volume(labels), PhaseFraction.Drafts(Layers), []);
    }

    private byte[] Flat()
    {
        int n = Box.Extent.Along(Axis), nx = Box.Extent.Nx, ny = Box.Extent.Ny;
        byte[] ofPlane = new byte[n];
        (double end, int from) = (0.0, 0);
        for (int layer = 0; layer < Layers.Length; layer++)
        {
            end += Layers[layer].Fraction * n;
            int to = (int)Math.Round(end);
            if (Math.Abs(((to - from) / (double)n) - Layers[layer].Fraction) > LargestMiss)
            {
                throw RecipeErrors.Wrong(
                    FormattableString.Invariant($"layer '{Layers[layer].Name}' would have {to - from} of {n} planes of voxels, a share of {(to - from) / (double)n:F4} instead of {Layers[layer].Fraction:F4}."),
                    "shares that whole planes meet to 0.1 %.",
                    "Choose another number of voxels along the axis, or give the interfaces a roughness.");
            }

            Array.Fill(ofPlane, (byte)layer, from, to - from);
            from = to;
        }

        byte[] labels = new byte[Box.Count];
        for (int k = 0; k < labels.Length; k++)
        {
            labels[k] = ofPlane[Axis == 0 ? k % nx : Axis == 1 ? k / nx % ny : k / nx / ny];
        }

        return labels;
    }

    /// <summary>Returns the position of each voxel along the axis, seen from the rough surface.</summary>
    private float[] Rough(CancellationToken cancellation)
    {
        float[] heights = Heights(cancellation), field = new float[Box.Count];
        (int nx, int ny) = (Box.Extent.Nx, Box.Extent.Ny);
        for (int k = 0; k < field.Length; k++)
        {
            (int x, int y, int z) = (k % nx, k / nx % ny, k / nx / ny);
            int at = Axis == 0 ? x : Axis == 1 ? y : z;
            int column = Axis == 0 ? y + (ny * z) : Axis == 1 ? x + (nx * z) : x + (nx * y);
            field[k] = (float)(((at + 0.5) * Box.Size.Along(Axis)) - heights[column]);
        }

        return field;
    }

    private float[] Heights(CancellationToken cancellation)
    {
        RecipeErrors.RequirePositive(RoughnessLength, "the correlation length of the roughness");
        (int nx, int ny, int nz) = (Box.Extent.Nx, Box.Extent.Ny, Box.Extent.Nz);
        VoxelBox plane = Box with { Extent = Axis == 0 ? new(1, ny, nz) : Axis == 1 ? new(nx, 1, nz) : new(nx, ny, 1) };
        float[] heights = GaussianField.Make(plane, (RoughnessLength, RoughnessLength, RoughnessLength), new SeededGenerator(Seed), cancellation);
        return Array.ConvertAll(heights, height => (float)(Roughness * height));
    }
}
