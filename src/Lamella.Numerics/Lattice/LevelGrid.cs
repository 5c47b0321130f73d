namespace Lamella.Numerics.Lattice;

/// <summary>
/// Where the cells of one level lie in memory: every row, column and stack has one ghost cell at each end, so that the
/// kernels know no borders. Ghosts of electrodes and insulated ends hold zero; those of periodic ends hold copies.
/// </summary>
internal sealed class LevelGrid
{
    // A row is at least this long, so that the tail of a vector never reaches into cells of another plane.
    private const int ShortestRow = 10;
    private const int Overrun = 32;

    internal LevelGrid(LatticeExtent extent, AxisEnds[] ends)
    {
        (Extent, Ends) = (extent, ends);
        (Nx, Ny, Nz) = (extent.Nx, extent.Ny, extent.Nz);
        RowStride = Math.Max(Nx + 2, ShortestRow);
        PlaneStride = checked(RowStride * (Ny + 2));
        Length = checked((int)(((long)PlaneStride * (Nz + 2)) + Overrun));
    }

    internal LatticeExtent Extent { get; }

    internal int Nx { get; }

    internal int Ny { get; }

    internal int Nz { get; }

    /// <summary>Gets the distance from a cell to the next one along y.</summary>
    internal int RowStride { get; }

    /// <summary>Gets the distance from a cell to the next one along z.</summary>
    internal int PlaneStride { get; }

    /// <summary>Gets the length of an array over the level, ghosts included.</summary>
    internal int Length { get; }

    internal AxisEnds[] Ends { get; }

    internal int Stride(int axis) => axis == 0 ? 1 : axis == 1 ? RowStride : PlaneStride;

    /// <summary>Gets where the cell (0, y, z) lies.</summary>
    internal int Row(int y, int z) => 1 + (RowStride * (y + 1)) + (PlaneStride * (z + 1));

    /// <summary>Gets the bytes that arrays over a lattice take for each element of the given size.</summary>
    internal static long PaddedLength(LatticeExtent extent) =>
        ((long)Math.Max(extent.Nx + 2, ShortestRow) * (extent.Ny + 2) * (extent.Nz + 2)) + Overrun;

    /// <summary>Distance between the centres of cell k and the next one along an axis; to the border at −1 and at the end.</summary>
    internal double Distance(int axis, int k) => Ends[axis] == AxisEnds.Periodic
        ? 1.0
        : (k >= 0 ? 0.5 : 0.0) + (k + 1 < Extent.Along(axis) ? 0.5 : 0.0);
}
