using System.Globalization;

namespace Lamella.Instruments.Text;

/// <summary>Reads numbers from UTF-8 text, correctly rounded.</summary>
/// <remarks>
/// Up to 15 to 19 digits whose significand stays below 2⁵³ and powers of ten up to 10²² give the correctly rounded result
/// with one multiplication or division (Clinger, PLDI 1990, doi 10.1145/93542.93557); everything else goes to the runtime.
/// </remarks>
public static class NumberParser
{
    private const ulong LargestExact = 1UL << 53;
    private const int LongestNumber = 64;

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22,
    ];

    /// <summary>Reads a number.</summary>
    /// <param name="cell">The cell; blanks around the number are allowed.</param>
    /// <param name="style">The decimal mark and what groups thousands.</param>
    /// <param name="value">The number; NaN where there is none.</param>
    /// <returns>True for a number and for the words NaN, inf and infinity; false for an empty cell and for anything else.</returns>
    public static bool TryParse(ReadOnlySpan<byte> cell, NumberStyle style, out double value)
    {
        cell = cell.Trim(" \t"u8);
        value = double.NaN;
        if (cell.IsEmpty)
        {
            return false;
        }

        bool isNegative = cell[0] == '-';
        int at = isNegative || cell[0] == '+' ? 1 : 0;
        return TryFast(cell[at..], style, isNegative, out value) || TrySlow(cell, style, out value);
    }

    private static bool TryFast(ReadOnlySpan<byte> digits, NumberStyle style, bool isNegative, out double value)
    {
        ulong significand = 0;
        int scale = 0, count = 0, at = 0;
        bool isFraction = false;
        value = double.NaN;
        for (; at < digits.Length; at++)
        {
            uint digit = digits[at] - (uint)'0';
            if (digit <= 9)
            {
                significand = (significand * 10) + digit;
                count++;
                scale -= isFraction ? 1 : 0;
            }
            else if (digits[at] == style.DecimalMark && !isFraction)
            {
                isFraction = true;
            }
            else
            {
                break;
            }
        }

        if (count is 0 or > 19 || significand > LargestExact || !TryExponent(digits[at..], ref scale) || scale is < -22 or > 22)
        {
            return false;
        }

        double magnitude = scale < 0 ? significand / PowersOfTen[-scale] : significand * PowersOfTen[scale];
        value = isNegative ? -magnitude : magnitude;
        return true;
    }

    private static bool TryExponent(ReadOnlySpan<byte> rest, ref int scale)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is not ((byte)'e' or (byte)'E') || rest.Length < 2)
        {
            return false;
        }

        bool isNegative = rest[1] == '-';
        ReadOnlySpan<byte> digits = rest[(isNegative || rest[1] == '+' ? 2 : 1)..];
        int exponent = 0;
        foreach (byte character in digits)
        {
            uint digit = character - (uint)'0';
            if (digit > 9 || exponent > 10_000)
            {
                return false;
            }

            exponent = (exponent * 10) + (int)digit;
        }

        scale += isNegative ? -exponent : exponent;
        return digits.Length > 0;
    }

    private static bool TrySlow(ReadOnlySpan<byte> cell, NumberStyle style, out double value)
    {
        value = double.NaN;
        Span<char> text = stackalloc char[LongestNumber];
        int length = 0;
        foreach (byte character in cell)
        {
            if (style.GroupMark != '\0' && character == style.GroupMark)
            {
                continue;
            }

            if (length == LongestNumber || character > 127 || (character == '.' && style.DecimalMark != '.'))
            {
                return false;
            }

            text[length++] = character == style.DecimalMark ? '.' : (char)character;
        }

        ReadOnlySpan<char> number = text[..length];
        if (number.Equals("inf", StringComparison.OrdinalIgnoreCase) || number.Equals("+inf", StringComparison.OrdinalIgnoreCase))
        {
            value = double.PositiveInfinity;
            return true;
        }

        if (number.Equals("-inf", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NegativeInfinity;
            return true;
        }

        bool isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed);
        value = isNumber ? parsed : double.NaN;
        return isNumber;
    }
}
