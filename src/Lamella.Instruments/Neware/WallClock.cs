using Lamella.Instruments.Dates;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Neware;

/// <summary>Dates that are stored as year, month, day, hour, minute and second of the computer's clock.</summary>
internal static class WallClock
{
    /// <summary>Reads a date.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <param name="at">Where the year stands; month, day, hour, minute and second follow in a byte each.</param>
    /// <returns>Seconds since 1970-01-01 on that clock [s]; NaN where there is no such date.</returns>
    internal static double Seconds(ReadOnlySpan<byte> bytes, int at)
    {
        int year = bytes[at] | (bytes[at + 1] << 8), month = bytes[at + 2], day = bytes[at + 3];
        int hour = bytes[at + 4], minute = bytes[at + 5], second = bytes[at + 6];
        bool isDate = year is >= 1970 and < 10_000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour < 24 && minute < 60 && second < 60;
        return isDate ? (new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified) - DateTime.UnixEpoch).TotalSeconds : double.NaN;
    }

    /// <summary>Makes the column, and a derived one with Unix times where the user says the zone.</summary>
    /// <param name="seconds">Seconds on the clock, shape (records).</param>
    /// <param name="options">The zone may be given there.</param>
    /// <param name="draft">Receives the decision.</param>
    /// <returns>One or two columns.</returns>
    internal static IEnumerable<RecordingColumn> Columns(double[] seconds, ImportOptions options, RecordingDraft draft)
    {
        RecordingColumn stored = new() { Name = "Date", Unit = "s since 1970-01-01 on the local clock", Values = ColumnValues.Of(seconds) };
        return LocalClock.UnixTime("Date", seconds, options, draft) is { } unix ? [stored, unix] : [stored];
    }
}
