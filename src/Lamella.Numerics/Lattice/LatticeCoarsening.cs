using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lamella.Numerics.Lattice;

/// <summary>Makes the next level of a lattice that conducts everywhere about equally well: blocks of 2×2×2 cells, links the sums of parallel links.</summary>
internal static unsafe class LatticeCoarsening
{
    /// <summary>Makes the level; corrections are constant over a block, so this is the Galerkin product.</summary>
    internal static LatticeLevel<T> Coarsen<T>(LatticeLevel<T> fine, WorkerTeam team)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wide = new LevelGrid(Halve(fine.Grid.Extent), fine.Grid.Ends);
        LatticeArray<T>[] arrays = [new(wide.Length), new(wide.Length), new(wide.Length)];
        int rows = wide.Ny * wide.Nz;
        team.Run(member =>
        {
            using var links = new BlockLinks<T>(fine);
            for (int row = (int)((long)rows * member / team.Size); row < (int)((long)rows * (member + 1) / team.Size); row++)
            {
                (int y, int z) = (row % wide.Ny, row / wide.Ny);
                links.Fetch(2 * y, 2 * z);
                for (int axis = 0; axis < 3; axis++)
                {
                    Add(fine.Grid, wide, y, z, axis, links, arrays[axis].Start);
                }
            }
        });
        var level = new LatticeKernels<T, StoredLinks<T>>(
            wide, new StoredLinks<T>(arrays[0].Start, arrays[1].Start, arrays[2].Start, wide.RowStride, wide.PlaneStride));
        foreach (LatticeArray<T> array in arrays)
        {
            level.Own(array);
        }

        level.MakeRoomToKeep();
        return level;
    }

    /// <summary>The extent of a lattice of blocks.</summary>
    internal static LatticeExtent Halve(LatticeExtent extent) => new((extent.Nx + 1) / 2, (extent.Ny + 1) / 2, (extent.Nz + 1) / 2);

    /// <summary>Adds up the links along an axis of the blocks of a row, those below the first block of the axis included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<T>(LevelGrid g, LevelGrid wide, int y, int z, int axis, BlockLinks<T> links, T* target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int bit = 1 << axis, row = wide.Row(y, z);
        (int second, int third) = axis == 0 ? (2, 4) : axis == 1 ? (1, 4) : (1, 2);
        int length = g.Extent.Along(axis), at = axis == 1 ? y : z;
        for (int x = 0; x < wide.Nx; x++)
        {
            int place = axis == 0 ? x : at;
            // The upper cells of a block hold its links upwards; at the end of an odd number of cells there are only lower ones.
            int own = (2 * place) + 1 < length ? bit : 0, cell = 2 * x;
            target[row + x] = links.Forward(own, axis, cell) + links.Forward(own | second, axis, cell)
                + (links.Forward(own | third, axis, cell) + links.Forward(own | second | third, axis, cell));
            if (place == 0)
            {
                target[row + x - wide.Stride(axis)] = links.Back(0, axis, cell) + links.Back(second, axis, cell)
                    + (links.Back(third, axis, cell) + links.Back(second | third, axis, cell));
            }
        }
    }
}
