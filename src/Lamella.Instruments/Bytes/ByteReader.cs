using System.Buffers.Binary;
using System.Text;

namespace Lamella.Instruments.Bytes;

/// <summary>Reads little-endian numbers and strings at positions of a byte span; beyond the end everything is zero or empty.</summary>
/// <remarks>
/// The methods are called as the descriptions of formats call the types: U2 is an unsigned number of two bytes, F4 a
/// floating-point number of four. Damaged files are normal, so a read never throws: a format asks <see cref="Has"/> where it must know. A length or
/// count that a file states is checked against what is there before anything is reserved for it.
/// </remarks>
/// <param name="bytes">The bytes.</param>
public readonly ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Gets the number of bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>Tells whether a stretch lies within the bytes.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="count">How long it is.</param>
    /// <returns>True where every byte is there.</returns>
    public bool Has(long at, long count) => at >= 0 && count >= 0 && at <= bytes.Length - count;

    /// <summary>Takes a stretch.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="count">How long it is.</param>
    /// <returns>The stretch, cut at the end of the bytes.</returns>
    public ReadOnlySpan<byte> Slice(long at, long count)
    {
        long begin = Math.Clamp(at, 0, bytes.Length);
        return bytes.Slice((int)begin, (int)Math.Clamp(count, 0, bytes.Length - begin));
    }

    /// <summary>Reads a byte.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public byte U1(long at) => Has(at, 1) ? bytes[(int)at] : (byte)0;

    /// <summary>Reads an unsigned 16-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public ushort U2(long at) => Has(at, 2) ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at..]) : (ushort)0;

    /// <summary>Reads a signed 16-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public short I2(long at) => (short)U2(at);

    /// <summary>Reads an unsigned 32-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public uint U4(long at) => Has(at, 4) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : 0u;

    /// <summary>Reads a signed 32-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public int I4(long at) => (int)U4(at);

    /// <summary>Reads an unsigned 64-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public ulong U8(long at) => Has(at, 8) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)at..]) : 0ul;

    /// <summary>Reads a signed 64-bit number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public long I8(long at) => (long)U8(at);

    /// <summary>Reads a 32-bit floating-point number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public float F4(long at) => BitConverter.UInt32BitsToSingle(U4(at));

    /// <summary>Reads a 64-bit floating-point number.</summary>
    /// <param name="at">Where.</param>
    /// <returns>The number; 0 beyond the end.</returns>
    public double F8(long at) => BitConverter.UInt64BitsToDouble(U8(at));

    /// <summary>Reads text up to a zero byte or a length.</summary>
    /// <param name="at">Where.</param>
    /// <param name="longest">Most bytes to take.</param>
    /// <param name="encoding">How it is written.</param>
    /// <returns>The text without trailing blanks.</returns>
    public string Text(long at, int longest, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ReadOnlySpan<byte> stretch = Slice(at, longest);
        int end = stretch.IndexOf((byte)0);
        return encoding.GetString(end < 0 ? stretch : stretch[..end]).TrimEnd();
    }

    /// <summary>Reads text that a byte with its length precedes.</summary>
    /// <param name="at">Where the length stands.</param>
    /// <param name="encoding">How it is written.</param>
    /// <returns>The text.</returns>
    public string PascalText(long at, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return encoding.GetString(Slice(at + 1, U1(at)));
    }
}
