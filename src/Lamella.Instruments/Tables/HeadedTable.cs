using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Tables;

/// <summary>Reads a delimited table below a line of headings, and says what was decided and what is missing.</summary>
/// <param name="Text">The text.</param>
/// <param name="Draft">Where decisions, warnings and shortfalls go.</param>
/// <param name="Options">What the user overrides.</param>
/// <param name="FileLength">Length of the file [bytes], for shortfalls.</param>
internal sealed record HeadedTable(TextContent Text, RecordingDraft Draft, ImportOptions Options, long FileLength)
{
    private static readonly char[] Delimiters = ['\t', ';', ',', '|'];

    /// <summary>Decodes a file and begins its recording.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="format">Registered name of the format.</param>
    /// <param name="instrument">The instrument or its software.</param>
    /// <returns>The reader of its tables.</returns>
    internal static HeadedTable Begin(FileContent content, ImportOptions options, string format, string instrument)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, format) { Instrument = instrument };
        TextContent text = TextContent.Decode(content, options);
        NoteText(draft, text);
        return new HeadedTable(text, draft, options, content.Length);
    }

    /// <summary>Notes how a text is encoded, and whether it may be cut.</summary>
    /// <param name="draft">Where the notes go.</param>
    /// <param name="text">The text.</param>
    internal static void NoteText(RecordingDraft draft, TextContent text)
    {
        draft.Decide(text.Encoding);
        TextTable.NoteEnd(text, draft);
    }

    /// <summary>Takes a heading apart whose names may hold single blanks, where blanks separate.</summary>
    /// <param name="heading">The line of headings, without quotes.</param>
    /// <param name="count">How many cells a record has.</param>
    /// <returns>The names: cut at every blank where that gives the count, else at two blanks or a tab.</returns>
    internal static string[] BlankCells(string heading, int count)
    {
        string[] words = heading.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == count ? words
            : [.. heading.Split(["  ", "\t"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Finds what separates the cells of a heading.</summary>
    /// <param name="heading">The line of headings.</param>
    /// <returns>The separator; a blank where it has none of the usual ones.</returns>
    internal static char DelimiterOf(string heading)
    {
        // A heading may hold commas within names ("DC=1, TM=2"): the rarer separators are asked first.
        foreach (char delimiter in Delimiters)
        {
            if (heading.Contains(delimiter))
            {
                return delimiter;
            }
        }

        return ' ';
    }

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">The separator.</param>
    /// <returns>The cells without quotes and blanks around them.</returns>
    internal static string[] Cells(string line, char delimiter)
    {
        var cells = new List<string>();
        var splitter = new CellSplitter(Encoding.UTF8.GetBytes(line), delimiter);
        while (splitter.MoveNext())
        {
            cells.Add(Encoding.UTF8.GetString(splitter.Current).Trim());
        }

        return [.. cells];
    }

    /// <summary>Reads the table.</summary>
    /// <param name="name">Name of the table; empty where the file has one.</param>
    /// <param name="layout">Where it stands; its number style is decided here.</param>
    /// <param name="stated">Number of records that the file states; null for none.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The table: one column per heading with its name as written, without roles and units.</returns>
    /// <exception cref="Core.Errors.InputException">Decimal marks are mixed, or a row is wider than the limit.</exception>
    internal RecordingTable Read(string name, DelimitedLayout layout, long? stated, CancellationToken cancellationToken)
    {
        TextTable table = TextTable.Read(Text, layout, Draft, Options, name, stated, cancellationToken);
        return new RecordingTable { Name = name, RowCount = table.Rows.RowCount, StatedRowCount = stated, Columns = table.Columns };
    }
}
