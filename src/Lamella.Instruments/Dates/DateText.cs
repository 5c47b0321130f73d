using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Dates;

/// <summary>Reads dates with times in the many ways in which instruments write them.</summary>
public static partial class DateText
{
    private const int OldestTwoDigitYear = 70;

    /// <summary>Reads a date with or without time of day.</summary>
    /// <param name="text">
    /// <c>12/31/2025 23:59:59.123</c>, <c>31.12.2025 23.59.59</c>, <c>2025-12-31T23:59:59+01:00</c>, <c>23-Nov-23 3:56:11 PM</c>.
    /// </param>
    /// <param name="order">The order of day and month where the text leaves it open.</param>
    /// <returns>The moment as written; null where the text is no date.</returns>
    public static WrittenDate? Parse(string text, DateOrder order)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parts(text) is { } parts ? Assemble(parts.Match, parts.IsNamed, order) : null;
    }

    /// <summary>Reads the first two numbers of a date that is written with numbers only and does not begin with the year.</summary>
    /// <param name="text">The date.</param>
    /// <returns>The two numbers; null where the order is not open.</returns>
    internal static (int First, int Second)? OpenNumbers(string text) =>
        Parts(text) is { IsNamed: false } parts && parts.Match.Groups["a"].Length <= 2
            ? (Number(parts.Match, "a"), Number(parts.Match, "b")) : null;

    /// <summary>Gets the sign between the numbers of the date; a zero character where there is none.</summary>
    internal static char Separator(string text) => Parts(text) is { } parts ? parts.Match.Groups["sep"].Value[0] : '\0';

    private static (Match Match, bool IsNamed)? Parts(string text)
    {
        string trimmed = text.Trim();
        Match match = Numeric().Match(trimmed);
        if (match.Success)
        {
            return (match, false);
        }

        match = Named().Match(trimmed);
        return match.Success ? (match, true) : null;
    }

    private static WrittenDate? Assemble(Match match, bool isNamed, DateOrder order)
    {
        int a = Number(match, "a"), b = isNamed ? MonthOf(match.Groups["b"].Value) : Number(match, "b"), c = Number(match, "c");
        bool yearFirst = match.Groups["a"].Length == 4 || (order == DateOrder.YearFirst && match.Groups["c"].Length <= 2 && !isNamed);
        (int year, int month, int day) = yearFirst ? (a, b, c) : isNamed || order == DateOrder.DayFirst ? (c, b, a) : (c, a, b);
        year += year < OldestTwoDigitYear ? 2000 : year < 100 ? 1900 : 0;
        int hour = Number(match, "h");
        string half = match.Groups["half"].Value.ToUpperInvariant();
        hour = half == "PM" && hour < 12 ? hour + 12 : half == "AM" && hour == 12 ? 0 : hour;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || Number(match, "m") > 59 || Number(match, "s") > 59)
        {
            return null;
        }

        long ticks = Ticks(match.Groups["f"].Value);
        var local = new DateTime(year, month, day, hour, Number(match, "m"), Number(match, "s"), DateTimeKind.Unspecified).AddTicks(ticks);
        return new WrittenDate(local, Offset(match.Groups["zone"].Value), match.Groups["h"].Success);
    }

    private static long Ticks(string fraction) => fraction.Length == 0 ? 0
        : long.Parse(fraction.PadRight(7, '0')[..7], NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return null;
        }

        if (zone is "Z" or "z" or "UTC")
        {
            return TimeSpan.Zero;
        }

        string digits = zone[1..].Replace(":", string.Empty, StringComparison.Ordinal).PadRight(4, '0');
        var size = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
        return zone[0] == '-' ? -size : size;
    }

    private static int Number(Match match, string name) => match.Groups[name].Success
        ? int.Parse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, 0, 12, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(?<a>\d{1,4})(?<sep>[-/.])(?<b>\d{1,2})[-/.](?<c>\d{1,4})(?:[T ,]\s*(?<h>\d{1,2})[:.](?<m>\d{2})(?:[:.](?<s>\d{2})(?:[.,](?<f>\d+))?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>Z|UTC|[-+]\d{2}:?\d{0,2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<sep>[- ])(?<b>[A-Za-z]{3,9})[- ](?<c>\d{2,4})(?:[T ]\s*(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d+))?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>Z|UTC|[-+]\d{2}:?\d{0,2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
