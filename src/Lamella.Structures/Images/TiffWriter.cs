using System.Buffers.Binary;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>Writes a stack page by page: strips of about 64 kB, little-endian, each directory behind its pixels.</summary>
internal sealed class TiffWriter
{
    private const int StripBytes = 65_536;
    private const long LargestClassic = uint.MaxValue - (64L << 20);
    private readonly Stream _stream;
    private readonly TiffOptions _options;
    private readonly LatticeExtent _extent;
    private readonly int _bits;
    private readonly bool _wide;
    private long _link;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Receives the bytes; must be able to seek.</param>
    /// <param name="extent">Columns, rows and pages.</param>
    /// <param name="bits">Bits a pixel: 8, 16 or 32.</param>
    /// <param name="options">How.</param>
    internal TiffWriter(Stream stream, LatticeExtent extent, int bits, TiffOptions options)
    {
        (_stream, _extent, _bits, _options) = (stream, extent, bits, options);
        _wide = options.IsBig ?? extent.Count * (bits / 8) > LargestClassic;
        _stream.Write("II"u8);
        Number(_wide ? 43 : 42, 2);
        if (_wide)
        {
            Number(8, 2);
            Number(0, 2);
        }

        _link = _stream.Position;
        Number(0, Width);
    }

    private int Width => _wide ? 8 : 4;

    /// <summary>Writes the next page.</summary>
    /// <param name="pixels">Rows of the page, little-endian; may be changed.</param>
    internal void Page(Span<byte> pixels)
    {
        int stride = _extent.Nx * _bits / 8, rows = Math.Clamp(StripBytes / stride, 1, _extent.Ny);
        int strips = (_extent.Ny + rows - 1) / rows;
        long[] offsets = new long[strips], lengths = new long[strips];
        for (int k = 0; k < strips; k++)
        {
            int first = k * rows * stride;
            byte[] packed = TiffPacker.Pack(pixels[first..Math.Min(first + (rows * stride), pixels.Length)], stride, _bits / 8, _options);
            (offsets[k], lengths[k]) = (_stream.Position, packed.Length);
            _stream.Write(packed);
        }

        Align();
        long offsetList = List(offsets), lengthList = List(lengths);
        Link(_stream.Position);
        (int Tag, long Value, int Count)[] entries =
        [
            (256, _extent.Nx, 1), (257, _extent.Ny, 1), (258, _bits, 1), (259, (int)_options.Compression, 1), (262, 1, 1),
            (273, offsetList, strips), (277, 1, 1), (278, rows, 1), (279, lengthList, strips), (317, _options.UsesPredictor ? 2 : 1, 1), (339, 1, 1),
        ];
        Number(entries.Length, _wide ? 8 : 2);
        foreach ((int tag, long value, int count) in entries)
        {
            Number(tag, 2);
            Number(_wide ? 16 : 4, 2); // every entry a whole number of the width of an offset
            Number(count, Width);
            Number(value, Width);
        }

        _link = _stream.Position;
        Number(0, Width);
        Align();
    }

    /// <summary>Writes a list of numbers and returns where it lies; a single number stands in the entry itself.</summary>
    private long List(long[] numbers)
    {
        if (numbers.Length == 1)
        {
            return numbers[0];
        }

        long at = _stream.Position;
        foreach (long number in numbers)
        {
            Number(number, Width);
        }

        return at;
    }

    private void Link(long directory)
    {
        _stream.Position = _link;
        Number(directory, Width);
        _stream.Position = directory;
    }

    private void Align()
    {
        if (_stream.Position % 2 != 0)
        {
            _stream.WriteByte(0);
        }
    }

    private void Number(long value, int width)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _stream.Write(bytes[..width]);
    }
}
