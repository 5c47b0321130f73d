using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Lattice;

/// <summary>Links kept as three arrays, each holding the link from a cell to the next one along its axis.</summary>
/// <typeparam name="T">Number type of the level.</typeparam>
internal readonly unsafe struct StoredLinks<T>(T* x, T* y, T* z, int row, int plane) : ILinks<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(
        int i,
        out Vector512<T> west,
        out Vector512<T> east,
        out Vector512<T> south,
        out Vector512<T> north,
        out Vector512<T> below,
        out Vector512<T> above)
    {
        west = Vector512.Load(x + i - 1);
        east = Vector512.Load(x + i);
        south = Vector512.Load(y + i - row);
        north = Vector512.Load(y + i);
        below = Vector512.Load(z + i - plane);
        above = Vector512.Load(z + i);
    }

    /// <inheritdoc/>
    public T Forward(int axis, int i) => axis == 0 ? x[i] : axis == 1 ? y[i] : z[i];
}
