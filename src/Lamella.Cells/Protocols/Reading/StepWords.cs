using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>The words of one protocol line, with their places. Quotes keep a name with blanks together.</summary>
internal sealed class StepWords
{
    private static readonly string[] Keywords = ["until", "for", "or", "at"];

    private readonly string file;
    private readonly int number;
    private readonly string line;
    private readonly (string Text, int Column) shown;
    private readonly (int Start, int End)[] words;

    internal StepWords(string file, int number, string line)
        : this(file, number, line, (line, 0))
    {
    }

    private StepWords(string file, int number, string line, (string Text, int Column) shown)
    {
        (this.file, this.number, this.line, this.shown) = (file, number, line, shown);
        words = Split(line);
    }

    /// <summary>Takes the words of a step that stands in a larger line, as in a list of a YAML file.</summary>
    /// <param name="place">Where the step begins.</param>
    /// <param name="step">The step.</param>
    internal static StepWords Inside(InputPlace place, string step)
    {
        int at = place.Text.IndexOf(step, Math.Clamp(place.Column - 1, 0, place.Text.Length), StringComparison.Ordinal);
        return new StepWords(place.File, place.Line, step, (place.Text, at >= 0 ? at : place.Column - 1));
    }

    /// <summary>Gets the number of words.</summary>
    internal int Count => words.Length;

    /// <summary>Gets one word; empty behind the end.</summary>
    internal string this[int index] => index < words.Length ? line[words[index].Start..words[index].End] : string.Empty;

    /// <summary>Tells whether a word is a keyword, in any case of letters.</summary>
    internal bool Is(int index, string word) => string.Equals(this[index], word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the index of the first keyword at or behind a word; the number of words where none follows.</summary>
    internal int NextKeyword(int from) => NextOf(from, Keywords);

    /// <summary>Returns the index of the first of some words at or behind a word; the number of words where none follows.</summary>
    internal int NextOf(int from, params ReadOnlySpan<string> stops)
    {
        for (int at = from; at < words.Length; at++)
        {
            foreach (string stop in stops)
            {
                if (Is(at, stop))
                {
                    return at;
                }
            }
        }

        return words.Length;
    }

    /// <summary>Reads the quantity between two words.</summary>
    internal Quantity Quantity(int from, int to, string allowed)
    {
        if (from >= to)
        {
            throw Error(from, from < words.Length ? $"a value is missing before '{this[from]}'." : "the line ends before the value.", allowed, "Add the value with its unit.");
        }

        string text = line[words[from].Start..words[to - 1].End];
        return Core.Quantities.Quantity.TryParse(text, out Quantity? quantity, out QuantityFormatException? error)
            ? quantity
            : throw Fault(words[from].Start + error.Position, $"'{Short(text)}' is no quantity: {error.Problem}", allowed, "Correct the number or the unit.");
    }

    /// <summary>Reads a quantity of one dimension between two words.</summary>
    internal Quantity Quantity(int from, int to, Dimension dimension, string allowed)
    {
        Quantity given = Quantity(from, to, allowed);
        return given.Dimension == dimension ? given : throw Error(
            from, $"{given} is a {given.Dimension.Name}, not a {dimension.Name}.", allowed, $"Give a {dimension.NameWithUnit}.");
    }

    /// <summary>Returns a word without the quotes around it.</summary>
    internal string Unquoted(int index)
    {
        string word = this[index];
        return word.Length >= 2 && word[0] is '"' or '\'' && word[^1] == word[0] ? word[1..^1] : word;
    }

    /// <summary>Puts quotes around a name that has blanks.</summary>
    internal static string Quoted(string name) => name.Any(char.IsWhiteSpace) ? name.Contains('"', StringComparison.Ordinal) ? $"'{name}'" : $"\"{name}\"" : name;

    /// <summary>Refuses anything behind a word.</summary>
    internal void RequireEnd(int from, string allowed, string remedy)
    {
        if (from < words.Length)
        {
            throw Error(from, $"'{Short(this[from])}' does not belong here.", allowed, remedy);
        }
    }

    /// <summary>Makes the error of a word.</summary>
    internal InputException Error(int word, string problem, string allowed, string remedy) =>
        Fault(word < words.Length ? words[word].Start : line.Length, problem, allowed, remedy);

    /// <summary>Cuts a text for a message.</summary>
    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private InputException Fault(int position, string problem, string allowed, string remedy) =>
        new(new InputPlace(file, number, shown.Column + position + 1, shown.Text), problem, allowed, remedy);

    private static (int Start, int End)[] Split(string line)
    {
        var found = new List<(int Start, int End)>();
        int at = 0;
        while (at < line.Length)
        {
            int start = at;
            int close = line[at] is '"' or '\'' ? line.IndexOf(line[at], at + 1) : -1;
            at = close > 0 ? close + 1 : at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            if (at > start)
            {
                found.Add((start, at));
            }

            at++;
        }

        return [.. found];
    }
}
