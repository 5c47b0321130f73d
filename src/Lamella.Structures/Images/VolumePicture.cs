using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Draws a label volume as a block seen from a corner, three of its faces in the colours of their labels.</summary>
public static class VolumePicture
{
    private const double Slant = 0.5; // sine of 30 degrees
    private const double Wide = 0.866; // cosine of 30 degrees
    private const double LeftLight = 0.82;
    private const double RightLight = 0.66;

    private static readonly PixelColour[] Colours =
    [
        new(236, 231, 220), new(58, 110, 165), new(226, 143, 55), new(86, 152, 96), new(150, 98, 158), new(190, 72, 74), new(108, 108, 108), new(222, 196, 84),
    ];

    /// <summary>Returns the colour of a label.</summary>
    /// <param name="label">The label.</param>
    /// <returns>One of eight colours for the first labels, a scrambled one for others.</returns>
    public static PixelColour Colour(int label)
    {
        if (label < Colours.Length)
        {
            return Colours[label];
        }

        uint mixed = ((uint)label * 0x9E3779B1U) ^ 0x5F356495U;
        mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6DU;
        return new PixelColour((byte)(70 + (mixed % 160)), (byte)(70 + ((mixed >> 8) % 160)), (byte)(70 + ((mixed >> 16) % 160)));
    }

    /// <summary>Draws the block.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="width">Columns of the picture, 64 to 4 096.</param>
    /// <returns>The picture.</returns>
    public static Picture Block(LabelVolume volume, int width = 560)
    {
        ArgumentNullException.ThrowIfNull(volume);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4096);
        LatticeExtent extent = volume.Extent;
        double x = extent.Nx * volume.Size.X, y = extent.Ny * volume.Size.Y, z = extent.Nz * volume.Size.Z;
        double scale = (x + y) * Wide / width;
        var picture = new Picture(width, Math.Max(1, (int)Math.Ceiling((((x + y) * Slant) + z) / scale)));
        for (int row = 0; row < picture.Height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double across = (((column + 0.5) * scale) - (y * Wide)) / Wide, down = (row + 0.5) * scale / Slant;
                if (Seen(volume, across, down, x, y, z) is { } colour)
                {
                    picture[column, row] = colour;
                }
            }
        }

        return picture;
    }

    /// <summary>Finds what stands at a point of the picture: the top, the face at the end of y, or the face at the end of x.</summary>
    private static PixelColour? Seen(LabelVolume volume, double across, double down, double x, double y, double z)
    {
        // Points (a, b, c) of the block appear at across = a − b and down = a + b + 2c, c counted from the top at 0.
        double a = 0.5 * (down + across), b = 0.5 * (down - across);
        if (a >= 0.0 && a < x && b >= 0.0 && b < y)
        {
            return At(volume, a, b, z);
        }

        double left = across + y, right = x - across;
        double depthLeft = 0.5 * (down - left - y), depthRight = 0.5 * (down - x - right);
        return left >= 0.0 && left < x && depthLeft >= 0.0 && depthLeft < z ? At(volume, left, y, z - depthLeft).Shaded(LeftLight)
            : right >= 0.0 && right < y && depthRight >= 0.0 && depthRight < z ? At(volume, x, right, z - depthRight).Shaded(RightLight)
            : null;
    }

    private static PixelColour At(LabelVolume volume, double x, double y, double z) => Colour(volume[
        Math.Clamp((int)(x / volume.Size.X), 0, volume.Extent.Nx - 1),
        Math.Clamp((int)(y / volume.Size.Y), 0, volume.Extent.Ny - 1),
        Math.Clamp((int)(z / volume.Size.Z), 0, volume.Extent.Nz - 1)]);
}
