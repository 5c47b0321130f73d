using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Reads the XML members: test, program and versions.</summary>
internal static partial class TestDocuments
{
    private const int MostSettings = 20_000;

    /// <summary>Reads a document; the declared encoding need not be true.</summary>
    /// <param name="bytes">The member.</param>
    /// <returns>The root; null where the text is no XML that can be read.</returns>
    internal static XElement? Parse(byte[] bytes)
    {
        // Entities are not expanded: a document that defines them is not read (XmlException).
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        try
        {
            using var reader = XmlReader.Create(new StringReader(Decode(bytes)), settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Adds every attribute and text of a document as a setting.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="bytes">The member.</param>
    /// <param name="draft">Receives settings and warnings.</param>
    internal static void AddSettings(string name, byte[] bytes, RecordingDraft draft)
    {
        string section = Path.GetFileNameWithoutExtension(name);
        if (Parse(bytes) is not { } root)
        {
            draft.Warn($"'{name}' is no XML that can be read; its text is kept whole.");
            draft.Set(section, name, Decode(bytes));
            return;
        }

        int left = MostSettings;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            string path = string.Join('/', element.AncestorsAndSelf().Reverse().Skip(1).Select(part => part.Name.LocalName));
            foreach (XAttribute attribute in element.Attributes().Take(Math.Max(0, left)))
            {
                draft.Set(section, path.Length > 0 ? $"{path}/{attribute.Name.LocalName}" : attribute.Name.LocalName, attribute.Value);
                left--;
            }
        }

        if (left <= 0)
        {
            draft.Warn(string.Create(CultureInfo.InvariantCulture, $"'{name}' has more than {MostSettings} settings; the others were left out."));
        }
    }

    private static string Decode(byte[] bytes)
    {
        string head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200));
        bool isChinese = Declaration().Match(head).Groups[1].Value.ToUpperInvariant() is "GB2312" or "GBK" or "GB18030";
        bool isWide = bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE });
        Encoding encoding = isWide ? Encoding.Unicode
            : isChinese && !System.Text.Unicode.Utf8.IsValid(bytes) ? TextDecoder.Chinese : Encoding.UTF8;
        return encoding.GetString(bytes).TrimStart('\uFEFF').TrimEnd('\0');
    }

    [GeneratedRegex("encoding=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
