using System.Numerics;

namespace Lamella.Numerics.Lattice;

/// <summary>
/// Says whether the coarse levels of a lattice may be lattices again: where every cell conducts, about equally well in all
/// directions, blocks of 2×2×2 cells follow what is connected with what as well as any graph does.
/// </summary>
/// <remarks>Only the number of iterations depends on it, never the result; docs/decisions/0011 has the measurements behind the two limits.</remarks>
internal static class EvenLinks
{
    /// <summary>The largest ratio of two links of a lattice.</summary>
    internal const double MostContrast = 30.0;

    /// <summary>The largest ratio of the largest links along two axes.</summary>
    internal const double MostAnisotropy = 4.0;

    /// <summary>Says whether all links of a level are even.</summary>
    internal static bool Hold<T>(LatticeLevel<T> level, WorkerTeam team)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[][] least, T[][] largest) = (new T[team.Size][], new T[team.Size][]);
        team.Run(member =>
        {
            (T[] low, T[] high) = ([T.PositiveInfinity, T.PositiveInfinity, T.PositiveInfinity], [T.Zero, T.Zero, T.Zero]);
            for (int z = member; z < level.Grid.Nz && (z == member || Hold(low, high)); z += team.Size)
            {
                level.Range(z, low, high);
            }

            (least[member], largest[member]) = (low, high);
        });
        for (int member = 1; member < team.Size; member++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                least[0][axis] = T.Min(least[0][axis], least[member][axis]);
                largest[0][axis] = T.Max(largest[0][axis], largest[member][axis]);
            }
        }

        return Hold(least[0], largest[0]);
    }

    /// <summary>Says whether links in these ranges are even.</summary>
    /// <param name="least">The least link along x, y and z; infinite along an axis without any.</param>
    /// <param name="largest">The largest.</param>
    internal static bool Hold<T>(ReadOnlySpan<T> least, ReadOnlySpan<T> largest)
        where T : IFloatingPointIeee754<T>
    {
        (double low, double high, double weakest) = (double.PositiveInfinity, 0.0, double.PositiveInfinity);
        for (int axis = 0; axis < 3; axis++)
        {
            if (!T.IsPositiveInfinity(least[axis]))
            {
                (double axisLow, double axisHigh) = (double.CreateChecked(least[axis]), double.CreateChecked(largest[axis]));
                (low, high, weakest) = (Math.Min(low, axisLow), Math.Max(high, axisHigh), Math.Min(weakest, axisHigh));
            }
        }

        return low > 0.0 && high <= MostContrast * low && high <= MostAnisotropy * weakest;
    }
}
