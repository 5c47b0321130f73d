using Lamella.Numerics.Lattice;
using Lamella.Structures.Images;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Segmentation;

/// <summary>Draws the middle slices of an image with the boundaries of the phases on them.</summary>
public static class SegmentationPreview
{
    private const int Gap = 6;
    private const int Wide = 320; // pixels that the longest edge of a small image gets
    private const int Closest = 12; // pixels that the shortest edge of a voxel gets at most

    /// <summary>Draws the slices across z, y and x side by side, small images enlarged, voxels with their true proportions.</summary>
    /// <param name="image">The image.</param>
    /// <param name="labels">The phases; of the same extent.</param>
    /// <returns>The picture; boundaries have the colour of the brighter phase and are one pixel wide.</returns>
    public static Picture Draw(GreyVolume image, LabelVolume labels)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(labels);
        LatticeExtent extent = image.Extent;
        int[] pixels = Pixels(extent, image.Size);
        (int wide, int deep, int tall) = (extent.Nx * pixels[0], extent.Ny * pixels[1], extent.Nz * pixels[2]);
        var picture = new Picture((2 * wide) + deep + (2 * Gap), Math.Max(deep, tall));
        var slices = new SlicePainter(image, labels, picture);
        slices.Paint(0, (wide, deep), (pixels[0], pixels[1]), (a, b) => (a, b, extent.Nz / 2));
        slices.Paint(wide + Gap, (wide, tall), (pixels[0], pixels[2]), (a, b) => (a, extent.Ny / 2, b));
        slices.Paint((2 * wide) + (2 * Gap), (deep, tall), (pixels[1], pixels[2]), (a, b) => (extent.Nx / 2, a, b));
        return picture;
    }

    /// <summary>Pixels of a voxel along each axis.</summary>
    private static int[] Pixels(LatticeExtent extent, VoxelSize size)
    {
        double shortest = Math.Min(size.X, Math.Min(size.Y, size.Z));
        double[] edges = [size.X / shortest, size.Y / shortest, size.Z / shortest];
        double longest = Enumerable.Range(0, 3).Max(axis => extent.Along(axis) * edges[axis]);
        int enlarged = Math.Clamp((int)(Wide / longest), 1, Closest);
        return [.. edges.Select(edge => (int)Math.Round(enlarged * edge))];
    }

    /// <summary>Paints grey slices with the boundaries of the phases.</summary>
    private sealed class SlicePainter(GreyVolume image, LabelVolume labels, Picture picture)
    {
        private readonly int _low = image.Values.Min();
        private readonly int _high = image.Values.Max();

        /// <summary>Paints a slice.</summary>
        /// <param name="left">First column.</param>
        /// <param name="size">Columns and rows.</param>
        /// <param name="pixels">Columns and rows of a voxel.</param>
        /// <param name="at">The voxel at a place of the slice.</param>
        internal void Paint(int left, (int Columns, int Rows) size, (int Columns, int Rows) pixels, Func<int, int, (int X, int Y, int Z)> at)
        {
            for (int row = 0; row < size.Rows; row++)
            {
                for (int column = 0; column < size.Columns; column++)
                {
                    (int a, int b) = (column / pixels.Columns, row / pixels.Rows);
                    (int X, int Y, int Z) own = at(a, b);
                    // A boundary runs along the last column and the last row of a voxel.
                    int right = Label(at(Math.Min(column + 1, size.Columns - 1) / pixels.Columns, b)), down = Label(at(a, Math.Min(row + 1, size.Rows - 1) / pixels.Rows));
                    int label = Label(own);
                    picture[left + column, row] = right == label && down == label ? Grey(own) : VolumePicture.Colour(Math.Max(label, Math.Max(right, down)));
                }
            }
        }

        private int Label((int X, int Y, int Z) at) => labels[at.X, at.Y, at.Z];

        private PixelColour Grey((int X, int Y, int Z) at)
        {
            int value = image.Values[at.X + (image.Extent.Nx * (at.Y + (image.Extent.Ny * at.Z)))];
            byte grey = (byte)(255.0 * (value - _low) / Math.Max(1, _high - _low));
            return new PixelColour(grey, grey, grey);
        }
    }
}
