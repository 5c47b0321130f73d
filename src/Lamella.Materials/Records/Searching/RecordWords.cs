using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>Splits records and questions into words: letters and digits, lower case; a point between digits belongs to the word.</summary>
internal static class RecordWords
{
    // What a word weighs by where it stands: a hit in the name of the system says more than one in a note.
    private const int OfSystem = 8, OfComposition = 5, OfQuantity = 4, OfOthers = 1;

    internal static IEnumerable<string> Split(string text)
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
                yield return text[begin..i].ToLowerInvariant();
                begin = -1;
            }
        }
    }

    internal static IEnumerable<(string Word, int Weight)> Of(LiteratureRecord record)
    {
        foreach ((string? text, int weight) in Texts(record))
        {
            foreach (string word in Split(text ?? string.Empty))
            {
                yield return (word, weight);
            }
        }
    }

    private static bool IsPoint(string text, int i) =>
        text[i] == '.' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static IEnumerable<(string? Text, int Weight)> Texts(LiteratureRecord record)
    {
        yield return (record.System.Name, OfSystem);
        yield return (record.Specimen, OfSystem);
        yield return (record.Quantity, OfQuantity);
        foreach ((string key, string text) in record.System.Attributes)
        {
            yield return (text, RecordedSystem.CompositionKeys.Contains(key) ? OfComposition : OfOthers);
        }

        foreach ((string _, RecordCondition condition) in record.Conditions)
        {
            yield return (condition.Text, OfOthers);
        }

        yield return (record.Id, OfOthers);
        yield return (record.Publication, OfOthers);
        yield return (record.Method, OfOthers);
        yield return (record.Source.Citation, OfOthers);
        yield return (record.Kind, OfOthers);
        yield return (record.Note, OfOthers);
    }
}
