using System.Buffers.Binary;

namespace Lamella.Structures.Images;

/// <summary>One decoded page: grey values row by row, as they are stored, whatever the page calls black.</summary>
/// <param name="File">File it comes from.</param>
/// <param name="Number">Number in the file, from 1.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bits">Bits a pixel: 1, 8, 16 or 32.</param>
/// <param name="IsSigned">Whether values are signed.</param>
/// <param name="IsBigEndian">Whether values are big-endian.</param>
/// <param name="Data">The values, rows padded to whole bytes.</param>
internal sealed record TiffPage(
    string File, int Number, int Width, int Height, int Bits, bool IsSigned, bool IsBigEndian, byte[] Data)
{
    /// <summary>Gets whether the values are floating-point numbers of 32 bits.</summary>
    internal bool IsReal { get; init; }

    /// <summary>Gets the value of a pixel as a real number.</summary>
    /// <param name="index">Column + width × row.</param>
    internal double Real(long index) => IsReal ? BitConverter.Int32BitsToSingle(unchecked((int)Value(index))) : Value(index);

    /// <summary>Gets the value of a pixel.</summary>
    /// <param name="index">Column + width × row.</param>
    internal long Value(long index)
    {
        (int row, int column) = ((int)(index / Width), (int)(index % Width));
        int stride = ((Width * Bits) + 7) / 8;
        if (Bits == 1)
        {
            return (Data[(row * stride) + (column / 8)] >> (7 - (column % 8))) & 1;
        }

        ReadOnlySpan<byte> at = Data.AsSpan((row * stride) + (column * Bits / 8));
        return (Bits, IsSigned, IsBigEndian) switch
        {
            (8, false, _) => at[0],
            (8, true, _) => (sbyte)at[0],
            (16, false, false) => BinaryPrimitives.ReadUInt16LittleEndian(at),
            (16, false, true) => BinaryPrimitives.ReadUInt16BigEndian(at),
            (16, true, false) => BinaryPrimitives.ReadInt16LittleEndian(at),
            (16, true, true) => BinaryPrimitives.ReadInt16BigEndian(at),
            (_, false, false) => BinaryPrimitives.ReadUInt32LittleEndian(at),
            (_, false, true) => BinaryPrimitives.ReadUInt32BigEndian(at),
            (_, true, false) => BinaryPrimitives.ReadInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadInt32BigEndian(at),
        };
    }
}
