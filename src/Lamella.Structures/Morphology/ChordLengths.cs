using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Morphology;

/// <summary>Lengths that lines along an axis have within a phase.</summary>
/// <param name="Mean">Mean chord: length within the phase over half the number of its ends [m]; infinity where no line leaves the phase.</param>
/// <param name="Edge">Length of a voxel along the axis [m].</param>
/// <param name="Counts">Number of chords of 1, 2, 3, … voxels; those that a face of the volume cuts are left out.</param>
public sealed record ChordLengths([property: Unit("m")] double Mean, [property: Unit("m")] double Edge, ImmutableArray<long> Counts)
{
    /// <summary>Measures along one axis.</summary>
    internal static ChordLengths Measure(bool[] inside, LatticeExtent extent, int axis, double edge)
    {
        int n = extent.Along(axis), first = axis == 0 ? 1 : 0, second = axis == 2 ? 1 : 2;
        int[] strides = [1, extent.Nx, extent.Nx * extent.Ny];
        long[] counts = new long[n + 1];
        (long length, long ends) = (0, 0);
        for (int b = 0; b < extent.Along(second); b++)
        {
            for (int a = 0; a < extent.Along(first); a++)
            {
                Line(inside, (a * strides[first]) + (b * strides[second]), strides[axis], n, counts, ref length, ref ends);
            }
        }

        int longest = Array.FindLastIndex(counts, count => count > 0);
        double mean = ends > 0 ? 2.0 * length / ends * edge : length > 0 ? double.PositiveInfinity : 0.0;
        return new ChordLengths(mean, edge, [.. counts.Skip(1).Take(Math.Max(longest, 0))]);
    }

    private static void Line(bool[] inside, int start, int stride, int n, long[] counts, ref long length, ref long ends)
    {
        int since = inside[start] ? -1 : 0; // −1 marks a chord that the first face cuts
        int run = 0;
        for (int k = 0; k < n; k++)
        {
            bool own = inside[start + (k * stride)];
            if (own)
            {
                since = run == 0 && k > 0 ? k : since;
                run++;
                length++;
            }
            else if (run > 0)
            {
                counts[since > 0 ? run : 0]++;
                (run, since) = (0, 0);
            }

            ends += k > 0 && own != inside[start + ((k - 1) * stride)] ? 1 : 0;
        }
    }
}
