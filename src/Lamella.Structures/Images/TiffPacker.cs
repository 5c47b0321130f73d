using System.Buffers.Binary;
using System.IO.Compression;

namespace Lamella.Structures.Images;

/// <summary>Packs one strip of a page.</summary>
internal static class TiffPacker
{
    private const int LongestRun = 128;
    private const int Clear = 256;
    private const int End = 257;
    private const int LastCode = 4094; // cleared one early, as every reader expects

    /// <summary>Packs little-endian pixels; changes them where differences are stored.</summary>
    /// <param name="strip">Whole rows.</param>
    /// <param name="stride">Bytes a row.</param>
    /// <param name="bytes">Bytes a pixel.</param>
    /// <param name="options">How.</param>
    internal static byte[] Pack(Span<byte> strip, int stride, int bytes, TiffOptions options)
    {
        if (options.UsesPredictor)
        {
            for (int row = 0; row < strip.Length / stride; row++)
            {
                Difference(strip.Slice(row * stride, stride), bytes);
            }
        }

        return options.Compression switch
        {
            TiffCompression.Lzw => Lzw(strip),
            TiffCompression.Deflate => Deflate(strip),
            TiffCompression.PackBits => PackBits(strip, stride),
            _ => strip.ToArray(),
        };
    }

    private static void Difference(Span<byte> row, int bytes)
    {
        for (int k = row.Length - bytes; k >= bytes; k -= bytes)
        {
            Span<byte> own = row.Slice(k, bytes), before = row.Slice(k - bytes, bytes);
            switch (bytes)
            {
                case 1:
                    own[0] -= before[0];
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt16LittleEndian(own, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(own) - BinaryPrimitives.ReadUInt16LittleEndian(before)));
                    break;
                default:
                    BinaryPrimitives.WriteUInt32LittleEndian(own, BinaryPrimitives.ReadUInt32LittleEndian(own) - BinaryPrimitives.ReadUInt32LittleEndian(before));
                    break;
            }
        }
    }

    private static byte[] Deflate(ReadOnlySpan<byte> strip)
    {
        using var buffer = new MemoryStream();
        using (var packer = new ZLibStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(strip);
        }

        return buffer.ToArray();
    }

    private static byte[] PackBits(ReadOnlySpan<byte> strip, int stride)
    {
        var packed = new List<byte>();
        for (int start = 0; start < strip.Length; start += stride)
        {
            PackRow(strip.Slice(start, Math.Min(stride, strip.Length - start)), packed); // runs do not cross rows
        }

        return [.. packed];
    }

    private static void PackRow(ReadOnlySpan<byte> row, List<byte> packed)
    {
        int at = 0;
        while (at < row.Length)
        {
            int run = Run(row[at..]);
            if (run >= 2)
            {
                packed.Add((byte)(1 - run));
                packed.Add(row[at]);
                at += run;
                continue;
            }

            int end = at + 1;
            while (end < row.Length && end - at < LongestRun && Run(row[end..]) < 3)
            {
                end++;
            }

            packed.Add((byte)(end - at - 1));
            packed.AddRange(row[at..end]);
            at = end;
        }
    }

    private static int Run(ReadOnlySpan<byte> row)
    {
        int length = 1;
        while (length < Math.Min(row.Length, LongestRun) && row[length] == row[0])
        {
            length++;
        }

        return length;
    }

    private static byte[] Lzw(ReadOnlySpan<byte> strip)
    {
        var bits = new BitWriter();
        var table = new Dictionary<int, int>();
        (int free, int width, int prefix) = (End + 1, 9, -1);
        bits.Write(Clear, width);
        foreach (byte symbol in strip)
        {
            int key = (prefix << 8) | symbol;
            if (prefix < 0 || table.TryGetValue(key, out int known))
            {
                prefix = prefix < 0 ? symbol : table[key];
                continue;
            }

            bits.Write(prefix, width);
            table[key] = free++;
            width = free > 2047 ? 12 : free > 1023 ? 11 : free > 511 ? 10 : 9;
            if (free > LastCode)
            {
                bits.Write(Clear, 12);
                table.Clear();
                (free, width) = (End + 1, 9);
            }

            prefix = symbol;
        }

        if (prefix >= 0)
        {
            bits.Write(prefix, width);
            free++;
            width = free > 2047 ? 12 : free > 1023 ? 11 : free > 511 ? 10 : 9;
        }

        bits.Write(End, width);
        return bits.Finish();
    }

    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private uint _held;
        private int _count;

        internal void Write(int code, int width)
        {
            _held = (_held << width) | (uint)code;
            for (_count += width; _count >= 8; _count -= 8)
            {
                _bytes.Add((byte)(_held >> (_count - 8)));
            }
        }

        internal byte[] Finish()
        {
            if (_count > 0)
            {
                _bytes.Add((byte)(_held << (8 - _count)));
            }

            return [.. _bytes];
        }
    }
}
