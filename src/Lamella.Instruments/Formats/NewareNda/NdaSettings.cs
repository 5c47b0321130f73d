using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Reads what stands before and behind the records: known fields by name, every other text by its place.</summary>
internal static class NdaSettings
{
    private const int ShortestText = 5, ShortestOpenText = 12, MostTexts = 500;
    private const int DateAt = 6, DateLength = 8, MassAt = 152, RemarksAt = 2317, RemarksLength = 100;
    private const double CountsPerMilligram = 1000.0;

    /// <summary>Adds the settings.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="version">Version of the format.</param>
    /// <param name="begin">Where the records begin [bytes].</param>
    /// <param name="end">Where they end [bytes].</param>
    /// <param name="draft">Receives the settings.</param>
    internal static void Add(ReadOnlySpan<byte> bytes, int version, int begin, int end, RecordingDraft draft)
    {
        var reader = new ByteReader(bytes);
        draft.Set("header", "File date", reader.Text(DateAt, DateLength, TextDecoder.Western));
        if (version == 29)
        {
            double mass = reader.U4(MassAt) / CountsPerMilligram;
            draft.Set("header", "Active mass", string.Create(CultureInfo.InvariantCulture, $"{mass} mg"));
            string remarks = reader.Text(RemarksAt, RemarksLength, TextDecoder.Chinese);
            if (remarks.Length > 0)
            {
                draft.Set("header", "Remarks", remarks);
            }
        }

        AddTexts(bytes, DateAt + DateLength + 1, begin, "header", draft);
        AddTexts(bytes, end, bytes.Length, "footer", draft);
    }

    /// <summary>Adds every run of printable characters that a zero byte ends, and long ones without it.</summary>
    private static void AddTexts(ReadOnlySpan<byte> bytes, int from, int to, string section, RecordingDraft draft)
    {
        int begin = from, count = 0;
        for (int at = from; at < to && count < MostTexts; at++)
        {
            bool isPrintable = bytes[at] is >= 0x20 and < 0x7F or (byte)'\r' or (byte)'\n' or (byte)'\t';
            if (isPrintable)
            {
                continue;
            }

            if (at - begin >= (bytes[at] == 0 ? ShortestText : ShortestOpenText))
            {
                string text = TextDecoder.Western.GetString(bytes[begin..at]).Trim();
                draft.Set(section, Name(text, begin), text);
                count++;
            }

            begin = at + 1;
        }
    }

    private static string Name(string text, int at) =>
        text.StartsWith("BTSServer", StringComparison.Ordinal) ? "Server"
        : text.StartsWith("BTS", StringComparison.Ordinal) ? "Software"
        : text.Length > 12 && text.Count(character => character == '.') >= 4 && char.IsAsciiDigit(text[0]) ? "Software"
        : FormattableString.Invariant($"@0x{at:X}");
}
