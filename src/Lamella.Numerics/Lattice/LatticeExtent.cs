namespace Lamella.Numerics.Lattice;

/// <summary>Extent of a lattice of cells. Cell (x, y, z) is element x + Nx·(y + Ny·z): x runs fastest.</summary>
/// <param name="Nx">Cells along x, ≥ 1.</param>
/// <param name="Ny">Cells along y, ≥ 1.</param>
/// <param name="Nz">Cells along z, ≥ 1.</param>
public readonly record struct LatticeExtent(int Nx, int Ny, int Nz)
{
    /// <summary>Gets the number of cells.</summary>
    public long Count => (long)Nx * Ny * Nz;

    /// <summary>Gets the cells along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The number of cells.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The axis is none of the three.</exception>
    public int Along(int axis) => axis switch
    {
        0 => Nx,
        1 => Ny,
        2 => Nz,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "The axis is 0 (x), 1 (y) or 2 (z)."),
    };
}
