using System.Buffers.Binary;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Where the data records of a file begin, in the order of their numbers.</summary>
/// <param name="Records">Beginnings of the records [bytes].</param>
/// <param name="Length">Length of a record [bytes].</param>
/// <param name="End">Where the records end [bytes].</param>
internal sealed record RecordIndex(int[] Records, int Length, int End)
{
    /// <summary>Gets the auxiliary records, as stored.</summary>
    internal int[] Auxiliary { get; init; } = [];

    /// <summary>Gets how many slots hold neither data nor a known mark.</summary>
    internal int Unreadable { get; init; }

    /// <summary>Gets how many bytes of a record stand after the last whole one.</summary>
    internal int Rest { get; init; }

    /// <summary>Gets how many exact copies of another record were left out.</summary>
    internal int Copies { get; init; }

    /// <summary>Gets whether the records stood in another order than that of their numbers.</summary>
    internal bool IsSorted { get; init; }

    /// <summary>Puts records in the order of their numbers and leaves exact copies out.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="numberAt">Where the number of a record stands in it [bytes].</param>
    /// <returns>The index in order; two records with one number but different content both stay.</returns>
    internal RecordIndex Ordered(ReadOnlySpan<byte> bytes, int numberAt)
    {
        uint[] numbers = new uint[Records.Length];
        bool rises = true;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Records[i] + numberAt)..]);
            rises &= i == 0 || numbers[i] > numbers[i - 1];
        }

        if (rises)
        {
            return this;
        }

        int[] sorted = [.. Records.Select((at, i) => (At: at, Number: numbers[i])).OrderBy(entry => entry.Number).Select(entry => entry.At)];
        var kept = new List<int>(sorted.Length);
        foreach (int at in sorted)
        {
            bool isCopy = kept.Count > 0 && bytes.Slice(at, Length).SequenceEqual(bytes.Slice(kept[^1], Length));
            if (!isCopy)
            {
                kept.Add(at);
            }
        }

        return this with { Records = [.. kept], Copies = sorted.Length - kept.Count, IsSorted = !sorted.SequenceEqual(Records) };
    }
}
