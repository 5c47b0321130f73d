using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Records;

/// <summary>A value as a publication prints it: <c>0.58 mS/cm</c>, <c>~ 300 um</c>, <c>&gt; 1200 h</c>, <c>0.1 to 1 mS/cm</c>, <c>20, 3</c>, <c>1.9(1) mg/cm2</c>.</summary>
/// <param name="Value">Qualifier, numbers and unit.</param>
/// <param name="Pieces">Each number as written, the last with its unit.</param>
/// <param name="Each">Each number with its standard uncertainty, in the unit of the value.</param>
public sealed record PrintedValue(FactValue Value, ImmutableArray<string> Pieces, ImmutableArray<Quantity> Each)
{
    private static readonly ImmutableArray<(string Text, FactQualifier Qualifier)> Signs =
    [
        ("<=", FactQualifier.AtMost), (">=", FactQualifier.AtLeast), ("≤", FactQualifier.AtMost), ("≥", FactQualifier.AtLeast),
        ("<", FactQualifier.Below), (">", FactQualifier.Above), ("~", FactQualifier.About),
    ];

    /// <summary>Reads a value.</summary>
    /// <param name="node">The node that holds it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InputException">The text is no such value; carries the place.</exception>
    public static PrintedValue Read(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Read(node.AsText(), node.Error);
    }

    /// <summary>Reads a value that does not stand in a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the text stands, such as the name of an option.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InputException">The text is no such value.</exception>
    public static PrintedValue Read(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, (problem, allowed, remedy) => new InputException(InputPlace.Whole(place), problem, allowed, remedy));
    }

    /// <summary>Tells whether words may be meant as a value: whether they begin as a number does.</summary>
    /// <param name="text">The words, not empty.</param>
    /// <returns>True where they begin with a digit, a sign or a qualifier.</returns>
    public static bool BeginsAsNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && (char.IsAsciiDigit(text[0]) || (text.Length > 1 && "<>~≤≥-+.".Contains(text[0], StringComparison.Ordinal)));
    }

    /// <summary>Finds the digits of a number that may be followed by its unit.</summary>
    /// <param name="piece">The number as written, such as <c>3.0 mS/cm</c>.</param>
    /// <returns>For example <c>3.0</c>.</returns>
    public static string DigitsOf(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        string text = piece.TrimStart();
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || ".-+eE".Contains(text[end], StringComparison.Ordinal)))
        {
            end++;
        }

        return text[..end].TrimEnd('e', 'E', '-', '+'); // the e of a unit such as eV belongs to no number
    }

    private static PrintedValue Read(string text, Func<string, string, string, InputException> error)
    {
        (FactQualifier qualifier, string rest) = SplitSign(text);
        string[] pieces = qualifier == FactQualifier.Exact ? Split(rest, ref qualifier) : [rest];
        Quantity last = Parse(pieces[^1], error);
        var each = ImmutableArray.CreateBuilder<Quantity>(pieces.Length);
        foreach (string piece in pieces)
        {
            Quantity one = piece == pieces[^1] ? last : Parse(piece, error);
            if (one.Unit != last.Unit && one.Unit != Unit.One && one.Dimension != last.Dimension)
            {
                throw error($"'{text}' mixes {one.Unit} and {last.Unit}.", "one unit for all numbers", "Write the unit once, after the last number.");
            }

            each.Add(one.Unit == Unit.One ? new Quantity(one.Value, last.Unit, one.Uncertainty) : one.In(last.Unit));
        }

        if (qualifier == FactQualifier.Range && each[0].Value > each[1].Value)
        {
            throw error($"the range '{text}' runs downwards.", "the smaller number first", "Swap the two numbers.");
        }

        return new PrintedValue(new FactValue(qualifier, [.. each.Select(one => one.Value)], last.Unit), [.. pieces], each.ToImmutable());
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

    private static string[] Split(string text, ref FactQualifier qualifier)
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

    private static Quantity Parse(string text, Func<string, string, string, InputException> error) =>
        Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? problem) ? quantity : throw error(
            string.Create(CultureInfo.InvariantCulture, $"'{text}' is no quantity: {problem.Problem}"),
            "0.58 mS/cm, ~ 300 um, > 1200 h, 0.1 to 1 mS/cm, or a list 74, 148 um",
            "Write number and unit; letter case matters in units.");
}
