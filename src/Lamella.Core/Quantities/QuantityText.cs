using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lamella.Core.Quantities;

/// <summary>Reads the text of a quantity: number, optional uncertainty, unit.</summary>
internal static class QuantityText
{
    private const int LongestText = 200;

    private static readonly string[] SpreadSigns = ["±", "+/-", "+-"];

    /// <summary>Reads a quantity; never throws.</summary>
    internal static bool TryParse(
        string text,
        [NotNullWhen(true)] out Quantity? quantity,
        [NotNullWhen(false)] out QuantityFormatException? error)
    {
        quantity = null;
        if (text.Length > LongestText)
        {
            error = new QuantityFormatException(text, LongestText, $"a quantity has at most {LongestText} characters.");
            return false;
        }

        if (TryUnitTwice(text, out quantity))
        {
            error = null;
            return true;
        }

        int at = 0;
        SkipSpace(text, ref at);
        if (TryRateOfC(text, at, out quantity))
        {
            error = null;
            return true;
        }

        bool bracketed = IsBracketed(text, at);
        at += bracketed ? 1 : 0;
        if (!TryNumber(text, ref at, out double value, out double uncertainty, out error)
            || !TrySpread(text, ref at, ref uncertainty, out error)
            || (bracketed && !TryClose(text, ref at, out error))
            || !UnitText.TryParse(text, at, out Unit? unit, out error))
        {
            return false;
        }

        if (!double.IsFinite(unit.ToSi(value)) || !double.IsFinite(uncertainty * unit.Factor))
        {
            error = new QuantityFormatException(text, 0, "the number is too large.");
            return false;
        }

        quantity = new Quantity(value, unit, uncertainty);
        return true;
    }

    /// <summary>Reads <c>C/5</c>, the way the field writes slow rates.</summary>
    private static bool TryRateOfC(string text, int at, [NotNullWhen(true)] out Quantity? quantity)
    {
        quantity = null;
        ReadOnlySpan<char> rest = text.AsSpan(at).Trim();
        if (rest.StartsWith("C/", StringComparison.Ordinal)
            && double.TryParse(rest[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double hours)
            && hours > 0.0 && double.IsNormal(1.0 / hours))
        {
            quantity = new Quantity(1.0 / hours, Unit.Parse("C"));
        }

        return quantity is not null;
    }

    /// <summary>Reads <c>1.13 cm2 ± 0.02 cm2</c>, where the uncertainty brings its own unit; the result has the unit of the value.</summary>
    private static bool TryUnitTwice(string text, [NotNullWhen(true)] out Quantity? quantity)
    {
        quantity = null;
        foreach (string sign in SpreadSigns)
        {
            int at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0
                && TryParse(text[..at], out Quantity? value, out _) && value.Unit != Unit.One && value.Uncertainty == 0.0
                && TryParse(text[(at + sign.Length)..], out Quantity? spread, out _) && spread.Uncertainty == 0.0 && spread.Value >= 0.0
                && spread.Dimension == value.Dimension && !spread.Unit.IsAffine)
            {
                quantity = value with { Uncertainty = spread.Value * spread.Unit.Factor / value.Unit.Factor };
                return true;
            }
        }

        return false;
    }

    private static bool IsBracketed(string text, int at) =>
        at < text.Length && text[at] == '('
        && (text.Contains('±', StringComparison.Ordinal) || text.Contains("+-", StringComparison.Ordinal)
            || text.Contains("+/-", StringComparison.Ordinal));

    private static bool TryNumber(
        string text, ref int at, out double value, out double uncertainty, [NotNullWhen(false)] out QuantityFormatException? error)
    {
        (value, uncertainty, error) = (0.0, 0.0, null);
        SkipSpace(text, ref at);
        int begin = at;
        at += at < text.Length && text[at] is '+' or '-' or '\u2212' ? 1 : 0;
        int digits = SkipDigits(text, ref at), decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            decimals = SkipDigits(text, ref at);
        }

        if (digits + decimals == 0)
        {
            string problem = begin >= text.Length ? "the value is missing." : "a quantity starts with a number, such as 0.58 mS/cm.";
            error = new QuantityFormatException(text, begin, problem);
            return false;
        }

        if (at < text.Length && text[at] == ',')
        {
            error = new QuantityFormatException(text, at, "numbers have a decimal point and no separator; write 0.58, not 0,58.");
            return false;
        }

        string mantissa = text[begin..at].Replace('\u2212', '-');
        string spread = LastDigits(text, ref at);
        string exponent = Exponent(text, ref at);
        value = double.Parse(mantissa + exponent, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (spread.Length > 0)
        {
            int power = (exponent.Length > 0 ? int.Parse(exponent[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0) - decimals;
            uncertainty = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{spread}e{power}"), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        error = double.IsFinite(value) && double.IsFinite(uncertainty)
            ? null : new QuantityFormatException(text, begin, "the number is too large.");
        return error is null;
    }

    /// <summary>Reads the digits of <c>(1)</c> in <c>1.9(1)</c>; empty where none stand.</summary>
    private static string LastDigits(string text, ref int at)
    {
        int next = at + 1;
        if (at < text.Length && text[at] == '(' && SkipDigits(text, ref next) > 0 && next < text.Length && text[next] == ')')
        {
            string digits = text[(at + 1)..next];
            at = next + 1;
            return digits;
        }

        return string.Empty;
    }

    /// <summary>Reads <c>e-10</c>; empty where the letter e starts a unit, as in <c>0.24 eV</c>.</summary>
    private static string Exponent(string text, ref int at)
    {
        int next = at + 1;
        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return string.Empty;
        }

        next += next < text.Length && text[next] is '+' or '-' or '\u2212' ? 1 : 0;
        int begin = next;
        int digits = SkipDigits(text, ref next);
        if (digits is 0 or > 6)
        {
            return string.Empty;
        }

        string sign = text[begin - 1] is '-' or '\u2212' ? "-" : string.Empty;
        at = next;
        return "e" + sign + text[begin..next];
    }

    private static bool TrySpread(
        string text, ref int at, ref double uncertainty, [NotNullWhen(false)] out QuantityFormatException? error)
    {
        error = null;
        int sign = at;
        SkipSpace(text, ref sign);
        int length = Match(text, sign, "±") + Match(text, sign, "+/-") + Match(text, sign, "+-");
        if (length == 0)
        {
            return true;
        }

        int begin = sign + length;
        at = begin;
        if (uncertainty > 0.0)
        {
            error = new QuantityFormatException(text, begin, "the uncertainty is given twice; keep '(1)' or '±'.");
            return false;
        }

        bool read = TryNumber(text, ref at, out uncertainty, out double nested, out error);
        if (read && (nested > 0.0 || uncertainty < 0.0))
        {
            error = new QuantityFormatException(text, begin, "an uncertainty is one number that is not negative.");
        }

        return error is null;
    }

    private static bool TryClose(string text, ref int at, [NotNullWhen(false)] out QuantityFormatException? error)
    {
        SkipSpace(text, ref at);
        bool closed = at < text.Length && text[at] == ')';
        at += closed ? 1 : 0;
        error = closed ? null : new QuantityFormatException(text, at, "')' is missing after the uncertainty.");
        return closed;
    }

    private static int Match(string text, int at, string sign) =>
        at <= text.Length && text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal) ? sign.Length : 0;

    private static int SkipDigits(string text, ref int at)
    {
        int begin = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - begin;
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u2009' or '\u202F')
        {
            at++;
        }
    }
}
