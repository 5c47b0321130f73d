using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>The words of one protocol line, with their places.</summary>
internal sealed class StepWords
{
    private readonly string file;
    private readonly int number;
    private readonly string line;
    private readonly (int Start, int End)[] words;

    internal StepWords(string file, int number, string line)
    {
        (this.file, this.number, this.line) = (file, number, line);
        words = Split(line);
    }

    /// <summary>Gets the number of words.</summary>
    internal int Count => words.Length;

    /// <summary>Gets one word; empty behind the end.</summary>
    internal string this[int index] => index < words.Length ? line[words[index].Start..words[index].End] : string.Empty;

    /// <summary>Tells whether a word is a keyword, in any case of letters.</summary>
    internal bool Is(int index, string word) => string.Equals(this[index], word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the index of the first keyword at or behind a word; the number of words where none follows.</summary>
    internal int NextKeyword(int from)
    {
        int at = from;
        while (at < words.Length && !Is(at, "until") && !Is(at, "for") && !Is(at, "or"))
        {
            at++;
        }

        return at;
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

    /// <summary>Makes the error of a word.</summary>
    internal InputException Error(int word, string problem, string allowed, string remedy) =>
        Fault(word < words.Length ? words[word].Start : line.Length, problem, allowed, remedy);

    /// <summary>Cuts a text for a message.</summary>
    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private InputException Fault(int position, string problem, string allowed, string remedy) =>
        new(new InputPlace(file, number, position + 1, line), problem, allowed, remedy);

    private static (int Start, int End)[] Split(string line)
    {
        var found = new List<(int Start, int End)>();
        int at = 0;
        while (at < line.Length)
        {
            int start = at;
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
