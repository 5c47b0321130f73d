using System.Globalization;
using System.Text.RegularExpressions;

namespace Lamella.Instruments.Dates;

/// <summary>Reads durations that are written as clock times.</summary>
public static partial class DurationText
{
    private const double Minute = 60.0, Hour = 3600.0, Day = 86_400.0; // [s]

    /// <summary>Reads a duration.</summary>
    /// <param name="text"><c>12:34:56.789</c>, <c>2.12:34:56</c>, <c>0d 00:00:01.0000</c>, <c>100:00:00</c> or <c>05:30</c> (minutes and seconds).</param>
    /// <returns>The duration [s]; null where the text is none. A decimal comma is taken as well.</returns>
    public static double? Seconds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = Pattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        double seconds = (Part(match, "d") * Day) + (Part(match, "h") * Hour) + (Part(match, "m") * Minute) + Part(match, "s");
        return match.Groups["sign"].Value == "-" ? -seconds : seconds;
    }

    private static double Part(Match match, string name) => match.Groups[name].Success
        ? double.Parse(match.Groups[name].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0.0;

    [GeneratedRegex(@"^(?<sign>[-+])?(?:(?<d>\d{1,6})(?:d\s*|\.|\s+|:(?=\d+:\d+:)))?(?:(?<h>\d{1,7}):)?(?<m>\d{1,4}):(?<s>\d{1,2}(?:[.,]\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
