namespace Lamella.Structures.Images;

/// <summary>Unpacks the LZW code of TIFF: codes of 9 to 12 bits, most significant bit first, widened one code early.</summary>
/// <remarks><b>Source.</b> TIFF revision 6.0 (Adobe 1992), section 13.</remarks>
internal static class TiffLzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstFree = 258;
    private const int MostCodes = 4096;

    /// <summary>Unpacks.</summary>
    /// <param name="packed">The code.</param>
    /// <param name="block">Receives the bytes.</param>
    /// <returns>Bytes written; fewer than the block holds where the code is damaged.</returns>
    internal static int Unpack(ReadOnlySpan<byte> packed, byte[] block)
    {
        // Each entry of the table is a stretch of what has been written already.
        int[] starts = new int[MostCodes], lengths = new int[MostCodes];
        (int free, int width, int previous, int to) = (FirstFree, 9, -1, 0);
        long bit = 0;
        while (to < block.Length && bit + width <= 8L * packed.Length)
        {
            int code = Code(packed, bit, width);
            bit += width;
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                (free, width, previous) = (FirstFree, 9, -1);
                continue;
            }

            int begin = to;
            if (code < Clear)
            {
                block[to++] = (byte)code;
            }
            else if (code < free || (code == free && previous >= 0))
            {
                int length = code < free ? lengths[code] : Length(previous, lengths) + 1;
                int start = code < free ? starts[code] : begin - Length(previous, lengths);
                for (int k = 0; k < length && to < block.Length; k++)
                {
                    block[to++] = block[start + k];
                }
            }
            else
            {
                return to;
            }

            if (previous >= 0 && free < MostCodes)
            {
                // The previous string and the first byte of this one stand side by side in the output.
                int length = Length(previous, lengths);
                (starts[free], lengths[free]) = (begin - length, length + 1);
                free++;
            }

            previous = code;
            width = free >= MostCodes - 1 ? 12 : free >= 2047 ? 12 : free >= 1023 ? 11 : free >= 511 ? 10 : 9;
        }

        return to;
    }

    private static int Length(int code, int[] lengths) => code < Clear ? 1 : lengths[code];

    private static int Code(ReadOnlySpan<byte> packed, long bit, int width)
    {
        int value = 0;
        for (int k = 0; k < width; k++)
        {
            long at = bit + k;
            value = (value << 1) | ((packed[(int)(at >> 3)] >> (int)(7 - (at & 7))) & 1);
        }

        return value;
    }
}
