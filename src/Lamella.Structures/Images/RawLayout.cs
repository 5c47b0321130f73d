using System.Buffers.Binary;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Images;

/// <summary>How bare numbers lie in a file.</summary>
/// <param name="Extent">Numbers along x, y and z; x fastest.</param>
/// <param name="Type">uint8, int8, uint16, int16, uint32 or int32.</param>
/// <param name="IsBigEndian">Byte order.</param>
/// <param name="Header">Bytes before the first number.</param>
internal sealed record RawLayout(LatticeExtent Extent, string Type, bool IsBigEndian, long Header)
{
    /// <summary>Gets the bytes of a number.</summary>
    internal int Bytes => Type.EndsWith('8') ? 1 : Type.EndsWith("16", StringComparison.Ordinal) ? 2 : 4;

    /// <summary>Gets a number.</summary>
    internal long Number(ReadOnlySpan<byte> raw, long index)
    {
        ReadOnlySpan<byte> at = raw.Slice(checked((int)(index * Bytes)), Bytes);
        return (Type, IsBigEndian) switch
        {
            ("uint8", _) => at[0],
            ("int8", _) => (sbyte)at[0],
            ("uint16", false) => BinaryPrimitives.ReadUInt16LittleEndian(at),
            ("uint16", true) => BinaryPrimitives.ReadUInt16BigEndian(at),
            ("int16", false) => BinaryPrimitives.ReadInt16LittleEndian(at),
            ("int16", true) => BinaryPrimitives.ReadInt16BigEndian(at),
            ("uint32", false) => BinaryPrimitives.ReadUInt32LittleEndian(at),
            ("uint32", true) => BinaryPrimitives.ReadUInt32BigEndian(at),
            (_, false) => BinaryPrimitives.ReadInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadInt32BigEndian(at),
        };
    }
}
