namespace Lamella.Instruments.Parquet;

/// <summary>Unpacks small whole numbers in runs of equal ones and of packed bits.</summary>
/// <remarks>Layout: Apache Parquet format, Encodings.md, "Run Length Encoding / Bit-Packing Hybrid".</remarks>
internal static class BitRuns
{
    /// <summary>Unpacks as many numbers as there are places.</summary>
    /// <exception cref="InvalidDataException">The runs end too early.</exception>
    internal static void Unpack(ReadOnlySpan<byte> bytes, int bitWidth, Span<int> values)
    {
        if (bitWidth is < 0 or > 24)
        {
            throw new InvalidDataException("a page packs its numbers with too many bits");
        }

        int at = 0, filled = 0, valueBytes = (bitWidth + 7) / 8;
        while (filled < values.Length)
        {
            var header = new CompactReader(bytes[at..]);
            ulong head = header.Unsigned();
            at += header.Position;
            if ((head & 1) == 0)
            {
                int count = (int)Math.Min(head >> 1, (ulong)(values.Length - filled));
                if (count == 0 || valueBytes > bytes.Length - at)
                {
                    throw new InvalidDataException("a run is empty or cut");
                }

                values.Slice(filled, count).Fill(Number(bytes.Slice(at, valueBytes)));
                (at, filled) = (at + valueBytes, filled + count);
            }
            else
            {
                long length = (long)Math.Min(head >> 1, int.MaxValue) * bitWidth;
                int count = (int)Math.Min((long)Math.Min(head >> 1, int.MaxValue) * 8, values.Length - filled);
                if (count == 0 || (long)count * bitWidth > 8L * (bytes.Length - at))
                {
                    throw new InvalidDataException("packed numbers are cut");
                }

                Spread(bytes[at..], bitWidth, values.Slice(filled, count));
                at = (int)Math.Min(at + length, bytes.Length);
                filled += count;
            }
        }
    }

    private static void Spread(ReadOnlySpan<byte> bytes, int bitWidth, Span<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int value = 0;
            for (int bit = 0; bit < bitWidth; bit++)
            {
                long place = ((long)i * bitWidth) + bit;
                value |= ((bytes[(int)(place >> 3)] >> (int)(place & 7)) & 1) << bit;
            }

            values[i] = value;
        }
    }

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        int value = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            value |= bytes[i] << (8 * i);
        }

        return value;
    }
}
