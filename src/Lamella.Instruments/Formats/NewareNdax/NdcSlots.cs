using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>The used slots of a member: where each record begins and which number it has.</summary>
/// <param name="Records">Beginnings of the records [bytes].</param>
/// <param name="Numbers">Numbers of the slots, from 1, counted over used and unused ones, shape (records).</param>
/// <param name="Stated">Number of records that the pages state.</param>
/// <remarks>
/// The first page is a header. A page has its kind, the number of its records at 2, a bit for each slot from 4 on (lowest
/// first), then the slots. Pages of version 2 have 512 bytes and one byte of bits, later ones 4096 and 128.
/// </remarks>
internal sealed record NdcSlots(int[] Records, uint[] Numbers, long Stated)
{
    private const int MaskAt = 4;

    /// <summary>Finds the used slots.</summary>
    /// <param name="bytes">The member.</param>
    /// <param name="version">Version of its layout.</param>
    /// <param name="length">Length of a record [bytes].</param>
    /// <returns>Every record that lies wholly within the bytes.</returns>
    internal static NdcSlots Find(ReadOnlySpan<byte> bytes, int version, int length)
    {
        (int pageLength, int first, int tail) = version <= 2 ? (512, 5, 0) : (4096, 132, 1);
        int slots = (pageLength - first - tail) / length;
        var reader = new ByteReader(bytes);
        var records = new List<int>();
        var numbers = new List<uint>();
        long stated = 0;
        uint number = 0;
        for (int page = pageLength; page < bytes.Length; page += pageLength)
        {
            stated += Math.Min(reader.U2(page + 2), slots);
            for (int slot = 0; slot < slots; slot++)
            {
                number++;
                int at = page + first + (slot * length);
                bool isUsed = ((reader.U1(page + MaskAt + (slot >> 3)) >> (slot & 7)) & 1) != 0;
                if (isUsed && reader.Has(at, length))
                {
                    records.Add(at);
                    numbers.Add(number);
                }
            }
        }

        return new NdcSlots([.. records], [.. numbers], stated);
    }
}
