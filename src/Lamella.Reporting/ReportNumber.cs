using System.Globalization;

namespace Lamella.Reporting;

/// <summary>Numbers as a reader expects them: few digits, a real minus sign, the same on every machine.</summary>
public static class ReportNumber
{
    private const string Minus = "−";

    /// <summary>Writes a number with a number of significant digits.</summary>
    /// <param name="value">The number; not finite ones become an en dash.</param>
    /// <param name="digits">How many significant digits, 1 to 15.</param>
    /// <returns>For example <c>193.7</c>, <c>−0.0042</c> or <c>3.1×10⁻⁷</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is outside 1 to 15.</exception>
    public static string Significant(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (!double.IsFinite(value))
        {
            return "–";
        }

        if (value == 0.0)
        {
            return "0";
        }

        // Round first: 9.99 to two digits is 10, whose exponent decides the form.
        string scientific = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int mark = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is < -4 or > 6)
        {
            return Sign(scientific[..mark]) + "×10" + Superscript(exponent);
        }

        double rounded = double.Parse(scientific, CultureInfo.InvariantCulture);
        return Fixed(rounded, Math.Max(0, digits - 1 - exponent));
    }

    /// <summary>Writes a number with a number of decimals.</summary>
    /// <param name="value">The number; not finite ones become an en dash.</param>
    /// <param name="decimals">How many digits after the point, 0 to 15.</param>
    /// <returns>For example <c>−1.50</c>; never a negative zero.</returns>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        string text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.Replace("-", "", StringComparison.Ordinal) : Sign(text);
    }

    /// <summary>Writes the two ends of an interval with the same decimals, as many as its width deserves.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <returns>For example <c>136.2 … 148.9</c> or <c>(3.45 … 4.66)×10⁻¹¹</c>.</returns>
    public static string Interval(double low, double high)
    {
        // Very small and very large ends share a power of ten, as single values have one.
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        int exponent = size > 0.0 && double.IsFinite(size) ? (int)Math.Floor(Math.Log10(size)) : 0;
        if (exponent is < -4 or > 6)
        {
            double power = Math.Pow(10.0, -exponent);
            return $"({Interval(low * power, high * power)})×10{Superscript(exponent)}";
        }

        // Two significant digits of half the width; an interval much narrower than its value still gets at most four of the value.
        double half = Math.Max(0.5 * Math.Abs(high - low), 1e-3 * Math.Max(Math.Abs(low), Math.Abs(high)));
        int decimals = half > 0.0 && double.IsFinite(half) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 15) : 0;
        return $"{Fixed(low, decimals)} … {Fixed(high, decimals)}";
    }

    /// <summary>Writes a number with as few digits as name it, at most ten.</summary>
    internal static string Shortest(double value)
    {
        string text = value.ToString("G10", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0 && (Math.Abs(value) is >= 1e-3 and < 1e6 || value == 0.0))
        {
            return Sign(text);
        }

        text = value.ToString("0.#########E+0", CultureInfo.InvariantCulture);
        mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = Sign(text[..mark]);
        return (mantissa == "1" ? "" : mantissa + "×") + "10" + Superscript(exponent);
    }

    private static string Sign(string text) => text.Replace("-", Minus, StringComparison.Ordinal);

    private static string Superscript(int exponent) => string.Concat(
        exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
