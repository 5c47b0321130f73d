using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>How bare numbers lie in a file.</summary>
/// <param name="Extent">Numbers along x, y and z; x fastest.</param>
/// <param name="Format">How a number is stored.</param>
/// <param name="Header">Bytes before the first number.</param>
internal sealed record RawLayout(LatticeExtent Extent, NumberFormat Format, long Header);
