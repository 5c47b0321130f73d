using Lamella.Core.Errors;

namespace Lamella.Structures.Images;

/// <summary>Opens volumes of any format that is known, told apart by the ending of the name.</summary>
internal static class PlaneSource
{
    private const string Known = ".tif, .tiff, .npy, .npz, .raw with a sidecar, or a folder of .tif slices.";

    /// <summary>Opens a volume.</summary>
    /// <param name="path">File or folder; of an <c>.npz</c> of several arrays one is named behind a colon.</param>
    /// <param name="isGrey">Whether floating-point numbers are welcome.</param>
    /// <exception cref="InputException">The file does not exist, has an unknown format, or is damaged.</exception>
    internal static IPlaneSource Open(string path, bool isGrey)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = NumpyPlanes.Split(path).File;
        if (!Path.Exists(file))
        {
            throw new InputException(InputPlace.Whole(path), "the file does not exist.", Known, "Check the path.");
        }

        return Directory.Exists(file) ? new TiffPlanes(path, isGrey) : Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".TIF" or ".TIFF" => new TiffPlanes(path, isGrey),
            ".NPY" or ".NPZ" => new NumpyPlanes(path),
            ".RAW" => new RawPlanes(path),
            var ending => throw new InputException(
                InputPlace.Whole(path), $"the ending '{ending.ToLowerInvariant()}' is no known format.", Known, "Save it as TIFF or NumPy file."),
        };
    }
}
