using System.Collections.Immutable;
using Lamella.Instruments.Arbin;
using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.ArbinCsv;

/// <summary>Arbin's CSV: one line of headings, with units in brackets in newer programs and without in older ones.</summary>
/// <remarks>The date stands as text, as days since 1899-12-30 or as Unix seconds; its size decides between the last two.</remarks>
public sealed class ArbinCsvFormat : IInstrumentFormat
{
    private const double FirstUnixSecond = 1e8; // 1973; as days since 1899 this would be the year 275000

    private static readonly string[] Signature = ["Test_Time", "Step_Time", "Step_Index", "Cycle_Index", "Current", "Voltage"];

    /// <inheritdoc/>
    public string Name => "arbin-csv";

    /// <inheritdoc/>
    public string Title => "Arbin CSV";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string heading = content.HeadLines.FirstOrDefault(string.Empty);
        string[] keys = [.. HeadedTable.Cells(heading, HeadedTable.DelimiterOf(heading)).Select(ArbinColumns.Key)];
        bool isOther = keys.Any(key => key.Contains("_/_", StringComparison.Ordinal)); // names of BDF: "Voltage / V"
        return !isOther && Signature.All(name => keys.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? new Recognition(Recognition.Columns, "headings Test Time, Step Index and Cycle Index of Arbin") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable reader = HeadedTable.Begin(content, options, Name, "Arbin MITS");
        string heading = reader.Text.Line(0);
        char delimiter = HeadedTable.DelimiterOf(heading);
        var layout = new DelimitedLayout { Names = TextTable.Names(reader.Text.Bytes(0), delimiter), FirstLine = 1, Delimiter = delimiter };
        RecordingTable table = reader.Read(string.Empty, layout, stated: null, cancellationToken);
        ImmutableArray<RecordingColumn> columns = ArbinColumns.Describe(table.Columns, options, reader.Draft);
        if (columns.FirstOrDefault(column => ArbinColumns.Key(column.Name) is "Date_Time" or "DateTime") is { } date)
        {
            columns = WithUnixTime(columns, date, options, reader.Draft);
        }

        reader.Draft.Add(table with { Columns = columns });
        return reader.Draft.Finish();
    }

    private static ImmutableArray<RecordingColumn> WithUnixTime(
        ImmutableArray<RecordingColumn> columns, RecordingColumn date, ImportOptions options, RecordingDraft draft)
    {
        if (!date.Values.IsNumeric)
        {
            (_, RecordingColumn? unix) = CyclerColumns.Dates(date, options, draft);
            return unix is null ? columns : columns.Add(unix);
        }

        double[] numbers = date.Values.ToNumbers();
        if (numbers.FirstOrDefault(double.IsFinite) > FirstUnixSecond)
        {
            draft.Decide(new Decision(DecisionKind.TimeZone, date.Name, "UTC", "seconds since 1970 from the size of the numbers"));
            return columns.Replace(date, date with { Unit = "s", Role = ColumnRole.UnixTime, Scale = ColumnScale.Of(1.0, "s") });
        }

        columns = columns.Replace(date, date with { Unit = "days since 1899-12-30 on the local clock" });
        return LocalClock.UnixTime(date.Name, [.. numbers.Select(LocalClock.FromOfficeDays)], options, draft) is { } derived
            ? columns.Add(derived) : columns;
    }
}
