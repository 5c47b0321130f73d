using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>What the header of a NumPy array says.</summary>
/// <param name="Format">How a number is stored.</param>
/// <param name="IsFortran">Whether the first index runs fastest.</param>
/// <param name="Extent">Numbers along x (the last index), y and z (the first).</param>
/// <remarks>
/// NumPy enhancement proposal 1, <see href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html"/>.
/// </remarks>
internal sealed partial record NumpyHeader(NumberFormat Format, bool IsFortran, LatticeExtent Extent)
{
    private const int LargestHeader = 1 << 20;

    /// <summary>Reads a header; the stream then stands at the first number.</summary>
    /// <param name="stream">The array.</param>
    /// <param name="path">File, for messages.</param>
    internal static NumpyHeader Read(Stream stream, string path)
    {
        string header = Text(stream, path);
        string type = Match(TypeEntry(), header, path, "the type");
        bool fortran = Match(OrderEntry(), header, path, "the order") == "True";
        long[] shape = [.. Match(ShapeEntry(), header, path, "the shape").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : 0)];
        if (shape.Length is < 2 or > 3 || shape.Any(length => length is < 1 or > int.MaxValue))
        {
            throw Wrong(path, $"the array has the shape ({string.Join(", ", shape)}).", "Save an array of two or three indices (z, y, x).");
        }

        long[] zyx = shape.Length == 3 ? shape : [1, .. shape];
        return new NumpyHeader(Number(type, path), fortran, new LatticeExtent((int)zyx[2], (int)zyx[1], (int)zyx[0]));
    }

    private static NumberFormat Number(string type, string path)
    {
        string kind = type.TrimStart('<', '>', '|', '=');
        bool big = type.StartsWith('>');
        return kind switch
        {
            "b1" or "u1" => new NumberFormat(NumberKind.Unsigned, 1),
            "i1" => new NumberFormat(NumberKind.Signed, 1),
            "u2" or "u4" or "u8" => new NumberFormat(NumberKind.Unsigned, kind[1] - '0', big),
            "i2" or "i4" or "i8" => new NumberFormat(NumberKind.Signed, kind[1] - '0', big),
            "f2" or "f4" or "f8" => new NumberFormat(NumberKind.Real, kind[1] - '0', big),
            _ => throw Wrong(path, $"the array holds numbers of type '{type}'.", "Save labels as uint8 or uint16, grey values as uint8, uint16 or float32."),
        };
    }

    private static string Text(Stream stream, string path)
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
