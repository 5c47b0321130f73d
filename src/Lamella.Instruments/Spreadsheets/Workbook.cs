using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>A spreadsheet <c>.xlsx</c>: its sheets by name, read one at a time and row by row.</summary>
internal sealed class Workbook
{
    private const string Main = "xl/workbook.xml", Relations = "xl/_rels/workbook.xml.rels", Strings = "xl/sharedStrings.xml";
    private const int LargestIndex = 16 * 1024 * 1024; // of the workbook itself, a list of sheets [bytes]

    private readonly FileContent content;
    private readonly ZipArchiveReader archive;
    private readonly Lazy<(ImmutableArray<string> Texts, bool AreWhole)> shared;

    private Workbook(FileContent content, ZipArchiveReader archive, ImmutableArray<(string Name, ZipMember Member)> sheets, bool from1904)
    {
        (this.content, this.archive, Sheets, StartsIn1904) = (content, archive, sheets, from1904);
        shared = new(ReadStrings);
    }

    /// <summary>Gets the sheets in the order of the workbook.</summary>
    internal ImmutableArray<(string Name, ZipMember Member)> Sheets { get; }

    /// <summary>Gets whether days are counted from 1904-01-01 and not from 1899-12-30.</summary>
    internal bool StartsIn1904 { get; }

    /// <summary>Gets whether the directory of the archive is gone.</summary>
    internal bool IsCut => archive.IsRecovered;

    /// <summary>Gets whether the archive was cut before its table of texts, so that names of columns and all other texts are gone.</summary>
    internal bool HasLostItsTexts => IsCut && !shared.Value.AreWhole;

    /// <summary>Opens a workbook.</summary>
    /// <param name="content">Any file.</param>
    /// <returns>The workbook; null where the file is none.</returns>
    /// <exception cref="InputException">A member passes a limit.</exception>
    internal static Workbook? TryOpen(FileContent content)
    {
        if (content.Zip is not { } archive || !archive.Members.Any(member => member.Name.StartsWith("xl/", StringComparison.Ordinal)))
        {
            return null;
        }

        XElement? main = Parse(archive, Main), relations = Parse(archive, Relations);
        var targets = (relations?.Elements() ?? []).Where(relation => relation.Attribute("Id") is not null)
            .GroupBy(relation => relation.Attribute("Id")!.Value).ToDictionary(group => group.Key, group => Target(group.First().Attribute("Target")?.Value));
        var named = (main?.Descendants() ?? []).Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => (Name: sheet.Attribute("name")?.Value ?? string.Empty,
                Member: archive.Find(targets.GetValueOrDefault(
                    sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value ?? string.Empty) ?? string.Empty)))
            .Where(sheet => sheet.Member is not null).Select(sheet => (sheet.Name, sheet.Member!)).ToImmutableArray();

        // A cut archive may lack the list of sheets: those that are there are then called by their file.
        var sheets = named.Length > 0 ? named : [.. archive.Members
            .Where(member => member.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal) && member.Name.EndsWith(".xml", StringComparison.Ordinal))
            .Select(member => (System.IO.Path.GetFileNameWithoutExtension(member.Name), member))];
        bool from1904 = main?.Descendants().Any(element => element.Name.LocalName == "workbookPr" && element.Attribute("date1904")?.Value is "1" or "true") ?? false;
        return new Workbook(content, archive, sheets, from1904);
    }

    /// <summary>Reads rows of a sheet.</summary>
    /// <param name="member">The sheet.</param>
    /// <param name="mostRows">Number of rows to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InputException">The sheet passes a limit.</exception>
    internal Sheet Read(ZipMember member, int mostRows, CancellationToken cancellationToken)
    {
        var sheet = new Sheet(content);
        Continue(sheet, member, cancellationToken, mostRows);
        return sheet;
    }

    /// <summary>Reads the rows of a sheet that continues another one.</summary>
    /// <param name="sheet">Receives the rows.</param>
    /// <param name="member">The sheet that goes on.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="mostRows">Number of rows to read.</param>
    /// <exception cref="InputException">The sheet passes a limit.</exception>
    internal void Continue(Sheet sheet, ZipMember member, CancellationToken cancellationToken, int mostRows = int.MaxValue)
    {
        using BoundedStream source = archive.Open(member);
        sheet.Read(new SheetCells(content, source, member.Name, shared.Value.Texts), mostRows, cancellationToken);
    }

    private static string Target(string? target) => target is null ? string.Empty
        : target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static XElement? Parse(ZipArchiveReader archive, string name)
    {
        if (archive.Find(name) is not { } member || member.Length > LargestIndex || archive.Read(member) is not { } unpacked
            || unpacked.Bytes.Length > LargestIndex)
        {
            return null;
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(unpacked.Bytes), settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private (ImmutableArray<string> Texts, bool AreWhole) ReadStrings()
    {
        if (archive.Find(Strings) is not { } member)
        {
            return ([], false);
        }

        using BoundedStream source = archive.Open(member);
        var pieces = new XmlPieces(content, source, member.Name);
        var strings = ImmutableArray.CreateBuilder<string>();
        string text = string.Empty;
        int depth = 0;
        bool areWhole = false;
        while (pieces.MoveNext())
        {
            ReadOnlySpan<byte> tag = pieces.Tag, name = XmlPieces.LocalName(tag);
            bool closes = tag[0] == '/';
            depth += name.SequenceEqual("rPh"u8) ? (closes ? -1 : 1) : 0;
            areWhole |= closes && name.SequenceEqual("sst"u8);
            if (closes && depth == 0 && name.SequenceEqual("t"u8))
            {
                text += XmlPieces.Decode(pieces.Text);
            }
            else if (name.SequenceEqual("si"u8) && (closes || tag[^1] == '/'))
            {
                strings.Add(text);
                text = string.Empty;
            }
        }

        return (strings.ToImmutable(), areWhole);
    }
}
