using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Images;

/// <summary>Reads label volumes from NumPy files: one array in <c>.npy</c>, or one array of an <c>.npz</c> archive.</summary>
/// <remarks>
/// The last index of the array runs along x, the first along z. Format: NumPy enhancement proposal 1,
/// <see href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html"/>.
/// </remarks>
public static partial class NumpyFile
{
    private const int LargestHeader = 1 << 20;

    /// <summary>Reads a label volume.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="size">Edges of a voxel; NumPy files do not hold it.</param>
    /// <param name="name">Name of the array in an archive, or null where it holds one only.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="InputException">The file is no NumPy file, is cut short, or its numbers are no labels.</exception>
    public static LabelVolume Read(string path, VoxelSize size, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            if (!path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
            {
                return ReadArray(file, path, size);
            }

            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            using Stream entry = Entry(archive, path, name).Open();
            return ReadArray(entry, path, size);
        }
        catch (InvalidDataException broken)
        {
            throw Wrong(path, $"the archive cannot be read: {broken.Message}", "Save it again with numpy.savez_compressed.");
        }
        catch (EndOfStreamException)
        {
            throw Wrong(path, "the file is cut short.", "Copy it again.");
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string path, string? name)
    {
        string[] known = [.. archive.Entries.Select(entry => entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName)];
        int index = name is null ? (known.Length == 1 ? 0 : -1) : Array.IndexOf(known, name);
        return index >= 0 ? archive.Entries[index] : throw Wrong(
            path,
            name is null ? $"the archive holds {known.Length} arrays." : $"the archive holds no array '{name}'.",
            known.Length == 0 ? "Save the labels into it." : $"Name one of: {string.Join(", ", known)}.");
    }

    private static LabelVolume ReadArray(Stream stream, string path, VoxelSize size)
    {
        string header = ReadHeader(stream, path);
        string type = Match(TypeEntry(), header, path, "the type");
        bool fortran = Match(OrderEntry(), header, path, "the order") == "True";
        long[] shape = [.. Match(ShapeEntry(), header, path, "the shape").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))];
        if (shape.Length is < 2 or > 3 || shape.Any(length => length is < 1 or > int.MaxValue))
        {
            throw Wrong(path, $"the array has the shape ({string.Join(", ", shape)}).", "Save an array of two or three indices (z, y, x).");
        }

        long[] zyx = shape.Length == 3 ? shape : [1, .. shape];
        var extent = new LatticeExtent((int)zyx[2], (int)zyx[1], (int)zyx[0]);
        byte[] raw = new byte[checked(extent.Count * Width(type, path))];
        stream.ReadExactly(raw);
        return LabelArray.Make(path, extent, size, fortran, index => Number(raw, index, type));
    }

    private static string ReadHeader(Stream stream, string path)
    {
        Span<byte> start = stackalloc byte[8];
        stream.ReadExactly(start);
        if (start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8))
        {
            throw Wrong(path, "this is no NumPy file: it does not begin with \\x93NUMPY.", "Save the labels with numpy.save or numpy.savez_compressed.");
        }

        Span<byte> length = stackalloc byte[4];
        length.Clear();
        stream.ReadExactly(length[..(start[6] == 1 ? 2 : 4)]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count is < 0 or > LargestHeader)
        {
            throw Wrong(path, "the header of the array is damaged.", "Copy the file again.");
        }

        byte[] header = new byte[count];
        stream.ReadExactly(header);
        return Encoding.Latin1.GetString(header);
    }

    private static int Width(string type, string path) => type.TrimStart('<', '|') switch
    {
        "b1" or "u1" or "i1" => 1,
        "u2" or "i2" => 2,
        "u4" or "i4" => 4,
        "u8" or "i8" => 8,
        var other when other.StartsWith('f') || other.StartsWith('c') => throw Wrong(
            path, $"the array holds floating-point numbers ({type}), not labels.", "Segment the image first, then save the labels as uint8 or uint16."),
        _ => throw Wrong(path, $"the array holds numbers of type '{type}'.", "Save it as uint8 or uint16 in little-endian order."),
    };

    private static long Number(byte[] raw, long index, string type)
    {
        string kind = type.TrimStart('<', '|');
        int width = kind[1] - '0';
        ReadOnlySpan<byte> at = raw.AsSpan(checked((int)(index * width)), width);
        return kind switch
        {
            "b1" or "u1" => at[0],
            "i1" => (sbyte)at[0],
            "u2" => BinaryPrimitives.ReadUInt16LittleEndian(at),
            "i2" => BinaryPrimitives.ReadInt16LittleEndian(at),
            "u4" => BinaryPrimitives.ReadUInt32LittleEndian(at),
            "i4" => BinaryPrimitives.ReadInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadInt64LittleEndian(at),
        };
    }

    private static string Match(Regex pattern, string header, string path, string what)
    {
        Match found = pattern.Match(header);
        return found.Success ? found.Groups[1].Value : throw Wrong(path, $"the header of the array does not say {what}.", "Save it again with numpy.save.");
    }

    private static InputException Wrong(string path, string problem, string remedy) => new(InputPlace.Whole(path), problem, string.Empty, remedy);

    [GeneratedRegex(@"'descr'\s*:\s*'([^']*)'")]
    private static partial Regex TypeEntry();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(True|False)")]
    private static partial Regex OrderEntry();

    [GeneratedRegex(@"'shape'\s*:\s*\(([\d, ]*)\)")]
    private static partial Regex ShapeEntry();
}
