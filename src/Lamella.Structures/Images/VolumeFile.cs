using Lamella.Core.Arrays;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads and writes label volumes of any format that is known, told apart by the ending of the name.</summary>
public static class VolumeFile
{
    private const string Known = ".tif, .tiff, .npy, .npz, .raw with a sidecar, or a folder of .tif slices";

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
            ".RAW" => RawFile.Read(path, size),
            var ending => throw new InputException(
                InputPlace.Whole(path), $"the ending '{ending.ToLowerInvariant()}' is no known format.", Known + ".", "Save the labels as TIFF or NumPy file."),
        };
    }

    /// <summary>Reads a part of a label volume plane by plane, so that the file may be larger than memory.</summary>
    /// <param name="path">A TIFF file, a folder of TIFF slices, or a .raw file with its sidecar; NumPy files are read whole.</param>
    /// <param name="size">Edges of a voxel of the file.</param>
    /// <param name="part">The part; where voxels are joined, the most frequent label wins.</param>
    /// <returns>The part.</returns>
    /// <exception cref="InputException">As for the whole, or the part is not within the volume, or it would not fit into memory.</exception>
    public static LabelVolume ReadPart(string path, VoxelSize size, VolumePart part)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(part);
        if (part.IsWhole)
        {
            return Read(path, size);
        }

        string ending = Path.GetExtension(path).ToUpperInvariant();
        if (Path.Exists(path) && (Directory.Exists(path) || ending is ".TIF" or ".TIFF" or ".RAW"))
        {
            using IPlaneSource planes = ending == ".RAW" ? new RawPlanes(path) : new TiffPlanes(path, isGrey: false);
            return LabelPlanes.Read(path, planes, size, part);
        }

        return Read(path, size).Take(part);
    }

    /// <summary>Writes a label volume, whole or not at all, in the format that the ending of the name says.</summary>
    /// <param name="path">The file, ending in .tif, .tiff, .npy, .npz or .raw; replaced where it exists.</param>
    /// <param name="volume">The labels.</param>
    /// <exception cref="InputException">The ending is no known format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, LabelVolume volume)
    {
        RequireWritable(path);
        ArgumentNullException.ThrowIfNull(volume);
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
                TiffFile.Write(path, volume);
                break;
        }
    }

    /// <summary>Refuses a path whose ending is no format that can be written; call it before anything long is computed.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="InputException">The ending is no known format.</exception>
    public static void RequireWritable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Path.GetExtension(path).ToUpperInvariant() is not (".TIF" or ".TIFF" or ".NPY" or ".NPZ" or ".RAW"))
        {
            throw new InputException(
                InputPlace.Whole(path), $"the ending '{Path.GetExtension(path)}' is no known format of volumes.", ".tif, .tiff, .npy, .npz or .raw.", "Give the file one of these endings.");
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
