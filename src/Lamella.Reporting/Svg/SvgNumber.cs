using System.Globalization;

namespace Lamella.Reporting.Svg;

/// <summary>Coordinates with two decimals, the same on every machine.</summary>
internal static class SvgNumber
{
    /// <summary>Writes a coordinate; never a negative zero.</summary>
    internal static string Of(double value)
    {
        string text = Math.Clamp(value, -1e5, 1e5).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
