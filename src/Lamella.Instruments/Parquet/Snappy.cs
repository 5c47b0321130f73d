namespace Lamella.Instruments.Parquet;

/// <summary>Unpacks blocks in the format of Snappy.</summary>
/// <remarks>Layout: google/snappy, format_description.txt (2011-10-05): literals and copies of 1, 2 or 4 bytes of offset.</remarks>
internal static class Snappy
{
    private const int MostExpansion = 64; // a copy of 64 bytes takes at least 3, so that more is not possible

    /// <summary>Unpacks a block.</summary>
    /// <param name="packed">The block.</param>
    /// <param name="expected">Length that the page states [bytes].</param>
    /// <exception cref="InvalidDataException">The block contradicts itself or the page.</exception>
    internal static byte[] Unpack(ReadOnlySpan<byte> packed, int expected)
    {
        var length = new CompactReader(packed);
        ulong stated = length.Unsigned();
        if (stated != (ulong)expected || expected > (long)packed.Length * MostExpansion)
        {
            throw new InvalidDataException("a packed page states a wrong length");
        }

        byte[] target = new byte[expected];
        int at = length.Position, end = 0;
        while (at < packed.Length)
        {
            int tag = packed[at++];
            if ((tag & 3) == 0)
            {
                int count = LiteralLength(packed, tag >> 2, ref at);
                Require(count <= packed.Length - at && count <= target.Length - end);
                packed.Slice(at, count).CopyTo(target.AsSpan(end));
                (at, end) = (at + count, end + count);
            }
            else
            {
                (int count, int offset) = Copy(packed, tag, ref at);
                Require(offset > 0 && offset <= end && count <= target.Length - end);
                for (int i = 0; i < count; i++, end++)
                {
                    target[end] = target[end - offset]; // one by one: a copy may overlap itself
                }
            }
        }

        Require(end == target.Length);
        return target;
    }

    private static int LiteralLength(ReadOnlySpan<byte> packed, int code, ref int at)
    {
        if (code < 60)
        {
            return code + 1;
        }

        int bytes = code - 59;
        Require(bytes <= packed.Length - at);
        long length = 0;
        for (int i = 0; i < bytes; i++)
        {
            length |= (long)packed[at++] << (8 * i);
        }

        Require(length < int.MaxValue);
        return (int)length + 1;
    }

    private static (int Count, int Offset) Copy(ReadOnlySpan<byte> packed, int tag, ref int at)
    {
        int bytes = (tag & 3) == 3 ? 4 : tag & 3;
        Require(bytes <= packed.Length - at);
        if (bytes == 1)
        {
            return (((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | packed[at++]);
        }

        uint offset = 0;
        for (int i = 0; i < bytes; i++)
        {
            offset |= (uint)packed[at++] << (8 * i);
        }

        return ((tag >> 2) + 1, (int)Math.Min(offset, int.MaxValue));
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("a packed page is damaged");
        }
    }
}
