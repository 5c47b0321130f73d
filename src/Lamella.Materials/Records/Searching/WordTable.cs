using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>Numbers the words of many records. Systems, sources and most texts repeat; each is taken apart once.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, int[]> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<object, (int Word, int Weight)[]> _parts = new(ReferenceEqualityComparer.Instance);

    internal WordTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the words with their numbers, from 0 without gaps.</summary>
    internal IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>Adds the words of a record, each as often as it stands there, with what it weighs.</summary>
    internal void AddTo(List<(int Word, int Weight)> words, LiteratureRecord record)
    {
        words.AddRange(Part(record.System, record.System, RecordWords.OfSystemTexts));
        words.AddRange(Part(record.Source, record.Source, RecordWords.OfSourceTexts));
        foreach ((string? text, int weight) in RecordWords.OwnTexts(record))
        {
            Add(words, text is null ? [] : OfRepeated(text), weight);
        }

        Add(words, [.. Split(record.Id)], RecordWords.OfOthers);
    }

    private static void Add(List<(int Word, int Weight)> words, int[] numbers, int weight)
    {
        foreach (int number in numbers)
        {
            words.Add((number, weight));
        }
    }

    private (int Word, int Weight)[] Part<T>(object key, T part, Func<T, IEnumerable<(string? Text, int Weight)>> texts)
    {
        if (!_parts.TryGetValue(key, out (int Word, int Weight)[]? words))
        {
            _parts.Add(key, words = [.. texts(part).Where(entry => entry.Text is not null).SelectMany(entry => OfRepeated(entry.Text!).Select(word => (word, entry.Weight)))]);
        }

        return words;
    }

    private int[] OfRepeated(string text)
    {
        if (!_texts.TryGetValue(text, out int[]? numbers))
        {
            _texts.Add(text, numbers = [.. Split(text)]);
        }

        return numbers;
    }

    private IEnumerable<int> Split(string text) => RecordWords.Ranges(text).Select(range => Number(text.AsSpan(range)));

    private int Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 128 ? stackalloc char[128] : new char[word.Length];
        lower = lower[..word.Length];
        word.ToLowerInvariant(lower);
        if (!_bySpan.TryGetValue(lower, out int number))
        {
            _numbers.Add(lower.ToString(), number = _numbers.Count);
        }

        return number;
    }
}
