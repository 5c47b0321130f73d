using System.Buffers.Binary;
using System.IO.Compression;

namespace Lamella.Structures.Images;

/// <summary>Unpacks the strips or tiles of a page.</summary>
internal static class TiffDecoder
{
    private const int FloatingPoint = 3;
    private const int MostPixels = 1 << 30;
    private const int Widest = 1 << 24;
    private const long DensestPacking = 1_500; // no method packs more bytes into one

    /// <summary>Decodes a page.</summary>
    internal static TiffPage Decode(FileWindow file, TiffTags tags, bool isGrey)
    {
        Require(tags, isGrey, file.Length);
        int bits = tags.Bits, stride = ((tags.Width * bits) + 7) / 8;
        (int blockWidth, int blockHeight) = tags.Block;
        int blockStride = ((blockWidth * bits) + 7) / 8;
        ulong[] offsets = tags.Offsets, lengths = tags.Lengths;
        long blocks = (((long)tags.Width + blockWidth - 1) / blockWidth) * (((long)tags.Height + blockHeight - 1) / blockHeight);
        if (offsets.LongLength < blocks || lengths.LongLength < blocks)
        {
            throw tags.Wrong($"lists {offsets.Length} blocks of pixels but needs {blocks}.", "The file is damaged; save the stack again.");
        }

        byte[] data = new byte[(long)stride * tags.Height];
        int across = (tags.Width + blockWidth - 1) / blockWidth, down = (tags.Height + blockHeight - 1) / blockHeight;
        for (int k = 0; k < across * down; k++)
        {
            int top = k / across * blockHeight, left = k % across * blockStride;
            // A last strip holds the rows that are left; a tile is always whole.
            int rows = across == 1 && blockWidth == tags.Width ? Math.Min(blockHeight, tags.Height - top) : blockHeight;
            byte[] block = Unpack(file, offsets[k], lengths[k], (long)blockStride * rows, tags);
            Undo(block, blockWidth, rows, blockStride, tags);
            for (int row = 0; row < Math.Min(rows, tags.Height - top); row++)
            {
                int count = Math.Min(blockStride, stride - left);
                block.AsSpan(row * blockStride, count).CopyTo(data.AsSpan(((top + row) * stride) + left));
            }
        }

        NumberKind kind = tags.Format == FloatingPoint ? NumberKind.Real : tags.Format == 2 ? NumberKind.Signed : NumberKind.Unsigned;
        return new TiffPage(tags.Width, bits == 1 ? null : new NumberFormat(kind, bits / 8, tags.IsBigEndian), data);
    }

    private static void Require(TiffTags tags, bool isGrey, long fileBytes)
    {
        if (tags.Width < 1 || tags.Height < 1 || (long)tags.Width * tags.Height > MostPixels || tags.Block.Width < 1 || tags.Block.Height < 1
            || tags.Width > Widest || tags.Block.Width > Widest || (long)tags.Block.Width * tags.Block.Height > MostPixels)
        {
            throw tags.Wrong($"claims {tags.Width}×{tags.Height} pixels.", "The file is damaged; save the stack again.");
        }

        if (tags.Samples != 1)
        {
            throw tags.Wrong($"has {tags.Samples} channels.", "Save the labels as a grey image of one channel.");
        }

        bool isReal = tags.Format == FloatingPoint;
        if (isReal && !isGrey)
        {
            throw tags.Wrong("holds floating-point numbers, not labels.", "Segment the image first, then save the labels with 8 or 16 bits.");
        }

        if (isReal ? tags.Bits is not (16 or 32 or 64) : tags.Bits is not (1 or 8 or 16 or 32))
        {
            throw tags.Wrong($"has {tags.Bits} bits a pixel.", "Save it with 8, 16 or 32 bits.");
        }

        long pixels = Math.Max((long)tags.Width * tags.Height, (long)tags.Block.Width * tags.Block.Height);
        if (pixels / 8 * tags.Bits > DensestPacking * fileBytes)
        {
            throw tags.Wrong($"claims {tags.Width}×{tags.Height} pixels, more than a file of {fileBytes} bytes can hold.", "The file is damaged or cut short; copy it again.");
        }

        if (tags.IsReversed || tags.Predictor is not (1 or 2) || (tags.Predictor == 2 && tags.Bits is (1 or 64)))
        {
            throw tags.Wrong("stores its pixels in a form that is not read here (fill order or predictor).", "Save it uncompressed.");
        }
    }

    private static byte[] Unpack(FileWindow file, ulong offset, ulong length, long expected, TiffTags tags)
    {
        if (offset > (ulong)file.Length || length > (ulong)file.Length - offset || length > (ulong)Array.MaxLength || expected > Array.MaxLength)
        {
            throw tags.Wrong($"lies beyond the end of the file at byte {file.Length}.", "The file is cut short; copy it again.");
        }

        byte[] block = new byte[expected];
        byte[] packed = file.Read((long)offset, (int)length);
        int filled = tags.Compression switch
        {
            1 => Copy(packed, block),
            5 => TiffLzw.Unpack(packed, block),
            8 or 32946 => Inflate(packed, block),
            32773 => PackBits(packed, block),
            _ => throw tags.Wrong($"is packed by method {tags.Compression}.", "Save it uncompressed, or by LZW, Deflate or PackBits."),
        };
        return filled == block.Length ? block : throw tags.Wrong(
            $"has a block of {filled} bytes that should have {expected}.", "The file is damaged; save the stack again.");
    }

    private static int Copy(ReadOnlySpan<byte> packed, byte[] block)
    {
        int count = Math.Min(packed.Length, block.Length);
        packed[..count].CopyTo(block);
        return count;
    }

    private static int Inflate(ReadOnlySpan<byte> packed, byte[] block)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            return stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }

    private static int PackBits(ReadOnlySpan<byte> packed, byte[] block)
    {
        (int at, int to) = (0, 0);
        while (at < packed.Length && to < block.Length)
        {
            int head = (sbyte)packed[at++];
            if (head >= 0)
            {
                int count = Math.Min(Math.Min(head + 1, packed.Length - at), block.Length - to);
                packed.Slice(at, count).CopyTo(block.AsSpan(to));
                (at, to) = (at + head + 1, to + count);
            }
            else if (head != sbyte.MinValue && at < packed.Length)
            {
                int count = Math.Min(1 - head, block.Length - to);
                block.AsSpan(to, count).Fill(packed[at++]);
                to += count;
            }
        }

        return to;
    }

    /// <summary>Adds up the differences along each row.</summary>
    private static void Undo(byte[] block, int width, int rows, int stride, TiffTags tags)
    {
        int bytes = tags.Bits / 8;
        if (tags.Predictor != 2)
        {
            return;
        }

        for (int row = 0; row < rows; row++)
        {
            for (int k = 1; k < width; k++)
            {
                Span<byte> at = block.AsSpan((row * stride) + ((k - 1) * bytes), 2 * bytes);
                Span<byte> own = at[bytes..];
                switch (bytes, tags.IsBigEndian)
                {
                    case (1, _):
                        own[0] += at[0];
                        break;
                    case (2, false):
                        BinaryPrimitives.WriteUInt16LittleEndian(own, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(own) + BinaryPrimitives.ReadUInt16LittleEndian(at)));
                        break;
                    case (2, true):
                        BinaryPrimitives.WriteUInt16BigEndian(own, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(own) + BinaryPrimitives.ReadUInt16BigEndian(at)));
                        break;
                    case (_, false):
                        BinaryPrimitives.WriteUInt32LittleEndian(own, BinaryPrimitives.ReadUInt32LittleEndian(own) + BinaryPrimitives.ReadUInt32LittleEndian(at));
                        break;
                    default:
                        BinaryPrimitives.WriteUInt32BigEndian(own, BinaryPrimitives.ReadUInt32BigEndian(own) + BinaryPrimitives.ReadUInt32BigEndian(at));
                        break;
                }
            }
        }
    }
}
