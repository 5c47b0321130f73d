using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Bytes;

/// <summary>A little-endian number at a fixed place of the record.</summary>
/// <typeparam name="T">How it is stored.</typeparam>
/// <param name="at">Where it stands in the record [bytes].</param>
/// <param name="add">Added to each value: 1 where the file counts from 0 and the vendor's software shows from 1.</param>
internal sealed class NumberField<T>(int at, T add = default) : RecordField
    where T : unmanaged, INumber<T>
{
    private T[] numbers = [];

    /// <summary>Gets the values, shape (records).</summary>
    internal T[] Numbers => numbers;

    /// <summary>Gets whether any value differs from zero.</summary>
    internal bool HasContent => numbers.AsSpan().ContainsAnyExcept(T.Zero);

    /// <inheritdoc/>
    internal override ColumnValues Values => ColumnValues.Of(numbers);

    /// <inheritdoc/>
    private protected override void Reserve(int count) => numbers = new T[count];

    /// <inheritdoc/>
    private protected override void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> block, int first)
    {
        // Every machine that .NET 10 runs on is little-endian, as the files are.
        Span<T> target = numbers.AsSpan(first, block.Length);
        int size = Unsafe.SizeOf<T>();
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = MemoryMarshal.Read<T>(bytes.Slice(block[i] + at, size)) + add;
        }
    }
}
