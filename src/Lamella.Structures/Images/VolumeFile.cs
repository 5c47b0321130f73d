using Lamella.Core.Arrays;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads and writes label volumes of any format that is known, told apart by the ending of the name.</summary>
public static class VolumeFile
{
    /// <summary>Reads a label volume.</summary>
    /// <param name="path">Path of the file or folder; of an <c>.npz</c> of several arrays one is named behind a colon.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The file does not exist, has an unknown format, or cannot be used.</exception>
    public static LabelVolume Read(string path, VoxelSize size) => ReadPart(path, size, new VolumePart());

    /// <summary>Reads a part of a label volume plane by plane, so that the file may be larger than memory.</summary>
    /// <param name="path">Path of the file or folder; of an <c>.npz</c> of several arrays one is named behind a colon.</param>
    /// <param name="size">Edges of a voxel of the file.</param>
    /// <param name="part">The part; where voxels are joined, the most frequent label wins.</param>
    /// <param name="progress">Receives the share that is read [–], or null.</param>
    /// <param name="cancellation">Stops between two planes.</param>
    /// <returns>The part.</returns>
    /// <exception cref="InputException">
    /// The file does not exist, has an unknown format or cannot be used, the part is not within the volume, or it would not fit into memory.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LabelVolume ReadPart(
        string path, VoxelSize size, VolumePart part, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(part);
        using IPlaneSource planes = PlaneSource.Open(path, isGrey: false);
        return LabelPlanes.Read(path, planes, size, part, progress, cancellation);
    }

    /// <summary>Writes a label volume, whole or not at all, in the format that the ending of the name says.</summary>
    /// <param name="path">
    /// The file, ending in .tif, .tiff, .npy, .npz or .raw and replaced where it exists; or a new folder for TIFF slices, ending in a slash.
    /// </param>
    /// <param name="volume">The labels.</param>
    /// <param name="options">How pixels of TIFF files are stored; null for Deflate with the fewest bits. Other formats know no choice.</param>
    /// <exception cref="InputException">The ending is no known format, the folder is not empty, or the bits do not hold every label.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, LabelVolume volume, TiffOptions? options = null)
    {
        RequireWritable(path);
        ArgumentNullException.ThrowIfNull(volume);
        if (Path.EndsInDirectorySeparator(path))
        {
            TiffFile.WriteSlices(path, volume, options);
            return;
        }

        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".NPY":
                AtomicFile.Write(path, Labels(volume).Write);
                break;
            case ".NPZ":
                NpzFile.Write(path, [Labels(volume)]);
                break;
            case ".RAW":
                RawFile.Write(path, volume);
                break;
            default:
                TiffFile.Write(path, volume, options);
                break;
        }
    }

    /// <summary>Refuses a path whose ending is no format that can be written; call it before anything long is computed.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputException">The ending is no known format, or the folder for slices holds something already.</exception>
    public static void RequireWritable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Path.EndsInDirectorySeparator(path))
        {
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new InputException(
                    InputPlace.Whole(path), "the folder holds files already.", "a folder for slices that does not exist yet or is empty.", "Name another folder, or remove what is in it.");
            }

            return;
        }

        if (Path.GetExtension(path).ToUpperInvariant() is not (".TIF" or ".TIFF" or ".NPY" or ".NPZ" or ".RAW"))
        {
            throw new InputException(
                InputPlace.Whole(path), $"the ending '{Path.GetExtension(path)}' is no known format of volumes.", ".tif, .tiff, .npy, .npz or .raw.", "Give the file one of these endings; a name that ends in a slash makes a folder of TIFF slices.");
        }
    }

    private static NamedArray Labels(LabelVolume volume)
    {
        int[] shape = [volume.Extent.Nz, volume.Extent.Ny, volume.Extent.Nx];
        return volume.IsNarrow
            ? NamedArray.Of<byte>("labels", volume.ToBytes(), [.. shape])
            : NamedArray.Of<ushort>("labels", volume.ToWords(), [.. shape]);
    }
}
