using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>The links of the cells of one row of blocks of 2×2×2, fetched whole vectors at a time.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal sealed unsafe class BlockLinks<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Cells of a block; a cell is known by its place x + 2y + 4z.</summary>
    internal const int Cells = 8;

    private const int Directions = 6;
    private const int CellRows = 4;
    private readonly LatticeLevel<T> _level;
    private readonly LatticeArray<T> _links;
    private readonly int _stride;

    internal BlockLinks(LatticeLevel<T> level)
    {
        _level = level;
        _stride = level.Grid.Nx + (2 * Vector512<T>.Count);
        _links = new LatticeArray<T>((long)CellRows * Directions * _stride);
    }

    /// <inheritdoc/>
    public void Dispose() => _links.Dispose();

    /// <summary>Fetches the links of the row of blocks that begins at a row of cells; cells beyond the end have none.</summary>
    internal void Fetch(int y, int z)
    {
        LevelGrid g = _level.Grid;
        for (int row = 0; row < CellRows; row++)
        {
            T* target = _links.Start + (row * Directions * _stride);
            if (y + (row & 1) < g.Ny && z + (row >> 1) < g.Nz)
            {
                _level.RowLinks(y + (row & 1), z + (row >> 1), target, _stride);
            }
            else
            {
                new Span<T>(target, Directions * _stride).Clear();
            }
        }
    }

    /// <summary>Link of a cell of the block that begins at x to its upper neighbour along an axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Forward(int cell, int axis, int x) => At(cell, x)[((2 * axis) + 1) * _stride];

    /// <summary>Link of a cell of the block that begins at x to its lower neighbour along an axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Back(int cell, int axis, int x) => At(cell, x)[2 * axis * _stride];

    /// <summary>Sum of the links of a cell of the block that begins at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Diagonal(int cell, int x)
    {
        T* own = At(cell, x);
        return own[0] + own[_stride] + (own[2 * _stride] + own[3 * _stride]) + (own[4 * _stride] + own[5 * _stride]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* At(int cell, int x) => _links.Start + ((cell >> 1) * Directions * _stride) + x + (cell & 1);
}
