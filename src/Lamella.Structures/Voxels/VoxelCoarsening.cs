using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Voxels;

/// <summary>Halves the resolution of a volume.</summary>
internal static class VoxelCoarsening
{
    /// <summary>Joins voxels two by two along every axis that has more than one; the most frequent label wins, ties go to the first.</summary>
    /// <param name="volume">The volume.</param>
    /// <returns>The coarser volume; the last plane of an odd axis is left out, since half a block would change the geometry.</returns>
    internal static LabelVolume Halve(LabelVolume volume)
    {
        LatticeExtent fine = volume.Extent;
        int rx = Ratio(fine.Nx), ry = Ratio(fine.Ny), rz = Ratio(fine.Nz);
        var wide = new LatticeExtent(fine.Nx / rx, fine.Ny / ry, fine.Nz / rz);
        var size = new VoxelSize(volume.Size.X * rx, volume.Size.Y * ry, volume.Size.Z * rz);
        ushort[] labels = new ushort[wide.Count];
        var votes = new LabelVotes();
        for (int z = 0; z < wide.Nz; z++)
        {
            for (int y = 0; y < wide.Ny; y++)
            {
                for (int x = 0; x < wide.Nx; x++)
                {
                    votes.Clear();
                    for (int k = 0; k < rx * ry * rz; k++)
                    {
                        votes.Add(volume[(x * rx) + (k % rx), (y * ry) + (k / rx % ry), (z * rz) + (k / rx / ry)]);
                    }

                    labels[x + (wide.Nx * (y + ((long)wide.Ny * z)))] = (ushort)votes.Winner;
                }
            }
        }

        return new LabelVolume(wide, size, labels);
    }

    private static int Ratio(int count) => count > 1 ? 2 : 1;
}
