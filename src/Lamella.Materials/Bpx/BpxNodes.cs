using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Bpx;

/// <summary>A range of numbers that a key allows.</summary>
/// <param name="Lower">Least value.</param>
/// <param name="Upper">Greatest value.</param>
/// <param name="IsOpen">Whether the least value itself is excluded.</param>
internal readonly record struct BpxRange(double Lower, double Upper, bool IsOpen = false)
{
    internal static BpxRange Any { get; } = new(double.MinValue, double.MaxValue);

    internal static BpxRange Positive { get; } = new(0.0, double.MaxValue, IsOpen: true);

    internal static BpxRange NotNegative { get; } = new(0.0, double.MaxValue);

    internal static BpxRange Share { get; } = new(0.0, 1.0);

    internal bool Contains(double value) => value <= Upper && (IsOpen ? value > Lower : value >= Lower);

    public override string ToString()
    {
        string above = IsOpen ? "above" : "at least";
        return (Lower > double.MinValue, Upper < double.MaxValue) switch
        {
            (true, true) => FormattableString.Invariant($"a number from {Lower} to {Upper}"),
            (true, false) => FormattableString.Invariant($"a number {above} {Lower}"),
            _ => "a number",
        };
    }
}

/// <summary>Reads numbers, functions and lists of a BPX file.</summary>
internal static class BpxNodes
{
    private const string FunctionAllowed = "a number, an expression in x as text, or a table {\"x\": […], \"y\": […]}";

    /// <summary>Reads a number that must be there.</summary>
    internal static double Number(YamlMapping section, string key, BpxRange range) => Number(section.Required(key), range);

    /// <summary>Reads a number, or null where the key is absent.</summary>
    internal static double? NumberOrNull(YamlMapping section, string key, BpxRange range) =>
        section.Optional(key) is { } node ? Number(node, range) : null;

    /// <summary>Reads a number; a text is none.</summary>
    internal static double Number(YamlNode node, BpxRange range)
    {
        bool isNumber = TryNumber(node, out double value);
        return isNumber && range.Contains(value) ? value : throw node.Error(
            isNumber ? $"{Label(node)} is {value.ToString("R", CultureInfo.InvariantCulture)}." : $"{Label(node)} is no number.",
            range.ToString(),
            isNumber ? "Correct the value; check its sign and its power of ten against the unit in the key." : "Write the number in SI without quotes and unit.");
    }

    /// <summary>Reads a number, an expression or a table.</summary>
    internal static BpxFunction Function(YamlNode node) => node switch
    {
        YamlScalar { IsPlain: false } text => Expression(text),
        YamlMapping table => Table(table),
        _ => BpxFunction.Of(TryNumber(node, out double value)
            ? value : throw node.Error($"{Label(node)} is no function.", FunctionAllowed, "Write a number without quotes or an expression with quotes.")),
    };

    /// <summary>Reads a list of numbers.</summary>
    internal static ImmutableArray<double> List(YamlNode node) => [.. node.AsSequence().Items.Select(item => Number(item, BpxRange.Any))];

    internal static string Label(YamlNode node) => $"'{node.Path.Replace("/", " / ", StringComparison.Ordinal)}'";

    private static bool TryNumber(YamlNode node, out double value)
    {
        value = double.NaN;
        return node is YamlScalar { IsPlain: true } scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static BpxFunction Expression(YamlScalar text)
    {
        try
        {
            return BpxFunction.Of(BpxExpression.Parse(text.Value));
        }
        catch (BpxExpressionException error)
        {
            // The first character of the text follows the quote; escapes in it would shift the caret by a few columns.
            InputPlace place = text.Place with { Column = text.Column + 1 + error.Position };
            throw new InputException(
                place, $"{Label(text)} is no expression: {error.Problem}.", error.Allowed, "BPX functions are expressions in x; nothing else is run.");
        }
    }

    private static BpxFunction Table(YamlMapping table)
    {
        table.AllowOnly("x", "y");
        ImmutableArray<double> x = List(table.Required("x")), y = List(table.Required("y"));
        if (x.Length != y.Length)
        {
            throw table.Error(
                FormattableString.Invariant($"{Label(table)} has {x.Length} values of x and {y.Length} of y."), "as many of each", "Complete the shorter list.");
        }

        try
        {
            return BpxFunction.Of([.. x.Zip(y)]);
        }
        catch (ArgumentException error)
        {
            throw table.Error($"{Label(table)}: {error.Message.Split(" (Parameter")[0]}", "at least two points, each x once", "Correct the table.");
        }
    }
}
