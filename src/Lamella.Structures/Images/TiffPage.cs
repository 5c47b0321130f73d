namespace Lamella.Structures.Images;

/// <summary>One decoded page: grey values row by row, as they are stored, whatever the page calls black.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Format">How a value is stored; null where a pixel is one bit.</param>
/// <param name="Data">The values, rows of bits padded to whole bytes.</param>
internal sealed record TiffPage(int Width, NumberFormat? Format, byte[] Data)
{
    /// <summary>Turns all values into real numbers, once: bytes may be swapped in place.</summary>
    /// <param name="plane">Receives one number a pixel.</param>
    internal void Fill(Span<double> plane)
    {
        if (Format is { } format)
        {
            format.Fill(Data, plane);
            return;
        }

        int stride = (Width + 7) / 8;
        for (int k = 0; k < plane.Length; k++)
        {
            (int row, int column) = (k / Width, k % Width);
            plane[k] = (Data[(row * stride) + (column / 8)] >> (7 - (column % 8))) & 1;
        }
    }
}
