using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Bytes;

/// <summary>One field of records of fixed length that lie anywhere in a stretch of bytes.</summary>
/// <remarks>
/// A table is read block by block, and within a block field by field: the records of a block stay in the cache, and each
/// field runs in a loop of its own type.
/// </remarks>
internal abstract class RecordField
{
    private const int BlockLength = 1024; // records; 86-byte records of a block fit the second-level cache

    /// <summary>Gets the values of all records; to be taken after reading.</summary>
    internal abstract ColumnValues Values { get; }

    /// <summary>Reads fields of records.</summary>
    /// <param name="bytes">The bytes; every record lies wholly within.</param>
    /// <param name="records">Where the records begin, in the order wanted [bytes].</param>
    /// <param name="fields">The fields to fill.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void ReadAll(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<int> records, ReadOnlySpan<RecordField> fields, CancellationToken cancellationToken)
    {
        foreach (RecordField field in fields)
        {
            field.Reserve(records.Length);
        }

        for (int first = 0; first < records.Length; first += BlockLength)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> block = records.Slice(first, Math.Min(BlockLength, records.Length - first));
            foreach (RecordField field in fields)
            {
                field.Fill(bytes, block, first);
            }
        }
    }

    /// <summary>Reserves memory for the values.</summary>
    /// <param name="count">Number of records.</param>
    private protected abstract void Reserve(int count);

    /// <summary>Reads the field of some records.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <param name="block">Where these records begin [bytes].</param>
    /// <param name="first">The row of the first of them.</param>
    private protected abstract void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> block, int first);
}
