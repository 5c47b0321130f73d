using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Instruments.Operations;

/// <summary>The parameters of an operation, and where they stand in its text.</summary>
internal sealed class OperationText
{
    private const string Numbers = "whole numbers and ranges of them, such as 3, 3..5 or 1,3,7..";

    private static readonly QuantityRule Times = QuantityRule.Like("10 s").Above("0 s"), Voltages = QuantityRule.Like("5 mV").Above("0 V");
    private readonly OperationKind kind;
    private readonly string text, place;
    private readonly int begin;

    private OperationText(OperationKind kind, string text, string place, int begin) => (this.kind, this.text, this.place, this.begin) = (kind, text, place, begin);

    /// <summary>Steps over the words of an operation; null where the text does not begin with them.</summary>
    internal static OperationText? After(OperationKind kind, string text, string place)
    {
        int at = 0;
        foreach (string word in kind.Words.Split(' '))
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (!text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            at += word.Length;
            at += at < text.Length && text[at] is 's' && (at + 1 == text.Length || text[at + 1] == ' ') ? 1 : 0; // keep steps 3..5
            if (at < text.Length && text[at] != ' ')
            {
                return null;
            }
        }

        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return new OperationText(kind, text, place, at);
    }

    /// <summary>Reads numbers and ranges of them: <c>3</c>, <c>3..5</c>, <c>..5</c>, <c>1,3,7..</c>.</summary>
    internal ImmutableArray<NumberRange> Ranges()
    {
        var ranges = ImmutableArray.CreateBuilder<NumberRange>();
        int at = begin;
        foreach (string part in text[begin..].Split(','))
        {
            int dots = part.IndexOf("..", StringComparison.Ordinal);
            NumberRange range = dots < 0
                ? new NumberRange(Whole(part, at), Whole(part, at))
                : new NumberRange(End(part[..dots], at), End(part[(dots + 2)..], at + dots + 2));
            if (part.Trim() is "" or ".." || range.First > range.Last)
            {
                throw Wrong(at, part.Trim().Length == 0 ? "a number is missing." : part.Trim() == ".." ? "the range has no end." : "the range ends before it begins.", Numbers);
            }

            ranges.Add(range);
            at += part.Length + 1;
        }

        return ranges.ToImmutable();
    }

    /// <summary>Reads the n of every n-th row.</summary>
    internal int Distance()
    {
        string rest = text[begin..].Trim();
        foreach (string ending in new[] { "rows", "row", "th", "nd", "rd", "st" })
        {
            rest = rest.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? rest[..^ending.Length].TrimEnd() : rest;
        }

        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int distance) && distance > 0 ? distance
            : throw Wrong(begin, "this is no number of rows.", "a whole number from 1, such as 10 rows");
    }

    /// <summary>Reads what to resample by.</summary>
    internal Resampling Resampling()
    {
        Quantity step = Parse(text[begin..], begin);
        return Times.Fits(step.Dimension) && Times.Contains(step.InSi) ? new ResampleTime(step)
            : Voltages.Fits(step.Dimension) && Voltages.Contains(step.InSi) ? new ResampleVoltage(step)
            : throw Wrong(begin, $"'{step}' is no distance to resample by.", $"{Times.Describe()}, or {Voltages.Describe()}");
    }

    /// <summary>Reads two values of a quantity: <c>2.8 V..4.2 V</c>, <c>2.8..4.2 V</c>, <c>1 kHz..</c>.</summary>
    internal (Quantity? From, Quantity? To) Between(QuantityRule rule)
    {
        string rest = text[begin..];
        int dots = rest.IndexOf("..", StringComparison.Ordinal);
        string upper = dots < 0 ? string.Empty : rest[(dots + 2)..].Trim(), lower = dots < 0 ? string.Empty : rest[..dots].Trim();
        if (dots < 0 || (lower.Length == 0 && upper.Length == 0))
        {
            throw Wrong(begin, "a range is missing.", Bounds(rule));
        }

        Quantity? to = upper.Length == 0 ? null : Fitting(Parse(upper, begin + dots + 2), rule, begin + dots + 2);
        bool isBare = to is not null && double.TryParse(lower, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        Quantity? from = lower.Length == 0 ? null : Fitting(Parse(isBare ? $"{lower} {to!.Unit}" : lower, begin), rule, begin);
        return from?.InSi > to?.InSi ? throw Wrong(begin, "the range ends before it begins.", Bounds(rule)) : (from, to);
    }

    private static string Bounds(QuantityRule rule) => $"two values with '..' between them, or one of them, each {rule.Describe()}";

    private long? End(string part, int at) => part.Trim().Length == 0 ? null : Whole(part, at);

    private long Whole(string part, int at) =>
        long.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && Math.Abs((double)number) < 1e15 ? number
            : part.Trim().Length == 0 ? throw Wrong(at, "a number is missing.", Numbers) : throw Wrong(at, $"'{part.Trim()}' is no whole number.", Numbers);

    private Quantity Fitting(Quantity quantity, QuantityRule rule, int at) =>
        rule.Fits(quantity.Dimension) ? quantity : throw Wrong(at, $"'{quantity}' is a {quantity.Dimension.Name}.", Bounds(rule));

    private Quantity Parse(string part, int at) => Quantity.TryParse(part, out Quantity? quantity, out QuantityFormatException? error) ? quantity
        : throw Wrong(at + Math.Min(error.Position, part.Length), error.Problem, $"for example: {kind.Example}");

    private InputException Wrong(int at, string problem, string allowed)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return new InputException(new InputPlace(place, 1, at + 1, text), problem, allowed, $"Write for example --apply \"{kind.Example}\".");
    }
}
