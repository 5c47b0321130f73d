using System.IO.Compression;
using System.Text;

namespace Lamella.Instruments.Tests.Written;

/// <summary>Writes small spreadsheets by hand.</summary>
internal static class WrittenWorkbook
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Makes a workbook of one sheet; cells that are numbers are stored as numbers.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="rows">The rows, cells separated by tabs.</param>
    /// <param name="merged">A range of merged cells; null for none.</param>
    /// <param name="prologue">What stands before the sheet's first element.</param>
    internal static byte[] Bytes(string name, string[] rows, string? merged = null, string prologue = "")
    {
        var sheet = new StringBuilder($"<?xml version=\"1.0\"?>{prologue}<worksheet xmlns=\"{Spreadsheet}\"><sheetData>");
        for (int row = 0; row < rows.Length; row++)
        {
            sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            string[] cells = rows[row].Split('\t');
            for (int i = 0; i < cells.Length; i++)
            {
                string place = FormattableString.Invariant($"{(char)('A' + i)}{row + 1}");
                bool isNumber = double.TryParse(cells[i], System.Globalization.CultureInfo.InvariantCulture, out _);
                sheet.Append(isNumber ? $"<c r=\"{place}\"><v>{cells[i]}</v></c>" : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{cells[i].Replace("&", "&amp;", StringComparison.Ordinal)}</t></is></c>");
            }

            sheet.Append("</row>");
        }

        sheet.Append("</sheetData>").Append(merged is null ? string.Empty : $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>").Append("</worksheet>");
        return Archive(
            ("xl/workbook.xml", $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relation}\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", sheet.ToString()));
    }

    /// <summary>Packs members.</summary>
    internal static byte[] Archive(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
