using System.Text;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>Finds the encoding of a text file from its bytes.</summary>
/// <remarks>
/// The order of the tests: byte-order mark; UTF-16 without mark (zero bytes at every other place); valid UTF-8; the GBK of
/// Chinese programs (only pairs that GBK has, most of them in the plane of GB2312); otherwise Windows-1252, which every byte fits.
/// </remarks>
public static class TextDecoder
{
    private const int Windows1252 = 1252, Gbk = 936;

    /// <summary>Gets the encoding Windows-1252, of which Latin-1 is the printable part.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!;

    /// <summary>Gets the encoding GBK, of which GB2312 is a part.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding(Gbk)!;

    /// <summary>Decides how bytes are encoded.</summary>
    /// <param name="bytes">The file, or a good part of it from its beginning.</param>
    /// <returns>The encoding, the length of its byte-order mark, and the decision for the user.</returns>
    public static (Encoding Encoding, int Preamble, Decision Decision) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
        {
            return (Encoding.UTF8, 3, Decide("UTF-8", "byte-order mark"));
        }

        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE }))
        {
            return (Encoding.Unicode, 2, Decide("UTF-16LE", "byte-order mark"));
        }

        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            return (Encoding.BigEndianUnicode, 2, Decide("UTF-16BE", "byte-order mark"));
        }

        if (LooksLikeUtf16(bytes, zeroAt: 1))
        {
            return (Encoding.Unicode, 0, Decide("UTF-16LE", "every other byte is zero"));
        }

        if (LooksLikeUtf16(bytes, zeroAt: 0))
        {
            return (Encoding.BigEndianUnicode, 0, Decide("UTF-16BE", "every other byte is zero, from the first on"));
        }

        if (System.Text.Ascii.IsValid(bytes))
        {
            return (Encoding.UTF8, 0, Decide("ASCII", "no byte above 127"));
        }

        if (System.Text.Unicode.Utf8.IsValid(WholeCharacters(bytes)))
        {
            return (Encoding.UTF8, 0, Decide("UTF-8", "every byte above 127 is part of a UTF-8 character"));
        }

        return GbkEvidence(bytes) is { } evidence
            ? (Chinese, 0, Decide("GBK", evidence))
            : (Western, 0, Decide("Windows-1252", "bytes above 127 that are neither UTF-8 nor GBK"));
    }

    /// <summary>Decodes the beginning of a file of any kind.</summary>
    /// <param name="bytes">The first bytes.</param>
    /// <param name="stated">The encoding that the user states; null to find it from the bytes.</param>
    /// <returns>The text; empty where the bytes are no text.</returns>
    public static string DecodeHead(ReadOnlySpan<byte> bytes, Encoding? stated = null)
    {
        (Encoding encoding, int preamble, _) = Detect(bytes);
        encoding = stated ?? encoding;
        bool isWide = encoding.GetByteCount("a") > 1;
        return !isWide && bytes.Contains((byte)0) ? string.Empty : encoding.GetString(bytes[preamble..]);
    }

    /// <summary>Splits text at LF, CR LF, CR CR LF, and at CR where there is no LF.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The lines without their ends.</returns>
    public static IEnumerable<string> SplitLines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? [] : text.Split(text.Contains('\n') ? '\n' : '\r').Select(line => line.TrimEnd('\r'));
    }

    private static Decision Decide(string choice, string evidence) => new(DecisionKind.Encoding, "text", choice, evidence);

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, int zeroAt)
    {
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length & ~1, 512)];
        int zeros = 0;
        for (int i = 0; i < sample.Length; i += 2)
        {
            zeros += sample[i + zeroAt] == 0 && sample[i + 1 - zeroAt] != 0 ? 1 : 0;
        }

        return sample.Length >= 8 && zeros * 10 > sample.Length / 2 * 9;
    }

    /// <summary>Cuts a UTF-8 character off that the end of the sample splits.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.Length;
        for (int back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            byte last = bytes[^back];
            if (last >= 0xC0)
            {
                int needed = last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : 2;
                end = needed > back ? bytes.Length - back : end;
                break;
            }

            if (last < 0x80)
            {
                break;
            }
        }

        return bytes[..end];
    }

    private static string? GbkEvidence(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, common = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (i + 1 == bytes.Length)
            {
                break;
            }

            byte lead = bytes[i], trail = bytes[++i];
            if (lead is 0x80 or 0xFF || trail is < 0x40 or 0x7F or 0xFF)
            {
                return null;
            }

            pairs++;
            common += lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7) && trail >= 0xA1 ? 1 : 0;
        }

        return pairs > 0 && common * 10 >= pairs * 9
            ? FormattableString.Invariant($"{common} of {pairs} byte pairs are characters of GB2312") : null;
    }
}
