using System.Text;
using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Jet;

/// <summary>Reads texts, short and long.</summary>
internal static class JetText
{
    private const uint LengthMask = 0x3FFFFFFF, Inline = 0x80000000, OnePage = 0x40000000;
    private const int LongHeader = 12, LongestText = 65_536;

    /// <summary>Reads a value of variable length.</summary>
    /// <param name="database">Where long values lie.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">What stands in the row.</param>
    /// <returns>The text; bytes as hexadecimal digits.</returns>
    internal static string Read(JetDatabase database, JetColumn column, ReadOnlySpan<byte> value) => column.Type switch
    {
        _ when value.IsEmpty => string.Empty,
        JetType.Text => Decode(value),
        JetType.Memo => Decode(Whole(database, value)),
        JetType.LongBinary => Convert.ToHexStringLower(Whole(database, value)),
        JetType.Guid when value.Length == 16 => new Guid(value).ToString(),
        _ => Convert.ToHexStringLower(value),
    };

    /// <summary>Puts a long value together: in the row itself, in one row elsewhere, or in a chain of rows.</summary>
    private static byte[] Whole(JetDatabase database, ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        uint head = reader.U4(0), pointer = reader.U4(4);
        if ((head & Inline) != 0)
        {
            return value[Math.Min(LongHeader, value.Length)..].ToArray();
        }

        if ((head & OnePage) != 0)
        {
            return database.Row(pointer).ToArray();
        }

        var whole = new List<byte>();
        var seen = new HashSet<uint>();
        while (pointer != 0 && whole.Count < Math.Min(head & LengthMask, LongestText) && seen.Add(pointer))
        {
            ReadOnlySpan<byte> part = database.Row(pointer);
            pointer = new ByteReader(part).U4(0);
            whole.AddRange(part.Length > 4 ? part[4..] : default);
        }

        return [.. whole];
    }

    /// <summary>Decodes UTF-16, or the packed form: after FF FE a byte per character, a zero byte changing the form.</summary>
    private static string Decode(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2 || value[0] != 0xFF || value[1] != 0xFE)
        {
            return Encoding.Unicode.GetString(value[..(value.Length & ~1)]);
        }

        var text = new StringBuilder(value.Length);
        bool isPacked = true;
        for (int at = 2; at < value.Length;)
        {
            if (value[at] == 0 && (isPacked || at + 1 >= value.Length))
            {
                isPacked = false;
                at++;
            }
            else if (isPacked)
            {
                text.Append((char)value[at++]);
            }
            else
            {
                // A zero byte where a character would begin goes back to the packed form.
                text.Append((char)(value[at] | (at + 1 < value.Length ? value[at + 1] << 8 : 0)));
                at += 2;
                isPacked = at < value.Length && value[at] == 0;
                at += isPacked ? 1 : 0;
            }
        }

        return text.ToString();
    }
}
