using System.Text.RegularExpressions;
using Lamella.Core.Quantities;
using Lamella.Reporting;

namespace Lamella.UseCases.Dossiers;

/// <summary>Sets the plain spelling of input files (um, ohm cm2, degC) as a printed page does (µm, Ω·cm², °C).</summary>
internal static partial class Typeset
{
    private const int StatedDigits = 5; // nobody states a value with more; derived ones have no use for more

    /// <summary>Sets the units, minus signs and powers of ten of a text.</summary>
    internal static string Text(string text)
    {
        string minus = HyphenBeforeNumber().Replace(text, "−");
        string powers = PowerOfTen().Replace(minus, match => $"{match.Groups[1].Value}×10{Superscript(match.Groups[2].Value)}");
        return UnitBehindNumber().Replace(powers, match => Unit(match.Value));
    }

    /// <summary>Sets the symbol of a unit; a plain number has none.</summary>
    internal static string Unit(string symbol) => symbol == "1"
        ? string.Empty
        : string.Join('/', symbol.Split('/').Select(side => string.Join('·', side.Split(' ').Select(Factor))));

    /// <summary>Sets a value with its unit.</summary>
    internal static string Value(Quantity quantity) => WithUnit(Number(quantity.Value), quantity.Unit);

    /// <summary>Sets a value with a number of significant digits, trailing zeros included, and its unit.</summary>
    internal static string Value(Quantity quantity, int digits) =>
        WithUnit(ReportNumber.Significant(quantity.Value, digits), quantity.Unit);

    /// <summary>Sets a value with its standard uncertainty (two digits of it) and its unit.</summary>
    internal static string Measured(Quantity quantity)
    {
        if (quantity.Uncertainty <= 0.0)
        {
            return Value(quantity);
        }

        int decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(quantity.Uncertainty)), 0, 15);
        return WithUnit($"{ReportNumber.Fixed(quantity.Value, decimals)} ± {ReportNumber.Fixed(quantity.Uncertainty, decimals)}", quantity.Unit);
    }

    /// <summary>Sets two values of one unit as a range.</summary>
    internal static string Range(Quantity lower, Quantity upper) => lower.Unit == upper.Unit
        ? WithUnit($"{Number(lower.Value)} to {Number(upper.Value)}", upper.Unit)
        : $"{Value(lower)} to {Value(upper)}";

    /// <summary>Sets a number with as few digits as name it.</summary>
    internal static string Number(double value)
    {
        string text = ReportNumber.Significant(value, StatedDigits);
        int power = text.IndexOf('×', StringComparison.Ordinal);
        string mantissa = power < 0 ? text : text[..power];
        return (mantissa.Contains('.', StringComparison.Ordinal) ? mantissa.TrimEnd('0').TrimEnd('.') : mantissa) + text[mantissa.Length..];
    }

    private static string WithUnit(string number, Unit unit)
    {
        string symbol = Unit(unit.Symbol);
        return symbol.Length == 0 ? number : symbol == "C" ? number + symbol : $"{number} {symbol}";
    }

    private static string Factor(string factor)
    {
        if (factor.EndsWith(')'))
        {
            return Factor(factor[..^1]) + ")";
        }

        string name = factor.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        if (name.Length == 0)
        {
            return factor; // the 1 of 1/K
        }

        string power = Superscript(factor[name.Length..]);
        string set = name switch
        {
            "degC" => "°C",
            "ohm" or "Ohm" => "Ω",
            "uohm" or "mohm" or "kohm" or "Mohm" or "Gohm" => (name[0] == 'u' ? "µ" : name[..1]) + "Ω",
            ['u', ..] when name.Length is > 1 and < 5 => "µ" + name[1..],
            _ => name,
        };
        return set + power;
    }

    private static string Superscript(string digits) => string.Concat(digits.Select(digit => digit switch
    {
        '-' or '−' => '⁻',
        >= '0' and <= '9' => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'],
        _ => digit,
    }));

    [GeneratedRegex(@"(?<![\p{L}\d_.)\]])-(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenBeforeNumber();

    [GeneratedRegex(@"(?<=(?<![\w.])\d+(?:\.\d+)?)()[eE]\+?([-−]?\d+)(?![\w.])", RegexOptions.CultureInvariant)]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(
        @"(?<=[\d⁰¹²³⁴⁵⁶⁷⁸⁹][)\]]? )(?:degC|k?ohm cm2|[mk]?ohm|u[ms]|m2/s|cm2/s|[mu]?A/c?m2|m[gA]h?/cm2|mol/m3|k?g/c?m3|c?m2)(?![\w/])|(?<=\[)K(?=\])",
        RegexOptions.CultureInvariant)]
    private static partial Regex UnitBehindNumber();
}
