using System.Globalization;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.GamryDta;

/// <summary>Reads the settings of a Gamry file, line by line.</summary>
internal sealed class GamrySettings(RecordingDraft draft)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Finds the first value of a setting.</summary>
    internal string? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>Finds the value of a setting as a number, whatever its decimal mark.</summary>
    internal double? Number(string name) => Value(name) is { } text
        && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>Reads the setting on a line.</summary>
    /// <returns>The line after it; notes take several.</returns>
    internal int Read(TextContent text, int line, string[] cells)
    {
        if (cells.Length == 1)
        {
            Keep(string.Empty, cells[0], string.Empty);
            return line + 1;
        }

        string[] rest = cells[1..];
        if (cells[0] == "TAG" || rest.Length == 1)
        {
            Keep(string.Empty, cells[0], rest[0]);
            return line + 1;
        }

        // NAME TYPE value... label: the type goes before the label, the & of the label marks a key on the keyboard.
        int labels = rest[0] == "TWOPARAM" ? 3 : 1;
        string[] body = rest.Length > 1 + labels ? rest[1..^labels] : rest[1..];
        string label = rest.Length > 1 + labels ? string.Join(", ", rest[^labels..]).Replace("&", string.Empty, StringComparison.Ordinal) : string.Empty;
        string section = label.Length > 0 ? $"{rest[0]} {label}" : rest[0];
        if (rest[0] != "NOTES")
        {
            Keep(section, cells[0], string.Join('\t', body));
            return line + 1;
        }

        int.TryParse(body.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out int stated);
        int end = line + 1;
        while (end < text.LineCount && end - line - 1 < stated && (text.Bytes(end).IsEmpty || text.Bytes(end)[0] is (byte)'\t' or (byte)' '))
        {
            end++;
        }

        Keep(section, cells[0], string.Join('\n', Enumerable.Range(line + 1, end - line - 1).Select(note => text.Line(note).TrimStart('\t'))));
        return end;
    }

    private void Keep(string section, string name, string value)
    {
        if (name.Length > 0 || value.Length > 0)
        {
            draft.Set(section, name, value);
            values.TryAdd(name, value.Split('\t')[0]);
        }
    }
}
