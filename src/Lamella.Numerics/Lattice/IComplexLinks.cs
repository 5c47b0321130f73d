using System.Numerics;

namespace Lamella.Numerics.Lattice;

/// <summary>Tells the admittance between neighbouring cells.</summary>
public interface IComplexLinks
{
    /// <summary>Returns the admittance from a cell to the next one along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <param name="x">Position along x; −1 stands for the lower end if <paramref name="axis"/> is 0.</param>
    /// <param name="y">Position along y; −1 stands for the lower end if <paramref name="axis"/> is 1.</param>
    /// <param name="z">Position along z; −1 stands for the lower end if <paramref name="axis"/> is 2.</param>
    /// <returns>The admittance, both parts ≥ 0, in any unit that is the same for all; ends as for <see cref="ILatticeLinks"/>.</returns>
    Complex Forward(int axis, int x, int y, int z);
}
