using Lamella.Core.Files;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Html;

/// <summary>Writes pictures as PNG, with transparency where nothing is drawn.</summary>
internal static class PngImage
{
    private const int Channels = 4;

    /// <summary>Writes a picture as an address that a page can hold.</summary>
    internal static string DataAddress(RasterImage image) => "data:image/png;base64," + Convert.ToBase64String(Encode(image));

    /// <summary>Writes a picture.</summary>
    internal static byte[] Encode(RasterImage image)
    {
        using var stream = new MemoryStream();
        PngWriter.Write(stream, image.Width, image.Height, hasAlpha: true, (row, bytes) => Fill(image, row, bytes.Span));
        return stream.ToArray();
    }

    private static void Fill(RasterImage image, int row, Span<byte> bytes)
    {
        for (int x = 0; x < image.Width; x++)
        {
            Rgb? pixel = image.Pixels[(row * image.Width) + x];
            Rgb colour = pixel.GetValueOrDefault();
            Span<byte> at = bytes.Slice(Channels * x, Channels);
            (at[0], at[1], at[2], at[3]) = (colour.Red, colour.Green, colour.Blue, pixel is null ? (byte)0 : byte.MaxValue);
        }
    }
}
