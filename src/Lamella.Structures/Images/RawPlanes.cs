using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>Bare voxels with a sidecar as planes of z.</summary>
internal sealed class RawPlanes : IPlaneSource
{
    private readonly RawLayout _layout;
    private readonly FileWindow _file;
    private readonly byte[] _plane;

    /// <summary>Opens a file whose sidecar stands beside it.</summary>
    internal RawPlanes(string path)
    {
        _layout = RawFile.Layout(path);
        _file = new FileWindow(path);
        _plane = new byte[checked(_layout.Extent.Nx * _layout.Extent.Ny * _layout.Format.Bytes)];
    }

    /// <inheritdoc/>
    public LatticeExtent Extent => _layout.Extent;

    /// <inheritdoc/>
    public bool IsReal => _layout.Format.Kind == NumberKind.Real;

    /// <inheritdoc/>
    public void Read(int z, Span<double> plane)
    {
        _file.Fill(_layout.Header + ((long)z * _plane.Length), _plane);
        _layout.Format.Fill(_plane, plane);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
