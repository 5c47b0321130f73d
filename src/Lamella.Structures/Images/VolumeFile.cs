using Lamella.Core.Errors;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads label volumes of any format that is known, told apart by the ending of the name.</summary>
public static class VolumeFile
{
    private const string Known = ".tif, .tiff, .npy, .npz, or a folder of .tif slices";

    /// <summary>Reads a label volume.</summary>
    /// <param name="path">Path of the file or folder.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The file does not exist, has an unknown format, or cannot be used.</exception>
    public static LabelVolume Read(string path, VoxelSize size)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            return TiffFile.ReadLabels(path, size);
        }

        if (!File.Exists(path))
        {
            throw new InputException(InputPlace.Whole(path), "the file does not exist.", Known + ".", "Check the path.");
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".TIF" or ".TIFF" => TiffFile.ReadLabels(path, size),
            ".NPY" or ".NPZ" => NumpyFile.Read(path, size),
            var ending => throw new InputException(
                InputPlace.Whole(path), $"the ending '{ending.ToLowerInvariant()}' is no known format.", Known + ".", "Save the labels as TIFF or NumPy file."),
        };
    }
}
