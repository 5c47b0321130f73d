using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>A range of voxels along an axis.</summary>
/// <param name="First">First voxel, from 0.</param>
/// <param name="Count">Number of voxels, ≥ 1.</param>
public readonly record struct VoxelRange(int First, int Count);

/// <summary>The part of a volume that is read: a box of it, with voxels joined. Null ranges take everything.</summary>
public sealed record VolumePart
{
    /// <summary>Gets the range along x; null for all.</summary>
    public VoxelRange? X { get; init; }

    /// <summary>Gets the range along y; null for all.</summary>
    public VoxelRange? Y { get; init; }

    /// <summary>Gets the range along z; null for all.</summary>
    public VoxelRange? Z { get; init; }

    /// <summary>Gets how many voxels along every axis become one, 1 to 16. What is left over at the ends is left out.</summary>
    public int Bin { get; init; } = 1;

    /// <summary>Gets a value indicating whether this is the whole volume, voxel by voxel.</summary>
    public bool IsWhole => Bin == 1 && X is null && Y is null && Z is null;

    /// <summary>Finds where the part begins and how many joined voxels it has.</summary>
    internal (LatticeExtent From, LatticeExtent Coarse) Resolve(LatticeExtent extent, string path)
    {
        if (Bin is < 1 or > 16)
        {
            throw new InputException(InputPlace.Whole(path), $"{Bin} voxels cannot become one.", "1 to 16 along every axis.", "Choose another number.");
        }

        VoxelRange x = Range(X, extent.Nx, 'x', path), y = Range(Y, extent.Ny, 'y', path), z = Range(Z, extent.Nz, 'z', path);
        return (new LatticeExtent(x.First, y.First, z.First), new LatticeExtent(x.Count / Bin, y.Count / Bin, z.Count / Bin));
    }

    private VoxelRange Range(VoxelRange? given, int length, char axis, string path)
    {
        VoxelRange range = given ?? new VoxelRange(0, length);
        return range.First >= 0 && range.Count >= Bin && range.Count <= length - range.First ? range : throw new InputException(
            InputPlace.Whole(path),
            $"{range.Count} voxels from {range.First} along {axis} cannot be taken from {length} and joined {Bin} by {Bin}.",
            $"a range within 0 to {length} of at least {Bin} voxels.",
            "Correct the crop or the number of voxels to be joined.");
    }
}
