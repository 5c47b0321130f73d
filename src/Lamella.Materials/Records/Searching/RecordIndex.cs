using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>What a search found.</summary>
/// <param name="Records">The records, the best first; equal ones in the order of the library.</param>
/// <param name="UnknownWords">Words that occur nowhere, each with the nearest word that does, or null.</param>
public sealed record RecordHits(ImmutableArray<LiteratureRecord> Records, ImmutableArray<(string Word, string? Nearest)> UnknownWords);

/// <summary>An inverted index over a library: for every word the records in which it occurs, with its weight there.</summary>
/// <remarks>Immutable after construction; safe to share. A word of a question of three letters or more also finds words that begin with it.</remarks>
public sealed class RecordIndex
{
    private const int ShortestPrefix = 3;

    private readonly ImmutableArray<LiteratureRecord> _records;
    private readonly FrozenDictionary<string, int[]> _byQuantity;
    private readonly Postings _postings;

    /// <summary>Initializes a new instance of the <see cref="RecordIndex"/> class.</summary>
    /// <param name="library">The library.</param>
    public RecordIndex(RecordLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        _records = library.Records;
        _postings = Postings.Of(_records);
        _byQuantity = _records.Select((record, i) => (record.Quantity, i)).GroupBy(pair => pair.Quantity)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.i).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Finds the records that a question asks for.</summary>
    /// <param name="query">The question.</param>
    /// <returns>All of them, the best first.</returns>
    /// <exception cref="InputException">The question names an unknown quantity.</exception>
    public RecordHits Find(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Checked("--quantity");
        var composition = CompositionQuestion.Read(query.Composition);
        string[] words = [.. query.Words.SelectMany(RecordWords.OfQuestion).Concat(composition.Components).Distinct(StringComparer.Ordinal)];
        int[]? scores = null;
        var unknown = ImmutableArray.CreateBuilder<(string, string?)>();
        foreach (string word in words)
        {
            (int from, int to) = Range(word);
            if (from == to)
            {
                unknown.Add((word, Suggestion.Nearest(word, _postings.Words)));
                continue;
            }

            scores = Meet(scores, word, from, to);
        }

        return new RecordHits(unknown.Count > 0 ? [] : Collect(query, composition, scores), unknown.ToImmutable());
    }

    private (int From, int To) Range(string word)
    {
        int found = Array.BinarySearch(_postings.Words, word, StringComparer.Ordinal);
        int from = found < 0 ? ~found : found, to = found < 0 ? from : from + 1;
        while (word.Length >= ShortestPrefix && to < _postings.Words.Length && _postings.Words[to].StartsWith(word, StringComparison.Ordinal))
        {
            to++;
        }

        return (from, to);
    }

    // A record stays where every word was met; its score is the sum of the best weight of each.
    private int[] Meet(int[]? scores, string word, int from, int to)
    {
        var here = new int[_records.Length];
        for (int k = from; k < to; k++)
        {
            int factor = _postings.Words[k].Length == word.Length ? 2 : 1;
            foreach ((int record, int weight) in _postings[k])
            {
                here[record] = Math.Max(here[record], factor * weight);
            }
        }

        for (int i = 0; scores is not null && i < here.Length; i++)
        {
            here[i] = here[i] > 0 && scores[i] > 0 ? here[i] + scores[i] : 0;
        }

        return here;
    }

    private ImmutableArray<LiteratureRecord> Collect(RecordQuery query, CompositionQuestion composition, int[]? scores)
    {
        IEnumerable<int> candidates = query.Quantity is { } quantity
            ? _byQuantity.GetValueOrDefault(quantity, []) : Enumerable.Range(0, _records.Length);
        var filter = new RecordFilter(query, composition);
        int[] kept = [.. candidates.Where(i => scores is null || scores[i] > 0).Where(i => filter.Passes(_records[i]))];
        return scores is null ? [.. kept.Select(i => _records[i])] : [.. kept.OrderByDescending(i => scores[i]).Select(i => _records[i])];
    }
}
