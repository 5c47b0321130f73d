using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lamella.Core.Errors;

namespace Lamella.Core.Quantities;

/// <summary>Splits the text of a unit into symbols with exponents.</summary>
/// <remarks>
/// unit := term { ('/' term | (' ' | '*' | '·' | '.') term) }; term := symbol [exponent] | '1' | '(' unit without slash ')'.
/// </remarks>
internal sealed class UnitScanner(string text, int start)
{
    /// <summary>Twice the largest exponent that a unit may have.</summary>
    internal const int LargestHalves = 18;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int MostFactors = 12;

    private readonly List<UnitFactor> _factors = [];
    private int _at = start;
    private QuantityFormatException? _error;

    /// <summary>Reads all factors up to the end of the text.</summary>
    internal bool TryScan(out List<UnitFactor> factors, [NotNullWhen(false)] out QuantityFormatException? error)
    {
        factors = _factors;
        int slashes = 0;
        SkipSpace();
        while (_error is null && _at < text.Length)
        {
            bool below = Take('/');
            SkipSpace();
            slashes += below ? 1 : 0;
            ScanTerm(below ? -1 : 1);
            bool spaced = SkipSpace();
            bool product = TakeProduct();
            spaced |= SkipSpace();
            CheckSeparator(product, spaced, slashes);
        }

        if (_error is null && _factors.Count > 1 && _factors.Find(f => f.Symbol.StandsAlone).Symbol is { } lonely)
        {
            _at = 0;
            Fail(lonely.Symbol == "C"
                ? "C alone is the C-rate and stands in no compound; write coulomb or A s for the charge."
                : $"{lonely.Symbol} stands alone and in no compound unit.");
        }

        error = _error;
        return error is null;
    }

    private void CheckSeparator(bool product, bool spaced, int slashes)
    {
        bool atEnd = _at == text.Length, atSlash = !atEnd && text[_at] == '/';
        if (product && (atEnd || atSlash))
        {
            Fail("a unit is missing after the product sign.");
        }
        else if (!product && !spaced && !atEnd && !atSlash)
        {
            Fail($"'{text[_at]}' cannot stand in a unit.");
        }
        else if (slashes > 0 && !atEnd && !atSlash)
        {
            Fail("a product after '/' can be read in two ways; write J/(mol K) or J/mol/K.");
        }
    }

    private void ScanTerm(int sign)
    {
        if (Take('('))
        {
            ScanGroup(sign);
            return;
        }

        if (_at < text.Length && text[_at] == '1' && (_at + 1 == text.Length || !char.IsAsciiDigit(text[_at + 1])))
        {
            _at++;
            if (_factors.Count > 0 || (_at < text.Length && text[_at..].TrimStart() is not ("" or ['/', ..])))
            {
                Fail("'1' may only be the whole numerator of a unit, such as 1/s.");
            }

            return;
        }

        ScanSymbol(sign);
    }

    private void ScanGroup(int sign)
    {
        SkipSpace();
        while (_error is null && !Take(')'))
        {
            if (_at >= text.Length)
            {
                Fail("')' is missing.");
                return;
            }

            ScanSymbol(sign);
            SkipSpace();
            _ = TakeProduct();
            SkipSpace();
        }
    }

    private void ScanSymbol(int sign)
    {
        int begin = _at;
        while (_at < text.Length && (char.IsLetter(text[_at]) || text[_at] is '%' or '°' or '\u00B5'))
        {
            _at++;
        }

        string name = text[begin.._at];
        if (name.Length == 0)
        {
            Fail(_at < text.Length ? $"'{text[_at]}' cannot stand in a unit." : "the unit is missing.");
            return;
        }

        UnitSymbol? symbol = UnitSymbols.Find(name);
        if (symbol is null)
        {
            _at = begin;
            string? nearest = Suggestion.Nearest(name, UnitSymbols.All);
            Fail($"'{Shorten(name)}' is no known unit{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
            return;
        }

        int halves = ScanExponent();
        if (_error is null && symbol.StandsAlone && (halves != 2 || sign < 0))
        {
            Fail($"{symbol.Symbol} stands alone, without exponent or '/'.");
        }
        else if (_error is null && _factors.Count == MostFactors)
        {
            Fail($"a unit has at most {MostFactors} factors.");
        }

        _factors.Add(new UnitFactor(symbol, sign * halves));
    }

    /// <summary>Reads <c>2</c>, <c>-1</c>, <c>^2</c>, <c>^-1</c>, <c>**2</c>, <c>²</c>, <c>⁻¹</c>, <c>^0.5</c>; 1 where none stands.</summary>
    private int ScanExponent()
    {
        int begin = _at;
        bool marked = Take('^') || (text.AsSpan(_at).StartsWith("**") && Take('*') && Take('*'));
        string digits = string.Empty;
        while (_at < text.Length && ExponentCharacter(text[_at], digits, marked) is { } character)
        {
            digits += character;
            _at++;
        }

        if (digits.Length == 0 && !marked)
        {
            return 2;
        }

        bool number = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double exponent);
        double halves = 2.0 * exponent;
        if (!number || halves == 0.0 || halves != Math.Truncate(halves) || Math.Abs(halves) > LargestHalves)
        {
            Fail($"'{Shorten(text[begin.._at])}' is no exponent; allowed are whole and half numbers from -9 to 9 except 0.");
            return 2;
        }

        return (int)halves;
    }

    private static char? ExponentCharacter(char character, string digits, bool marked)
    {
        int superscript = Superscripts.IndexOf(character, StringComparison.Ordinal);
        return character switch
        {
            _ when superscript >= 0 => (char)('0' + superscript),
            _ when char.IsAsciiDigit(character) => character,
            '-' or '\u2212' or '⁻' when digits.Length == 0 => '-',
            '.' when marked && digits.Length > 0 && !digits.Contains('.', StringComparison.Ordinal) => '.',
            _ => null,
        };
    }

    private bool TakeProduct() => Take('*') || Take('·') || Take('⋅') || Take('×') || Take('.');

    private bool Take(char character)
    {
        bool here = _at < text.Length && text[_at] == character;
        _at += here ? 1 : 0;
        return here;
    }

    private bool SkipSpace()
    {
        int begin = _at;
        while (_at < text.Length && text[_at] is ' ' or '\u00A0' or '\u2009' or '\u202F')
        {
            _at++;
        }

        return _at > begin;
    }

    private void Fail(string problem) => _error ??= new QuantityFormatException(text, Math.Min(_at, text.Length), problem);

    private static string Shorten(string name) => name.Length <= 24 ? name : name[..24] + "…";
}
