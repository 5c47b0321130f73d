using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Morphology;

/// <summary>A phase cut into bodies at its narrowest places: particles of a solid, or pores of a pore space.</summary>
/// <remarks>
/// The distance from the wall is flooded from its peaks down. Where two bodies meet, they become one if the passage is
/// nearly as wide as the smaller body or less than a voxel narrower; otherwise the passage is a throat between them.
/// <b>Source.</b> After Vincent and Soille, IEEE Trans. Pattern Anal. 13 (1991) 583, <see href="https://doi.org/10.1109/34.87344"/>;
/// Gostick, Phys. Rev. E 96 (2017) 023307, <see href="https://doi.org/10.1103/PhysRevE.96.023307"/>.
/// </remarks>
internal sealed class BodySeparation
{
    private const int Unvisited = -1;
    private readonly LatticeExtent _extent;
    private readonly float[] _distance;
    private readonly double _merge;
    private readonly double _voxel;
    private readonly int[] _seeds; // body of each voxel by the number of its seed
    private readonly List<float> _peaks = [];
    private readonly Dictionary<(int, int), float> _throats = [];
    private readonly DisjointSets _sets;

    private BodySeparation(float[] distance, LatticeExtent extent, VoxelSize size, double merge)
    {
        (_distance, _extent, _merge) = (distance, extent, merge);
        _voxel = Math.Min(size.X, Math.Min(size.Y, size.Z));
        _seeds = new int[distance.Length];
        Array.Fill(_seeds, Unvisited);
        _sets = new DisjointSets(distance.Length);
    }

    /// <summary>Cuts a phase into bodies.</summary>
    /// <param name="distance">Distance from the nearest voxel outside the phase, x fastest [m]; 0 outside.</param>
    /// <param name="extent">Extent.</param>
    /// <param name="size">Edges of a voxel.</param>
    /// <param name="merge">Bodies become one where the passage is wider than 1 − this of the smaller [–], 0 to 1.</param>
    /// <param name="cancellation">Stops now and then.</param>
    /// <returns>The bodies and throats.</returns>
    internal static SeparatedBodies Cut(float[] distance, LatticeExtent extent, VoxelSize size, double merge = 0.15, CancellationToken cancellation = default)
    {
        var flood = new BodySeparation(distance, extent, size, merge);
        flood.Run(cancellation);
        return flood.Finish(size);
    }

    private void Run(CancellationToken cancellation)
    {
        int count = _distance.Count(value => value > 0.0F);
        float[] keys = new float[count];
        int[] order = new int[count];
        int at = 0;
        for (int k = 0; k < _distance.Length; k++)
        {
            if (_distance[k] > 0.0F)
            {
                (keys[at], order[at]) = (-_distance[k], k);
                at++;
            }
        }

        Array.Sort(keys, order);
        for (int k = 0; k < count; k++)
        {
            if ((k & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Visit(order[k]);
        }
    }

    private void Visit(int voxel)
    {
        (int nx, int ny, int nz) = (_extent.Nx, _extent.Ny, _extent.Nz);
        (int x, int y, int z) = (voxel % nx, voxel / nx % ny, voxel / nx / ny);
        int body = Unvisited;
        for (int k = 0; k < 27; k++)
        {
            int i = x + (k % 3) - 1, j = y + (k / 3 % 3) - 1, l = z + (k / 9) - 1;
            if (i < 0 || i >= nx || j < 0 || j >= ny || l < 0 || l >= nz)
            {
                continue;
            }

            int seed = _seeds[i + (nx * (j + (ny * l)))];
            if (seed != Unvisited)
            {
                body = body == Unvisited ? _sets.Root(seed) : Meet(body, _sets.Root(seed), _distance[voxel]);
            }
        }

        if (body == Unvisited)
        {
            body = _peaks.Count;
            _peaks.Add(_distance[voxel]);
        }

        _seeds[voxel] = body;
    }

    /// <summary>Joins two bodies or notes the throat between them. Returns the one with the higher peak.</summary>
    private int Meet(int first, int second, float passage)
    {
        if (first == second)
        {
            return first;
        }

        (int high, int low) = _peaks[first] >= _peaks[second] ? (first, second) : (second, first);
        if (passage >= (1.0 - _merge) * _peaks[low] || _peaks[low] - passage < _voxel)
        {
            _sets.Join(high, low);
        }
        else
        {
            _throats.TryAdd((Math.Min(high, low), Math.Max(high, low)), passage); // met from the widest place down
        }

        return high;
    }

    private SeparatedBodies Finish(VoxelSize size)
    {
        var numbers = new Dictionary<int, int>();
        var volumes = new List<double>();
        int[] bodies = new int[_seeds.Length];
        for (int k = 0; k < bodies.Length; k++)
        {
            if (_seeds[k] == Unvisited)
            {
                continue;
            }

            int root = _sets.Root(_seeds[k]);
            if (!numbers.TryGetValue(root, out int number))
            {
                number = numbers.Count + 1;
                numbers.Add(root, number);
                volumes.Add(0.0);
            }

            bodies[k] = number;
            volumes[number - 1] += size.Volume;
        }

        // Bodies that joined later share their throats; the widest stands.
        var throats = _throats.GroupBy(entry => Pair(_sets.Root(entry.Key.Item1), _sets.Root(entry.Key.Item2)))
            .Where(group => group.Key.Item1 != group.Key.Item2).Select(group => 2.0 * group.Max(entry => entry.Value)).Order();
        return new SeparatedBodies([.. bodies], [.. volumes.Select(volume => Math.Cbrt(6.0 * volume / Math.PI))], [.. throats]);
    }

    private static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
