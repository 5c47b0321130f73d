using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Audit.Claims;

/// <summary>Reads claimed values: <c>0.58 mS/cm</c>, <c>~ 300 um</c>, <c>&gt; 1200 h</c>, <c>0.1 to 1 mS/cm</c>, <c>20, 3</c>, <c>1.9(1) mg/cm2</c>.</summary>
internal static class ClaimValueReader
{
    private static readonly ImmutableArray<(string Text, FactQualifier Qualifier)> Signs =
    [
        ("<=", FactQualifier.AtMost), (">=", FactQualifier.AtLeast), ("≤", FactQualifier.AtMost), ("≥", FactQualifier.AtLeast),
        ("<", FactQualifier.Below), (">", FactQualifier.Above), ("~", FactQualifier.About),
    ];

    // Counts and rates are chosen, not rounded: their digits leave nothing open.
    private static readonly string[] ExactUnits = ["cycle", "C"];

    /// <summary>Reads a value.</summary>
    /// <exception cref="InputException">The text is no such value; carries the place.</exception>
    internal static ClaimValue Read(YamlNode node)
    {
        string text = node.AsText();
        (FactQualifier qualifier, string rest) = SplitSign(text);
        string[] pieces = qualifier == FactQualifier.Exact ? Pieces(rest, ref qualifier) : [rest];
        Quantity last = Parse(node, pieces[^1]);
        Unit unit = last.Unit;
        var numbers = ImmutableArray.CreateBuilder<double>();
        var halves = ImmutableArray.CreateBuilder<double>();
        foreach (string piece in pieces)
        {
            Quantity each = piece == pieces[^1] ? last : Parse(node, piece);
            if (each.Unit != unit && each.Unit != Unit.One)
            {
                each = each.Dimension == unit.Dimension ? each.In(unit) : throw node.Error(
                    $"'{text}' mixes {each.Unit} and {unit}.", "one unit for all numbers", "Write the unit once, after the last number.");
            }

            numbers.Add(each.Value);
            halves.Add(each.Uncertainty > 0.0 ? 2.0 * each.Uncertainty : HalfDigit(piece, unit));
        }

        if (qualifier == FactQualifier.Range && numbers[0] > numbers[1])
        {
            throw node.Error($"the range '{text}' runs downwards.", "the smaller number first", "Swap the two numbers.");
        }

        return new ClaimValue(new FactValue(qualifier, numbers.ToImmutable(), unit), halves.ToImmutable());
    }

    /// <summary>Reads a condition: a value where the text is one, else words.</summary>
    internal static ClaimCondition ReadCondition(YamlNode node)
    {
        string text = node.AsText();
        bool startsAsNumber = char.IsAsciiDigit(text[0]) || (text.Length > 1 && "<>~≤≥-+.".Contains(text[0], StringComparison.Ordinal));
        if (!startsAsNumber)
        {
            return new ClaimCondition(text, null);
        }

        try
        {
            return new ClaimCondition(text, Read(node));
        }
        catch (InputException)
        {
            return new ClaimCondition(text, null); // words that begin with a digit, such as "3.2 mm rotor"
        }
    }

    /// <summary>Finds half the last printed digit of a number with its unit; zero for counts.</summary>
    internal static double HalfDigit(string piece, Unit unit)
    {
        if (ExactUnits.Contains(unit.Symbol, StringComparer.Ordinal))
        {
            return 0.0;
        }

        int end = 0;
        string text = piece.TrimStart();
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || ".-+eE".Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        // The e of a unit such as eV belongs to no number.
        string digits = text[..end].TrimEnd('e', 'E', '-', '+');
        return ClaimValue.HalfDigit(digits);
    }

    private static (FactQualifier Qualifier, string Remaining) SplitSign(string text)
    {
        foreach ((string sign, FactQualifier qualifier) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                return (qualifier, text[sign.Length..].Trim());
            }
        }

        return (FactQualifier.Exact, text.Trim());
    }

    private static string[] Pieces(string text, ref FactQualifier qualifier)
    {
        string[] ends = text.Split(" to ", StringSplitOptions.TrimEntries);
        if (ends.Length == 2)
        {
            qualifier = FactQualifier.Range;
            return ends;
        }

        string[] items = text.Split(", ", StringSplitOptions.TrimEntries);
        qualifier = items.Length > 1 ? FactQualifier.List : FactQualifier.Exact;
        return items;
    }

    private static Quantity Parse(YamlNode node, string text) =>
        Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? error) ? quantity : throw node.Error(
            string.Create(CultureInfo.InvariantCulture, $"'{text}' is no quantity: {error.Problem}"),
            "0.58 mS/cm, ~ 300 um, > 1200 h, 0.1 to 1 mS/cm, or a list 74, 148 um",
            "Write number and unit; letter case matters in units.");
}
