using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>A volume that is read plane by plane of z, so that a file may be larger than memory.</summary>
internal interface IPlaneSource : IDisposable
{
    /// <summary>Gets the extent.</summary>
    LatticeExtent Extent { get; }

    /// <summary>Gets a value indicating whether the numbers are no whole ones.</summary>
    bool IsReal { get; }

    /// <summary>Reads a plane; planes are asked for in ascending order.</summary>
    /// <param name="z">Number of the plane.</param>
    /// <param name="plane">Receives the numbers, x fastest.</param>
    void Read(int z, Span<double> plane);
}
