using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>Reads columns of dates: decides their order, notes their zone, and makes Unix times where it is known.</summary>
internal static class ClockColumn
{
    private const int MostSamples = 5000;

    /// <summary>Adds derived columns to a table with a column of dates.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="dates">The column of dates as text; null where there is none.</param>
    /// <param name="table">The file.</param>
    /// <param name="usual">The order that the software usually writes.</param>
    /// <returns>The table, with a column of Unix times where the zone is known.</returns>
    internal static RecordingTable Add(RecordingTable rows, RecordingColumn? dates, HeadedTable table, DateOrder usual = DateOrder.MonthFirst)
    {
        if (dates is null || dates.Values.IsNumeric || rows.RowCount == 0)
        {
            return rows;
        }

        WrittenDate?[] written = Read(dates, table, usual);
        RecordingColumn? unix = written.All(date => date?.Offset is not null)
            ? WithOffsets(dates, written, table)
            : LocalClock.UnixTime(dates.Name, Local(written), table.Options, table.Draft);
        return unix is null ? rows : rows with { Columns = rows.Columns.Add(unix) };
    }

    /// <summary>Reads the dates as seconds on the local clock since 1970, NaN where there is none.</summary>
    /// <param name="dates">The column of dates as text.</param>
    /// <param name="table">The file.</param>
    /// <param name="usual">The order that the software usually writes.</param>
    internal static double[] LocalSeconds(RecordingColumn dates, HeadedTable table, DateOrder usual = DateOrder.MonthFirst) => Local(Read(dates, table, usual));

    private static WrittenDate?[] Read(RecordingColumn dates, HeadedTable table, DateOrder usual)
    {
        IEnumerable<string> samples = Enumerable.Range(0, Math.Min(dates.Values.Count, MostSamples)).Select(dates.Values.Text);
        (DateOrder order, Decision decision) = DateOrderDetector.Decide(dates.Name, samples, table.Options, usual);
        table.Draft.Decide(decision);
        return [.. Enumerable.Range(0, dates.Values.Count).Select(row => DateText.Parse(dates.Values.Text(row), order))];
    }

    private static double[] Local(WrittenDate?[] written) => [.. written.Select(date => date?.LocalSeconds ?? double.NaN)];

    private static RecordingColumn WithOffsets(RecordingColumn dates, WrittenDate?[] written, HeadedTable table)
    {
        table.Draft.Decide(new Decision(DecisionKind.TimeZone, dates.Name, "as written with each date", "the dates hold their distance from UTC"));
        return new RecordingColumn
        {
            Name = "Unix Time", Unit = "s", Role = ColumnRole.UnixTime, Scale = ColumnScale.Of(1.0, "s"), IsDerived = true,
            Values = ColumnValues.Of<double>([.. written.Select(date => date?.UnixSeconds(null) ?? double.NaN)]),
        };
    }
}
