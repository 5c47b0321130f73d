using System.Buffers.Binary;
using System.IO.Compression;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>Writes pictures as PNG, with transparency where nothing is drawn.</summary>
/// <remarks>Portable Network Graphics, third edition, W3C 2025: one IDAT chunk, colour type 6, rows without filter.</remarks>
internal static class PngImage
{
    private const int Channels = 4;
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture as an address that a page can hold.</summary>
    internal static string DataAddress(RasterImage image) => "data:image/png;base64," + Convert.ToBase64String(Encode(image));

    /// <summary>Writes a picture.</summary>
    internal static byte[] Encode(RasterImage image)
    {
        using var stream = new MemoryStream();
        stream.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        (header[8], header[9], header[10], header[11], header[12]) = (8, 6, 0, 0, 0);
        WriteChunk(stream, "IHDR"u8, header);
        WriteChunk(stream, "IDAT"u8, Compress(image));
        WriteChunk(stream, "IEND"u8, []);
        return stream.ToArray();
    }

    private static byte[] Compress(RasterImage image)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new ZLibStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] row = new byte[1 + (Channels * image.Width)];
            for (int y = 0; y < image.Height; y++)
            {
                for (int x = 0; x < image.Width; x++)
                {
                    Rgb? pixel = image.Pixels[(y * image.Width) + x];
                    Rgb colour = pixel.GetValueOrDefault();
                    Span<byte> at = row.AsSpan(1 + (Channels * x), Channels);
                    (at[0], at[1], at[2], at[3]) = (colour.Red, colour.Green, colour.Blue, pixel is null ? (byte)0 : byte.MaxValue);
                }

                deflate.Write(row);
            }
        }

        return buffer.ToArray();
    }

    private static void WriteChunk(MemoryStream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, type), data));
        stream.Write(number);
    }

    /// <summary>The cyclic redundancy check of the format, bit by bit: pictures are small.</summary>
    private static uint Check(uint state, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) != 0 ? 0xEDB88320u ^ (state >> 1) : state >> 1;
            }
        }

        return state;
    }
}
