namespace Lamella.Instruments.Dates;

/// <summary>A date as written.</summary>
/// <param name="Local">The moment on the clock that wrote it; of unspecified kind.</param>
/// <param name="Offset">Its distance from UTC where that is written too; null otherwise.</param>
/// <param name="HasTime">Whether a time of day is written.</param>
public readonly record struct WrittenDate(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    /// <summary>Converts to seconds since 1970-01-01 UTC.</summary>
    /// <param name="zone">The zone of the clock; not used where the date says its own.</param>
    /// <returns>Unix time [s]; null where neither is known.</returns>
    public double? UnixSeconds(TimeZoneInfo? zone)
    {
        TimeSpan? offset = Offset ?? zone?.GetUtcOffset(Local);
        return offset is { } known ? (Local - DateTime.UnixEpoch - known).TotalSeconds : null;
    }

    /// <summary>Gets the seconds on the local clock since 1970-01-01 on that clock, for differences of times [s].</summary>
    public double LocalSeconds => (Local - DateTime.UnixEpoch).TotalSeconds;
}
