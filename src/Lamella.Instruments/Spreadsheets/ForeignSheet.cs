using System.Globalization;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Spreadsheets;

/// <summary>Says what stands in a spreadsheet that no format recognises.</summary>
internal static class ForeignSheet
{
    private const int RowsToLookAt = 3, MostCells = 4, LongestCell = 24;

    /// <summary>Describes a spreadsheet.</summary>
    /// <param name="content">The file.</param>
    /// <returns>What it looks like; null where the file is no spreadsheet with a sheet.</returns>
    /// <exception cref="Core.Errors.InputException">The spreadsheet passes a limit; the message names it.</exception>
    internal static string? Describe(FileContent content)
    {
        if (Workbook.TryOpen(content) is not { Sheets: [(var name, ZipMember member), ..] } workbook)
        {
            return null;
        }

        if (workbook.HasLostItsTexts && workbook.Sheets.All(sheet => workbook.Read(sheet.Member, 1, CancellationToken.None).Header.All(IsLost)))
        {
            return "a spreadsheet that was cut before its texts, so that the names of its columns are gone (copy it again)";
        }

        Sheet first = workbook.Read(member, RowsToLookAt, CancellationToken.None);
        string cells = string.Join(", ", first.Header.Where(cell => !string.IsNullOrEmpty(cell)).Take(MostCells)
            .Select(cell => $"'{(cell.Length > LongestCell ? cell[..LongestCell] + "..." : cell)}'"));
        string merged = workbook.Read(member, int.MaxValue, CancellationToken.None).Merged is [var range, ..] ? $", with merged cells {range}" : string.Empty;
        string sheets = workbook.Sheets.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"{workbook.Sheets.Length} sheets, the first of them") : "the sheet";
        return $"a spreadsheet with {sheets} '{name}'; its first row ({cells}{merged}) is no header of Arbin or LANDT, which has one name above each column (take titles and merged cells out)";
    }

    private static bool IsLost(string? cell) => cell is null || cell.StartsWith(SheetCells.LostText, StringComparison.Ordinal);
}
