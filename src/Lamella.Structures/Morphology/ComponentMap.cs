using System.Collections.Immutable;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Morphology;

/// <summary>The connected parts of a phase.</summary>
/// <remarks>
/// Voxels that share a face are connected, since those conduct; with edges and corners counted too, parts that only
/// touch in a point become one, and a large difference between the two counts warns of a poor segmentation.
/// </remarks>
public sealed class ComponentMap
{
    private const int Axes = 3;
    private readonly int[] _numbers;
    private readonly LatticeExtent _extent;

    private ComponentMap(int[] numbers, LatticeExtent extent, ImmutableArray<long> sizes) => (_numbers, _extent, Sizes) = (numbers, extent, sizes);

    /// <summary>Gets the number of voxels of each component, in the order in which the volume meets them.</summary>
    public ImmutableArray<long> Sizes { get; }

    /// <summary>Finds the components.</summary>
    /// <param name="isInside">One entry a voxel, x fastest: whether it belongs to the phase.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="periodic">Whether opposite faces are joined.</param>
    /// <param name="countsCorners">Whether voxels that share an edge or a corner are connected too.</param>
    /// <returns>The components.</returns>
    /// <exception cref="ArgumentException">The number of entries does not fit the extent.</exception>
    public static ComponentMap Find(ReadOnlySpan<bool> isInside, LatticeExtent extent, bool periodic = false, bool countsCorners = false)
    {
        if (isInside.Length != extent.Count)
        {
            throw new ArgumentException($"There are {isInside.Length} entries for {extent.Count} voxels.", nameof(isInside));
        }

        var sets = new DisjointSets(isInside.Length);
        (int X, int Y, int Z)[] steps = countsCorners ? Corners() : [(1, 0, 0), (0, 1, 0), (0, 0, 1)];
        for (int k = 0; k < isInside.Length; k++)
        {
            if (!isInside[k])
            {
                continue;
            }

            (int x, int y, int z) = (k % extent.Nx, k / extent.Nx % extent.Ny, k / extent.Nx / extent.Ny);
            foreach ((int dx, int dy, int dz) in steps)
            {
                int other = At(x + dx, y + dy, z + dz, extent, periodic);
                if (other >= 0 && isInside[other])
                {
                    sets.JoinInOrder(k, other);
                }
            }
        }

        return Number(sets, isInside, extent);
    }

    /// <summary>Gets the component of a voxel; −1 outside the phase.</summary>
    /// <param name="index">Position x + Nx·(y + Ny·z).</param>
    /// <returns>Number of the component, from 0.</returns>
    public int Of(int index) => _numbers[index];

    /// <summary>Counts the voxels of the components that reach from the first face of an axis to the last.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The number of voxels; 0 where the phase does not percolate.</returns>
    public long Spanning(int axis)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)axis, (uint)(Axes - 1), nameof(axis));
        bool[] first = Touching(axis, 0), last = Touching(axis, _extent.Along(axis) - 1);
        return Enumerable.Range(0, Sizes.Length).Where(part => first[part] && last[part]).Sum(part => Sizes[part]);
    }

    private static ComponentMap Number(DisjointSets sets, ReadOnlySpan<bool> isInside, LatticeExtent extent)
    {
        int[] numbers = new int[isInside.Length];
        var sizes = ImmutableArray.CreateBuilder<long>();
        for (int k = 0; k < numbers.Length; k++)
        {
            if (!isInside[k])
            {
                numbers[k] = -1;
                continue;
            }

            int root = sets.Root(k); // the smallest index of the set, so that it has been numbered before
            if (root == k)
            {
                sizes.Add(0);
            }

            numbers[k] = root == k ? sizes.Count - 1 : numbers[root];
            sizes[numbers[k]]++;
        }

        return new ComponentMap(numbers, extent, sizes.ToImmutable());
    }

    private bool[] Touching(int axis, int plane)
    {
        bool[] touching = new bool[Sizes.Length];
        for (int k = 0; k < _numbers.Length; k++)
        {
            int at = axis == 0 ? k % _extent.Nx : axis == 1 ? k / _extent.Nx % _extent.Ny : k / _extent.Nx / _extent.Ny;
            if (at == plane && _numbers[k] >= 0)
            {
                touching[_numbers[k]] = true;
            }
        }

        return touching;
    }

    private static (int X, int Y, int Z)[] Corners() =>
    [
        .. from z in Enumerable.Range(-1, 3) from y in Enumerable.Range(-1, 3) from x in Enumerable.Range(-1, 3)
           where z > 0 || (z == 0 && (y > 0 || (y == 0 && x > 0)))
           select (x, y, z),
    ];

    private static int At(int x, int y, int z, LatticeExtent extent, bool periodic)
    {
        if (periodic)
        {
            (x, y, z) = ((x + extent.Nx) % extent.Nx, (y + extent.Ny) % extent.Ny, (z + extent.Nz) % extent.Nz);
        }

        return x >= 0 && x < extent.Nx && y >= 0 && y < extent.Ny && z >= 0 && z < extent.Nz ? x + (extent.Nx * (y + (extent.Ny * z))) : -1;
    }
}
