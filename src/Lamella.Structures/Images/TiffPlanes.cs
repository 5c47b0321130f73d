using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>The pages of a TIFF file, or of the files of a folder, as planes of z.</summary>
internal sealed class TiffPlanes : IPlaneSource
{
    private readonly List<TiffTags> _pages = [];
    private readonly bool _isGrey;
    private TiffReader? _open;
    private string _openFile = string.Empty;

    /// <summary>Reads what all pages say of themselves and compares their sizes.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="isGrey">Whether floating-point numbers are welcome.</param>
    internal TiffPlanes(string path, bool isGrey)
    {
        _isGrey = isGrey;
        foreach (string file in Files(path))
        {
            using var reader = new TiffReader(file);
            _pages.AddRange(reader.Directories());
        }

        TiffTags first = _pages[0];
        if (_pages.FirstOrDefault(page => page.Width != first.Width || page.Height != first.Height) is { } other)
        {
            throw new InputException(
                InputPlace.Whole(other.File),
                FormattableString.Invariant($"page {other.Page} has {other.Width}×{other.Height} pixels, but the first slice has {first.Width}×{first.Height}."),
                "slices of one size.",
                "Leave out previews and labels that the instrument stored as pages.");
        }

        Extent = new LatticeExtent(Math.Max(first.Width, 1), Math.Max(first.Height, 1), _pages.Count);
        IsReal = first.Format == 3;
    }

    /// <inheritdoc/>
    public LatticeExtent Extent { get; }

    /// <inheritdoc/>
    public bool IsReal { get; }

    /// <inheritdoc/>
    public void Read(int z, Span<double> plane)
    {
        TiffTags tags = _pages[z];
        if (_open is null || _openFile != tags.File)
        {
            _open?.Dispose();
            (_open, _openFile) = (new TiffReader(tags.File), tags.File);
        }

        _open.Decode(tags, _isGrey).Fill(plane);
    }

    /// <inheritdoc/>
    public void Dispose() => _open?.Dispose();

    private static string[] Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path).Where(IsTiff)];
        return files.Length > 0 ? SliceOrder.Sort(path, files) : throw new InputException(
            InputPlace.Whole(path), "the folder holds no .tif or .tiff file.", string.Empty, "Name the folder with the slices.");
    }

    private static bool IsTiff(string file) =>
        file.EndsWith(".tif", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".tiff", StringComparison.OrdinalIgnoreCase);
}
