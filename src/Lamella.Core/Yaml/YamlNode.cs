using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Core.Yaml;

/// <summary>One node of a YAML file: a scalar, a mapping or a sequence, with its place for messages.</summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlText text, int line, int column, string path) =>
        (Text, Line, Column, Path) = (text, line, column, path);

    /// <summary>Gets where the node stands, such as <c>electrolyte/1/thickness</c>; empty for the whole file.</summary>
    public string Path { get; }

    /// <summary>Gets the place of the node's first character.</summary>
    public InputPlace Place => Text.At(Line, Column);

    /// <summary>Gets the line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the column, counted from 1.</summary>
    public int Column { get; }

    /// <summary>Gets the kind of node in words: a value, a mapping, a list.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets the text of the file.</summary>
    private protected YamlText Text { get; }

    /// <summary>Gets the number of nodes in this tree, aliases counted as often as they are used.</summary>
    internal abstract int Size { get; }

    /// <summary>Gets the name by which messages call the node.</summary>
    internal string Label => Path.Length == 0 ? "the file" : $"'{Path.Replace("/", " / ", StringComparison.Ordinal)}'";

    /// <summary>Returns this node as a mapping.</summary>
    /// <returns>The mapping.</returns>
    /// <exception cref="InputException">The node is something else.</exception>
    public YamlMapping AsMapping() => this as YamlMapping
        ?? throw Wrong("a mapping (lines 'key: value', indented)");

    /// <summary>Returns this node as a list.</summary>
    /// <returns>The list.</returns>
    /// <exception cref="InputException">The node is something else.</exception>
    public YamlSequence AsSequence() => this as YamlSequence
        ?? throw Wrong("a list (lines starting with '- ')");

    /// <summary>Returns this node as a single value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InputException">The node is something else, or empty.</exception>
    public YamlScalar AsScalar() => this as YamlScalar
        ?? throw Wrong("a single value");

    /// <summary>Returns the text of a single value.</summary>
    /// <returns>The text, not empty.</returns>
    /// <exception cref="InputException">The node is no single value, or empty.</exception>
    public string AsText()
    {
        string text = AsScalar().Value;
        return text.Length > 0 ? text : throw Error(
            $"{Label} is empty.", "a text", "Write a value after the colon, or remove the key.");
    }

    /// <summary>Returns the text of a single value that must be one of a few words.</summary>
    /// <param name="allowed">The words.</param>
    /// <returns>One of them.</returns>
    /// <exception cref="InputException">It is another word; the message names the nearest.</exception>
    public string AsOneOf(params IReadOnlyCollection<string> allowed)
    {
        string text = AsText();
        return allowed.Contains(text) ? text : throw Error(
            $"{Label} is '{YamlText.Shorten(text)}'.", string.Join(", ", allowed), Hint(text, allowed, "Use one of these words."));
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="lower">Least value allowed.</param>
    /// <param name="upper">Greatest value allowed.</param>
    /// <returns>The number.</returns>
    /// <exception cref="InputException">The node is no whole number in that range.</exception>
    public int AsInteger(int lower, int upper)
    {
        string text = AsText();
        bool number = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        return number && value >= lower && value <= upper ? value : throw Error(
            $"{Label} is '{YamlText.Shorten(text)}'.",
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {lower} to {upper}"),
            "Write the number without unit and decimal point.");
    }

    /// <summary>Reads a quantity.</summary>
    /// <param name="rule">What it must be.</param>
    /// <returns>The quantity as written.</returns>
    /// <exception cref="InputException">
    /// The node is no quantity, has no unit, another dimension, or a value outside the bounds.
    /// </exception>
    public Quantity AsQuantity(QuantityRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        YamlScalar scalar = AsScalar();
        if (!Quantity.TryParse(scalar.Value, out Quantity? quantity, out QuantityFormatException? format))
        {
            int shift = scalar.IsPlain ? format.Position : 0;
            throw new InputException(
                Text.At(Line, Column + shift),
                $"{Label} is no quantity: {format.Problem}",
                rule.Describe(),
                $"Write it as {rule.Example}.");
        }

        if (!rule.Fits(quantity.Dimension))
        {
            throw quantity.Unit == Unit.One
                ? Error($"{Label} is {quantity} and has no unit.", rule.Describe(), $"Add the unit, as in {rule.Example}.")
                : Error(
                    $"{Label} is {quantity}, which is a {quantity.Dimension.Name}.",
                    rule.Describe(),
                    $"Give a {rule.Dimension.NameWithUnit}; letter case matters in units (mS is millisiemens, ms milliseconds).");
        }

        return rule.Contains(quantity.InSi) ? quantity : throw Error(
            $"{Label} is {quantity}.", rule.Describe(), "Correct the value; check its sign, its power of ten and its unit.");
    }

    /// <summary>Makes the error of this node.</summary>
    /// <param name="problem">What was found.</param>
    /// <param name="allowed">What is allowed, or empty.</param>
    /// <param name="remedy">What to do.</param>
    /// <returns>The exception, to be thrown.</returns>
    public InputException Error(string problem, string allowed, string remedy) => new(Place, problem, allowed, remedy);

    /// <summary>Returns "did you mean" with the nearest word, else a general advice.</summary>
    private protected static string Hint(string given, IEnumerable<string> known, string advice) =>
        Suggestion.Nearest(given, known) is { } nearest ? $"Did you mean '{nearest}'?" : advice;

    private InputException Wrong(string expected) => Error(
        $"{Label} is {Kind}.", expected, "Compare with an example under examples/; the indentation decides what belongs to what.");
}
