namespace Lamella.Numerics.Lattice;

/// <summary>Tells the conductance between neighbouring cells where classes of cells do not say it.</summary>
public interface ILatticeLinks
{
    /// <summary>Returns the conductance from a cell to the next one along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <param name="x">Position along x; −1 stands for the lower end if <paramref name="axis"/> is 0.</param>
    /// <param name="y">Position along y; −1 stands for the lower end if <paramref name="axis"/> is 1.</param>
    /// <param name="z">Position along z; −1 stands for the lower end if <paramref name="axis"/> is 2.</param>
    /// <returns>
    /// The conductance, ≥ 0, in any unit that is the same for all links. At the ends of the axis: to the electrode, to the
    /// cell at the other end of a periodic axis, and 0 at insulated ends.
    /// </returns>
    double Forward(int axis, int x, int y, int z);
}
