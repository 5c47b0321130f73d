using System.Globalization;
using System.Text;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>Splits XML into tags and texts while it is unpacked; a buffer of a few pieces is all that is in memory.</summary>
/// <remarks>
/// Made for the sheets of spreadsheets: UTF-8, no document type. A document type is refused, since its entities could expand
/// without bound; the five entities of XML and numbered characters are decoded.
/// </remarks>
internal ref struct XmlPieces
{
    private const int FirstLength = 256 * 1024, LargestPiece = 16 * 1024 * 1024;

    private readonly FileContent content;
    private readonly BoundedStream source;
    private readonly string name;
    private byte[] buffer = new byte[FirstLength];
    private int begin, end;
    private bool isDone;

    internal XmlPieces(FileContent content, BoundedStream source, string name) => (this.content, this.source, this.name) = (content, source, name);

    /// <summary>Gets the text before the tag, still with entities.</summary>
    internal ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>Gets the tag without its angle brackets: <c>c r="A1"</c>, <c>/c</c>, <c>v/</c>.</summary>
    internal ReadOnlySpan<byte> Tag { get; private set; }

    /// <summary>Gets how many bytes were unpacked.</summary>
    internal long BytesRead { get; private set; }

    /// <summary>Goes to the next tag.</summary>
    /// <returns>False at the end, or where the rest is no whole tag.</returns>
    /// <exception cref="Core.Errors.InputException">There is a document type, or a piece passes the limit.</exception>
    internal bool MoveNext()
    {
        while (true)
        {
            if (Find('<', 0) is not (>= 0 and var open) || FindEnd(open) is not (> 0 and var close))
            {
                return false;
            }

            ReadOnlySpan<byte> piece = buffer.AsSpan(begin, close + 1);
            Text = piece[..open];
            Tag = piece[(open + 1)..close];
            begin += close + 1;
            if (Tag.StartsWith("!DOCTYPE"u8))
            {
                throw content.Error(
                    $"holds a document type in '{name}', whose entities could expand without bound.", "0 document types (limit 'entity expansion')",
                    "No spreadsheet program writes this; save the file again with one.");
            }

            if (!Tag.IsEmpty && Tag[0] is not ((byte)'?' or (byte)'!'))
            {
                return true;
            }
        }
    }

    /// <summary>Decodes a text.</summary>
    /// <param name="text">UTF-8 with entities.</param>
    /// <returns>The text.</returns>
    internal static string Decode(ReadOnlySpan<byte> text)
    {
        string decoded = Encoding.UTF8.GetString(text);
        if (!decoded.Contains('&', StringComparison.Ordinal))
        {
            return decoded;
        }

        var result = new StringBuilder(decoded.Length);
        for (int at = 0; at < decoded.Length; at++)
        {
            int stop = decoded[at] == '&' ? decoded.IndexOf(';', at) : -1;
            if (stop < 0 || stop - at > 10)
            {
                result.Append(decoded[at]);
                continue;
            }

            result.Append(Entity(decoded[(at + 1)..stop]) ?? decoded[at..(stop + 1)]);
            at = stop;
        }

        return result.ToString();
    }

    /// <summary>Finds the value of an attribute in a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="attribute">The name with a blank before it and <c>="</c> behind: <c>" r=\""</c>.</param>
    /// <returns>The value with entities; empty where the tag has no such attribute.</returns>
    internal static ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> attribute)
    {
        int at = tag.IndexOf(attribute);
        ReadOnlySpan<byte> rest = at < 0 ? default : tag[(at + attribute.Length)..];
        int stop = rest.IndexOf((byte)'"');
        return stop < 0 ? default : rest[..stop];
    }

    /// <summary>Takes the name of a tag, without prefix.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The local name; a closing tag keeps its slash.</returns>
    internal static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> tag)
    {
        int stop = tag.IndexOfAny(" /\t\r\n"u8);
        bool closes = tag[0] == '/';
        ReadOnlySpan<byte> full = closes ? tag[1..].TrimEnd(" \t\r\n"u8) : stop < 0 ? tag : tag[..stop];
        int colon = full.IndexOf((byte)':');
        return colon < 0 ? full : full[(colon + 1)..];
    }

    private static string? Entity(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ when name.StartsWith("#x", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) => new Rune(code).ToString(),
        _ when name.StartsWith('#')
            && int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) => new Rune(code).ToString(),
        _ => null,
    };

    /// <summary>Finds the end of a tag: the next bracket that is not within quotes; of a comment or CDATA its own end.</summary>
    private int FindEnd(int open)
    {
        int at = open;
        while (true)
        {
            int close = Find('>', at);
            if (close < 0)
            {
                return -1;
            }

            ReadOnlySpan<byte> tag = buffer.AsSpan(begin + open, close - open + 1);
            bool isComment = tag.StartsWith("<!--"u8), isQuoted = !isComment && (tag.Count((byte)'"') & 1) != 0;
            if (!isQuoted && (!isComment || (tag.Length >= 7 && tag.EndsWith("-->"u8))))
            {
                return close;
            }

            at = close + 1;
        }
    }

    /// <summary>Finds a byte from a place behind the beginning on, unpacking more where needed.</summary>
    private int Find(char wanted, int from)
    {
        while (true)
        {
            int searched = Math.Min(from, end - begin), found = buffer.AsSpan(begin + searched, end - begin - searched).IndexOf((byte)wanted);
            if (found >= 0)
            {
                return searched + found;
            }

            from = end - begin;
            if (!Fill())
            {
                return -1;
            }
        }
    }

    private bool Fill()
    {
        if (isDone)
        {
            return false;
        }

        if (begin > 0)
        {
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            (begin, end) = (0, end - begin);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= LargestPiece)
            {
                throw content.Error(
                    $"has a cell in '{name}' that does not end.", FormattableString.Invariant($"at most {LargestPiece} bytes (limit 'largest cell')"),
                    "The file is damaged; save it again with a spreadsheet program.");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        int read = source.Read(buffer.AsSpan(end));
        (end, isDone) = (end + read, read == 0);
        BytesRead += read;
        return read > 0;
    }
}
