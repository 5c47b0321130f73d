using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>The conductances between a cell and its six neighbours, wherever they come from.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal interface ILinks<T>
    where T : unmanaged
{
    /// <summary>Loads the links of as many neighbouring cells as a vector holds, from cell <paramref name="i"/> on.</summary>
    void At(
        int i,
        out Vector512<T> west,
        out Vector512<T> east,
        out Vector512<T> south,
        out Vector512<T> north,
        out Vector512<T> below,
        out Vector512<T> above);

    /// <summary>Returns the link from cell <paramref name="i"/> to the next one along an axis.</summary>
    T Forward(int axis, int i);
}
