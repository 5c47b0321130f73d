using System.Collections.Immutable;
using Lamella.Numerics.Lattice;

namespace Lamella.UseCases.Structures;

/// <summary>One plane of a volume, thinned so that a page can carry it.</summary>
/// <typeparam name="T">What a voxel holds.</typeparam>
/// <param name="Across">Axis across the plane: 0 for x, 1 for y, 2 for z.</param>
/// <param name="Position">Voxel along that axis.</param>
/// <param name="Width">Values along a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">The values, row by row from the top, which is the far end of the second axis.</param>
public sealed record PlaneSlice<T>(int Across, int Position, int Width, int Height, ImmutableArray<T> Values)
{
    private const int MostAlong = 400;

    /// <summary>Gets the axis that runs along the rows.</summary>
    internal int Horizontal => Across == 0 ? 1 : 0;

    /// <summary>Gets the axis that runs upwards.</summary>
    internal int Vertical => Across == 2 ? 1 : 2;

    /// <summary>Takes the plane in the middle.</summary>
    internal static PlaneSlice<T> Middle(LatticeExtent extent, int across, Func<long, T> at)
    {
        int position = extent.Along(across) / 2, h = across == 0 ? 1 : 0, v = across == 2 ? 1 : 2;
        int width = Math.Min(MostAlong, extent.Along(h)), height = Math.Min(MostAlong, extent.Along(v));
        var values = ImmutableArray.CreateBuilder<T>(width * height);
        long[] stride = [1, extent.Nx, (long)extent.Nx * extent.Ny];
        for (int row = height - 1; row >= 0; row--)
        {
            long y = (long)row * extent.Along(v) / height;
            for (int column = 0; column < width; column++)
            {
                long x = (long)column * extent.Along(h) / width;
                values.Add(at((x * stride[h]) + (y * stride[v]) + (position * stride[across])));
            }
        }

        return new PlaneSlice<T>(across, position, width, height, values.MoveToImmutable());
    }
}
