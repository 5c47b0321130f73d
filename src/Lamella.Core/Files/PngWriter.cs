using System.Buffers.Binary;
using System.IO.Compression;

namespace Lamella.Core.Files;

/// <summary>Writes pictures as PNG, eight bits a channel.</summary>
/// <remarks><b>Source.</b> Portable Network Graphics, W3C Recommendation (2003), ISO/IEC 15948: one IDAT chunk, rows without filter.</remarks>
public static class PngWriter
{
    private const uint Polynomial = 0xEDB88320U;
    private const byte ColourType = 2;
    private const byte ColourTypeWithAlpha = 6;

    /// <summary>Writes a picture to a stream.</summary>
    /// <param name="stream">Receives the bytes; left open.</param>
    /// <param name="width">Pixels along a row, ≥ 1.</param>
    /// <param name="height">Rows, ≥ 1.</param>
    /// <param name="hasAlpha">Whether a pixel has four bytes (red, green, blue, opacity) instead of three.</param>
    /// <param name="fill">Fills the bytes of a row; receives its number, 0 at the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="IOException">The stream fails.</exception>
    public static void Write(Stream stream, int width, int height, bool hasAlpha, Action<int, Memory<byte>> fill)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fill);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, hasAlpha ? ColourTypeWithAlpha : ColourType);
        Chunk(stream, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] row = new byte[width * (hasAlpha ? 4 : 3)];
            for (int y = 0; y < height; y++)
            {
                fill(y, row);
                packer.WriteByte(0); // rows as they are
                packer.Write(row);
            }
        }

        Chunk(stream, "IDAT"u8, packed.ToArray());
        Chunk(stream, "IEND"u8, []);
    }

    private static void Chunk(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(name);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(data, Check(name, uint.MaxValue)));
        stream.Write(number);
    }

    /// <summary>The cyclic redundancy check of the format, bit by bit: pictures are small.</summary>
    private static uint Check(ReadOnlySpan<byte> data, uint state)
    {
        foreach (byte value in data)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? Polynomial ^ (state >> 1) : state >> 1;
            }
        }

        return state;
    }
}
