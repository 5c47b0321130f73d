using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Graphs;

/// <summary>An array whose length is found while it is filled: chunks outside the managed heap, each given back as soon as it is moved.</summary>
/// <remarks>A managed list keeps, while it grows, its old arrays and up to as much room again until the next collection.</remarks>
/// <typeparam name="T">Type of the elements.</typeparam>
internal sealed unsafe class GrowingArray<T>
    where T : unmanaged
{
    // Every chunk is four times as long as the one before; pages of it that are never touched take no memory.
    private const int FirstLength = 1 << 14;
    private const int Growth = 4;
    private const int MostLength = 1 << 26;
    private readonly List<(LatticeArray<T> Memory, int Used)> _chunks = [];

    /// <summary>Gets the number of elements.</summary>
    internal long Length { get; private set; }

    /// <summary>Takes room for elements that follow those there are.</summary>
    /// <returns>The room, to be filled.</returns>
    internal Span<T> Take(int count)
    {
        if (_chunks.Count == 0 || _chunks[^1].Used + count > _chunks[^1].Memory.Length)
        {
            long length = _chunks.Count == 0 ? FirstLength : Math.Min(Growth * _chunks[^1].Memory.Length, MostLength);
            _chunks.Add((new LatticeArray<T>(Math.Max(length, count)), 0));
        }

        (LatticeArray<T> memory, int used) = _chunks[^1];
        _chunks[^1] = (memory, used + count);
        Length += count;
        return new Span<T>(memory.Start + used, count);
    }

    /// <summary>Moves all elements to where they stay; the array is empty then.</summary>
    internal void MoveTo(T* target)
    {
        foreach ((LatticeArray<T> memory, int used) in _chunks)
        {
            new Span<T>(memory.Start, used).CopyTo(new Span<T>(target, used));
            target += used;
            memory.Dispose();
        }

        _chunks.Clear();
        Length = 0;
    }
}
