using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>Splits records and questions into words: letters and digits, lower case; a point between digits belongs to the word.</summary>
internal static class RecordWords
{
    // What a word weighs by where it stands: a hit in the name of the system says more than one in a note.
    internal const int OfOthers = 1;
    private const int OfSystem = 8, OfComposition = 5, OfQuantity = 4;

    internal static IEnumerable<string> Split(string text) => Ranges(text).Select(range => text[range].ToLowerInvariant());

    /// <summary>Splits a question, with units as files write them: °C is degC there.</summary>
    internal static IEnumerable<string> OfQuestion(string text) => Split(text.Replace("°C", " degC", StringComparison.Ordinal).Replace('µ', 'u').Replace('μ', 'u'));

    /// <summary>Returns where the words of a text stand.</summary>
    internal static IEnumerable<Range> Ranges(string text)
    {
        int begin = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || IsPoint(text, i));
            if (inside && begin < 0)
            {
                begin = i;
            }
            else if (!inside && begin >= 0)
            {
                yield return begin..i;
                begin = -1;
            }
        }
    }

    private static bool IsPoint(string text, int i) =>
        text[i] == '.' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    /// <summary>Returns the texts of a system in which words are looked for.</summary>
    internal static IEnumerable<(string? Text, int Weight)> OfSystemTexts(RecordedSystem system) => system.Attributes
        .Select(entry => ((string?)entry.Value, RecordedSystem.CompositionKeys.Contains(entry.Key) ? OfComposition : OfOthers)).Prepend((system.Name, OfSystem));

    /// <summary>Returns the texts of a source in which words are looked for.</summary>
    internal static IEnumerable<(string? Text, int Weight)> OfSourceTexts(RecordSource source) =>
        [(source.Citation, OfOthers), (source.Title, OfOthers), (source.Doi, OfOthers)];

    /// <summary>Returns the other texts of a record in which words are looked for, but for its identifier, which no other has.</summary>
    internal static IEnumerable<(string? Text, int Weight)> OwnTexts(LiteratureRecord record)
    {
        yield return (record.Specimen, OfSystem);
        yield return (record.Quantity, OfQuantity);
        foreach ((string _, RecordCondition condition) in record.Conditions)
        {
            yield return (condition.Text, OfOthers);
        }

        yield return (record.Value.Printed, OfOthers);
        yield return (record.Publication, OfOthers);
        yield return (record.Method, OfOthers);
        yield return (record.Kind, OfOthers);
        yield return (record.Note, OfOthers);
    }
}
