using System.Text;

namespace Lamella.Instruments.Text;

/// <summary>Makes strings of cells.</summary>
internal static class CellText
{
    /// <summary>Decodes a cell: blanks around it are taken off, doubled quotes made single.</summary>
    internal static string Of(ReadOnlySpan<byte> cell)
    {
        string text = Encoding.UTF8.GetString(cell.Trim(" \t"u8));
        return text.Contains("\"\"", StringComparison.Ordinal) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
