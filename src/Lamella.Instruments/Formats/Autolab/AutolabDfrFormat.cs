using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Autolab;

/// <summary>Reads the <c>.dfr</c> files of Eco Chemie's FRA program.</summary>
/// <remarks>
/// <c>VERSION8.0</c>, the number of points, one more number, then nine lines for each point: f, Z', −Z'', three that are known as
/// potential, current and time, and three that are not known; some lines follow, among them the date.
/// </remarks>
public sealed class AutolabDfrFormat : IInstrumentFormat
{
    private const int NumbersPerPoint = 9, FirstPoint = 3;

    private static readonly (string Name, string Unit)[] Columns =
        [("f", "Hz"), ("Z'", "ohm"), ("-Z''", "ohm"), ("E", "V"), ("I", "A"), ("t", "s"), ("column 7", ""), ("column 8", ""), ("column 9", "")];

    /// <inheritdoc/>
    public string Name => "autolab-dfr";

    /// <inheritdoc/>
    public string Title => "Autolab FRA .dfr";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".dfr"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ImmutableArray<string> lines = content.HeadLines;
        return lines.Length > 3 && lines[0].StartsWith("VERSION", StringComparison.Ordinal)
            && lines.Skip(1).Take(3).All(line => double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? new Recognition(Recognition.Signature, "a VERSION line, then one number on each line") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, "Autolab FRA");
        RecordingDraft draft = table.Draft;
        draft.Technique = "impedance";
        TextContent text = table.Text;
        draft.FormatVersion = text.Line(0)["VERSION".Length..].Trim();
        draft.Set(string.Empty, "line 2", text.Line(1).Trim());
        draft.Set(string.Empty, "line 3", text.Line(2).Trim());
        long? stated = long.TryParse(text.Line(1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
        var numbers = new List<double>();
        int line = FirstPoint;
        while (line < text.LineCount && !(numbers.Count >= stated * NumbersPerPoint) && NumberParser.TryParse(text.Bytes(line), NumberStyle.Point, out double value))
        {
            numbers.Add(value);
            line++;
        }

        for (; line < text.LineCount; line++)
        {
            draft.Set("after the points", string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), text.Line(line).Trim());
        }

        ReportEnd(table, numbers.Count, stated, content.Length);
        AddTable(table, numbers, stated);
        ElectrodeArea.Note(draft, options, null, null);
        return draft.Finish();
    }

    private static void AddTable(HeadedTable table, List<double> numbers, long? stated)
    {
        int points = numbers.Count / NumbersPerPoint;
        ImmutableArray<RecordingColumn> columns = [.. Columns.Select((column, i) => new RecordingColumn
        {
            Name = column.Name, Unit = column.Unit, IsKnown = column.Unit.Length > 0,
            Values = ColumnValues.OfText([.. Enumerable.Range(0, points).Select(point => numbers[(point * NumbersPerPoint) + i])]),
        })];
        new ImpedanceTables(table.Draft, table.Options).Add(
            new RecordingTable { Columns = columns, RowCount = points, StatedRowCount = stated }, signs: null);
    }

    private static void ReportEnd(HeadedTable table, int numbers, long? stated, long fileLength)
    {
        int points = numbers / NumbersPerPoint;
        if (numbers % NumbersPerPoint != 0 || stated > points)
        {
            table.Draft.Miss(new Shortfall(
                string.Empty, points, stated, fileLength, $"{numbers % NumbersPerPoint} of {NumbersPerPoint} numbers of the next point are there"));
        }
    }
}
