using System.Buffers.Binary;
using System.Text;

namespace Lamella.Instruments.Formats.ZahnerIsm;

/// <summary>Reads the numbers and strings of Thales files: big-endian, and strings with upper and lower case swapped.</summary>
/// <param name="bytes">The file.</param>
internal readonly ref struct ThalesBytes(ReadOnlySpan<byte> bytes)
{
    private const int LongestText = 4096;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Gets the number of bytes.</summary>
    internal int Length => bytes.Length;

    /// <summary>Reads a 48-bit number; null beyond the end.</summary>
    internal long? Int48(long at) => Has(at, 6)
        ? ((long)BinaryPrimitives.ReadInt16BigEndian(bytes[(int)at..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)(at + 2)..]) : null;

    /// <summary>Reads a 16-bit number; null beyond the end.</summary>
    internal short? Int16(long at) => Has(at, 2) ? BinaryPrimitives.ReadInt16BigEndian(bytes[(int)at..]) : null;

    /// <summary>Reads as many doubles as are there, at most some.</summary>
    internal double[] Doubles(long at, long count, int stride = 8)
    {
        long there = at > bytes.Length - 8 ? 0 : 1 + ((bytes.Length - 8 - at) / stride);
        double[] values = new double[Math.Min(count, there)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadDoubleBigEndian(bytes[(int)(at + ((long)i * stride))..]);
        }

        return values;
    }

    /// <summary>Reads as many 16-bit numbers as are there, at most some.</summary>
    internal short[] Shorts(long at, long count)
    {
        long there = at > bytes.Length ? 0 : (bytes.Length - at) / 2;
        short[] values = new short[Math.Min(count, there)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadInt16BigEndian(bytes[(int)(at + (2L * i))..]);
        }

        return values;
    }

    /// <summary>Reads a string with its length before it; null where it is not whole or its length is absurd.</summary>
    /// <param name="at">Where the length stands; moved behind the string.</param>
    internal string? Text(ref long at)
    {
        if (Int16(at) is not { } length || length < 0 || length > LongestText || !Has(at + 2, length))
        {
            return null;
        }

        var text = new StringBuilder(length);
        foreach (char letter in Encoding.Latin1.GetString(bytes.Slice((int)at + 2, length)))
        {
            text.Append(char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : letter);
        }

        at += 2 + length;
        return text.ToString();
    }

    private bool Has(long at, int count) => at >= 0 && at <= bytes.Length - count;
}
