using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Dates;

/// <summary>Turns times of a computer's clock into Unix time where the user says the zone.</summary>
internal static class LocalClock
{
    /// <summary>The day 0 of spreadsheets and databases, 1899-12-30.</summary>
    internal static readonly DateTime OfficeEpoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private const double SecondsPerDay = 86_400.0, LargestSeconds = 2.5e11; // what a date of the runtime can hold

    /// <summary>Notes the zone, and makes a derived column of Unix times where it is given.</summary>
    /// <param name="subject">Name of the column with the clock.</param>
    /// <param name="seconds">Seconds since 1970-01-01 on the clock, NaN where there is no date, shape (records).</param>
    /// <param name="options">The zone may be given there.</param>
    /// <param name="draft">Receives the decision.</param>
    /// <returns>The column; null where the zone is not known.</returns>
    internal static RecordingColumn? UnixTime(string subject, double[] seconds, ImportOptions options, RecordingDraft draft)
    {
        if (options.TimeZone is not { } zone)
        {
            draft.Decide(new Decision(
                DecisionKind.TimeZone, subject, "not known", "the file holds the clock of the computer without its zone; say --time-zone"));
            return null;
        }

        draft.Decide(new Decision(DecisionKind.TimeZone, subject, zone.Id, string.Empty, Overridden: true));
        double[] unix = new double[seconds.Length];
        int twice = 0, never = 0;
        for (int i = 0; i < unix.Length; i++)
        {
            if (!(Math.Abs(seconds[i]) < LargestSeconds))
            {
                unix[i] = double.NaN;
                continue;
            }

            DateTime local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddSeconds(seconds[i]), DateTimeKind.Unspecified);
            twice += zone.IsAmbiguousTime(local) ? 1 : 0;
            never += zone.IsInvalidTime(local) ? 1 : 0;
            unix[i] = seconds[i] - zone.GetUtcOffset(local).TotalSeconds;
        }

        NoteSummerTime(subject, zone, twice, never, draft);
        return new RecordingColumn
        {
            Name = "Unix Time", Unit = "s", Values = ColumnValues.Of(unix), Role = ColumnRole.UnixTime, Scale = ColumnScale.Of(1.0, "s"), IsDerived = true,
        };
    }

    private static void NoteSummerTime(string subject, TimeZoneInfo zone, int twice, int never, RecordingDraft draft)
    {
        if (twice > 0)
        {
            draft.Warn(FormattableString.Invariant(
                $"{subject}: {twice} times are in an hour that happened twice in {zone.Id}, when the clocks went back; they were taken for standard time. The time of the test is not touched."));
        }

        if (never > 0)
        {
            draft.Warn(FormattableString.Invariant(
                $"{subject}: {never} times are in an hour that did not happen in {zone.Id}, when the clocks went forward; the zone may be wrong. The time of the test is not touched."));
        }
    }

    /// <summary>Converts days since 1899-12-30 on a clock to seconds since 1970-01-01 on it.</summary>
    /// <param name="days">Days; NaN where there is no date.</param>
    /// <returns>Seconds [s].</returns>
    internal static double FromOfficeDays(double days) => (days * SecondsPerDay) - (DateTime.UnixEpoch - OfficeEpoch).TotalSeconds;
}
