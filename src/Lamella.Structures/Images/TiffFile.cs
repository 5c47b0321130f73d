using System.Buffers.Binary;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads and writes label volumes as TIFF: a file of many pages, or one file a slice in a folder.</summary>
/// <remarks>
/// Grey images of 1, 8, 16 or 32 bits in strips or tiles, uncompressed or packed by LZW, Deflate or PackBits, with or without
/// horizontal differencing, classic or big TIFF, either byte order. Columns run along x, rows along y, pages along z.
/// <b>Source.</b> TIFF revision 6.0 (Adobe 1992); BigTIFF as LibTIFF describes it.
/// </remarks>
public static class TiffFile
{
    /// <summary>Reads the labels of a stack.</summary>
    /// <param name="path">A file, or a folder whose <c>.tif</c> and <c>.tiff</c> files are slices in the order of the numbers in their names.</param>
    /// <param name="size">Edges of a voxel; what TIFF says of them is not reliable.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The stack cannot be read, its slices differ, or its numbers are no labels.</exception>
    public static LabelVolume ReadLabels(string path, VoxelSize size)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var planes = new TiffPlanes(path, isGrey: false);
        return LabelPlanes.ReadAll(path, planes, size);
    }

    /// <summary>Writes labels as one file, whole or not at all.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="volume">The labels.</param>
    /// <param name="options">How; null for Deflate with the fewest bits.</param>
    /// <exception cref="InputException">The bits asked for do not hold every label.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, LabelVolume volume, TiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(volume);
        options ??= new TiffOptions();
        int bits = Bits(path, volume, options);
        AtomicFile.Write(path, stream =>
        {
            var writer = new TiffWriter(stream, volume.Extent, bits, options);
            Pages(volume, bits / 8, (_, page) => writer.Page(page));
        });
    }

    /// <summary>Writes labels as one file a slice, the whole folder or nothing: <c>slice0000.tif</c> and so on.</summary>
    /// <param name="folder">The folder; replaced where it exists.</param>
    /// <param name="volume">The labels.</param>
    /// <param name="options">How; null for Deflate with the fewest bits.</param>
    /// <exception cref="InputException">The bits asked for do not hold every label.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void WriteSlices(string folder, LabelVolume volume, TiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(volume);
        options ??= new TiffOptions();
        int bits = Bits(folder, volume, options);
        AtomicFolder.Write(folder, draft => Pages(volume, bits / 8, (z, page) =>
        {
            using FileStream stream = File.Create(Path.Combine(draft, string.Create(CultureInfo.InvariantCulture, $"slice{z:D4}.tif")));
            new TiffWriter(stream, volume.Extent with { Nz = 1 }, bits, options).Page(page);
        }));
    }

    private static int Bits(string path, LabelVolume volume, TiffOptions options)
    {
        int fewest = volume.IsNarrow ? 8 : 16, bits = options.Bits ?? fewest;
        return bits is 8 or 16 or 32 && bits >= fewest ? bits : throw new InputException(
            InputPlace.Whole(path), $"{bits} bits a pixel do not suit these labels.", $"{fewest} to 32: 8, 16 or 32.", "Give more bits, or leave the choice open.");
    }

    private static void Pages(LabelVolume volume, int bytes, Action<int, byte[]> write)
    {
        int area = volume.Extent.Nx * volume.Extent.Ny;
        byte[] page = new byte[area * bytes];
        for (int z = 0; z < volume.Extent.Nz; z++)
        {
            for (int k = 0; k < area; k++)
            {
                Put(page.AsSpan(k * bytes, bytes), volume[((long)z * area) + k]);
            }

            write(z, page);
        }
    }

    private static void Put(Span<byte> at, int label)
    {
        switch (at.Length)
        {
            case 1:
                at[0] = (byte)label;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)label);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(at, label);
                break;
        }
    }
}
