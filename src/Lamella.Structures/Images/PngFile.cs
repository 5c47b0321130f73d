using System.Buffers.Binary;
using System.IO.Compression;
using Lamella.Core.Files;

namespace Lamella.Structures.Images;

/// <summary>Writes pictures as PNG, eight bits a channel.</summary>
/// <remarks><b>Source.</b> Portable Network Graphics, W3C Recommendation (2003), ISO/IEC 15948.</remarks>
public static class PngFile
{
    private const uint Polynomial = 0xEDB88320U;

    /// <summary>Writes a picture, whole or not at all.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="picture">The picture.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        AtomicFile.Write(path, stream => Write(stream, picture));
    }

    /// <summary>Writes a picture to a stream.</summary>
    /// <param name="stream">Receives the bytes; left open.</param>
    /// <param name="picture">The picture.</param>
    public static void Write(Stream stream, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(picture);
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 2); // eight bits, red, green and blue
        Chunk(stream, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int row = 0; row < picture.Height; row++)
            {
                packer.WriteByte(0); // rows as they are
                packer.Write(picture.Row(row));
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

    private static uint Check(ReadOnlySpan<byte> data, uint state)
    {
        foreach (byte own in data)
        {
            state ^= own;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1U) != 0 ? (state >> 1) ^ Polynomial : state >> 1;
            }
        }

        return state;
    }
}
