using Lamella.Numerics.Lattice;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Draws the middle slices of an image with the boundaries of the phases on them.</summary>
public static class SegmentationPreview
{
    private const int Gap = 6;

    /// <summary>Draws the slices across z, y and x side by side.</summary>
    /// <param name="image">The image.</param>
    /// <param name="labels">The phases; of the same extent.</param>
    /// <returns>The picture; boundaries have the colour of the brighter phase.</returns>
    public static Picture Draw(GreyVolume image, LabelVolume labels)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(labels);
        LatticeExtent extent = image.Extent;
        (int low, int high) = (image.Values.Min(), image.Values.Max());
        var picture = new Picture((2 * extent.Nx) + extent.Ny + (2 * Gap), Math.Max(extent.Ny, extent.Nz));
        Slice(0, extent.Nx, extent.Ny, (a, b) => (a, b, extent.Nz / 2));
        Slice(extent.Nx + Gap, extent.Nx, extent.Nz, (a, b) => (a, extent.Ny / 2, b));
        Slice((2 * extent.Nx) + (2 * Gap), extent.Ny, extent.Nz, (a, b) => (extent.Nx / 2, a, b));
        return picture;

        void Slice(int left, int wide, int tall, Func<int, int, (int X, int Y, int Z)> at)
        {
            for (int b = 0; b < tall; b++)
            {
                for (int a = 0; a < wide; a++)
                {
                    int right = Label(at(Math.Min(a + 1, wide - 1), b)), down = Label(at(a, Math.Min(b + 1, tall - 1))), own = Label(at(a, b));
                    (int x, int y, int z) = at(a, b);
                    byte grey = (byte)(255.0 * (image.Values[x + (extent.Nx * (y + (extent.Ny * z)))] - low) / Math.Max(1, high - low));
                    picture[left + a, b] = right == own && down == own
                        ? new PixelColour(grey, grey, grey)
                        : VolumePicture.Colour(Math.Max(own, Math.Max(right, down)));
                }
            }
        }

        int Label((int X, int Y, int Z) at) => labels[at.X, at.Y, at.Z];
    }
}
