using Lamella.Core.Errors;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads label volumes from NumPy files: one array in <c>.npy</c>, or one array of an <c>.npz</c> archive.</summary>
/// <remarks>The last index of the array runs along x, the first along z; either byte order, either order of the indices.</remarks>
public static class NumpyFile
{
    /// <summary>Reads a label volume.</summary>
    /// <param name="path">Path of the file; of an archive of several arrays one is named behind a colon, such as <c>scan.npz:labels</c>.</param>
    /// <param name="size">Edges of a voxel; NumPy files do not hold it.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The file is no NumPy file, is cut short, or its numbers are no labels.</exception>
    public static LabelVolume Read(string path, VoxelSize size)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var planes = new NumpyPlanes(path);
        return LabelPlanes.ReadAll(path, planes, size);
    }
}
