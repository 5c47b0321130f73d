using System.Globalization;
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
        if (!text.EndsWithLineEnd)
        {
            draft.Warn("The last line has no line end: if the file was cut there, its last number is not whole.");
        }
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
    internal RecordingTable Read(string name, DelimitedLayout layout, long? stated, CancellationToken cancellationToken)
    {
        (NumberStyle style, Decision decision) = NumberStyleDetector.Decide(Text, layout, Options);
        Draft.Decide(decision);
        DelimitedRows rows = DelimitedTableReader.Read(Text, layout with { Numbers = style }, Options.Limits, cancellationToken);
        ReportEnd(name, rows, stated);
        return new RecordingTable
        {
            Name = name,
            RowCount = rows.RowCount,
            StatedRowCount = stated,
            Columns = [.. rows.Columns.Select((values, i) => new RecordingColumn
            {
                Name = i < layout.Names.Length ? layout.Names[i] : string.Empty, Values = values, IsKnown = i < layout.Names.Length && layout.Names[i].Length > 0,
            })],
        };
    }

    private void ReportEnd(string name, DelimitedRows rows, long? stated)
    {
        if (rows.LastRowCut)
        {
            Draft.Miss(new Shortfall(name, rows.RowCount, stated, FileLength, "the end of the last record and what follows"));
        }

        if (stated > rows.RowCount && !rows.LastRowCut)
        {
            Draft.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{(name.Length > 0 ? name + ": " : string.Empty)}{rows.RowCount} of {stated} records stated: the measurement was ended early, or the file is cut."));
        }

        if (rows.ShortRows > 0)
        {
            Draft.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{rows.ShortRows} of {rows.RowCount} records have fewer cells than the heading; what is missing is blank."));
        }
    }
}
