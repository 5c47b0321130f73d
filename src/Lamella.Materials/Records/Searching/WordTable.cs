namespace Lamella.Materials.Records.Searching;

/// <summary>Numbers the words of many texts. Records repeat most of their texts, so each text is taken apart once.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, int[]> _texts = new(StringComparer.Ordinal);
    private readonly List<int> _found = [];

    internal WordTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the words with their numbers, from 0 without gaps.</summary>
    internal IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>Returns the numbers of the words of a text that others repeat.</summary>
    internal int[] OfRepeated(string text)
    {
        if (!_texts.TryGetValue(text, out int[]? numbers))
        {
            _texts.Add(text, numbers = [.. Of(text)]);
        }

        return numbers;
    }

    /// <summary>Returns the numbers of the words of a text that stands once, such as an identifier; valid until the next call.</summary>
    internal List<int> Of(string text)
    {
        _found.Clear();
        Span<char> small = stackalloc char[128];
        foreach (Range range in RecordWords.Ranges(text))
        {
            ReadOnlySpan<char> word = text.AsSpan(range);
            Span<char> lower = word.Length <= small.Length ? small[..word.Length] : new char[word.Length];
            word.ToLowerInvariant(lower);
            _found.Add(Number(lower));
        }

        return _found;
    }

    private int Number(ReadOnlySpan<char> word)
    {
        if (!_bySpan.TryGetValue(word, out int number))
        {
            _numbers.Add(word.ToString(), number = _numbers.Count);
        }

        return number;
    }
}
