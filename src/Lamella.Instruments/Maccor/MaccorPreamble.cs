using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Maccor;

/// <summary>Reads the lines before the headings: several names and values in a line, in the variants of the years.</summary>
internal static class MaccorPreamble
{
    private static readonly string[] Names =
    [
        "Today's Date", "Today''s Date", "Date of Test", "Filename", "Procedure", "Comment/Barcode", "Tester Channel", "Description", "Tester", "Channel",
    ];

    /// <summary>Adds the settings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The line of headings.</param>
    /// <param name="draft">Receives settings.</param>
    internal static void Read(TextContent text, int end, RecordingDraft draft)
    {
        for (int line = 0; line < end; line++)
        {
            string written = text.Line(line).TrimStart('\uFEFF');
            if (written.Trim().Length > 0)
            {
                Read(written, draft);
            }
        }
    }

    private static void Read(string line, RecordingDraft draft)
    {
        var found = Names.Select(name => (Name: name, At: Find(line, name))).Where(entry => entry.At >= 0).OrderBy(entry => entry.At).ToList();
        if (found.Count == 0)
        {
            string[] cells = line.Split(['\t', ','], 2);
            draft.Set(string.Empty, cells[0].Trim().TrimEnd(':'), cells.Length > 1 ? cells[1].Trim() : string.Empty);
            return;
        }

        for (int i = 0; i < found.Count; i++)
        {
            int begin = found[i].At + found[i].Name.Length, end = i + 1 < found.Count ? found[i + 1].At : line.Length;
            if (begin <= end)
            {
                draft.Set(string.Empty, found[i].Name.Replace("''", "'", StringComparison.Ordinal), line[begin..end].Trim(' ', ':', '\t', ','));
            }
        }
    }

    /// <summary>Finds a name where a line or a cell begins, or behind a blank.</summary>
    private static int Find(string line, string name)
    {
        int at = line.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        bool begins = at == 0 || (at > 0 && line[at - 1] is ' ' or '\t' or ',');
        int behind = at + name.Length;
        bool ends = at >= 0 && (behind >= line.Length || line[behind] is ':' or ' ' or '\t' or ',');
        return begins && ends ? at : -1;
    }
}
