using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>For every word, in the order of the words, the records in which it stands, in their order, each with its greatest weight.</summary>
internal sealed class Postings
{
    private readonly int[] _ends;
    private readonly (int Record, int Weight)[] _entries;

    private Postings(string[] words, int[] ends, (int Record, int Weight)[] entries) => (Words, _ends, _entries) = (words, ends, entries);

    /// <summary>Gets the words, sorted by their letters.</summary>
    internal string[] Words { get; }

    /// <summary>Gets the records of a word by its place among the words.</summary>
    internal ReadOnlySpan<(int Record, int Weight)> this[int word] => _entries.AsSpan((word == 0 ? 0 : _ends[word - 1]).._ends[word]);

    /// <summary>Collects the words of records.</summary>
    internal static Postings Of(IReadOnlyList<LiteratureRecord> records)
    {
        var table = new WordTable();
        var found = new List<(int Word, int Weight)>(32 * records.Count);
        var behind = new int[records.Count];
        for (int i = 0; i < records.Count; i++)
        {
            table.AddTo(found, records[i]);
            behind[i] = found.Count;
        }

        string[] words = [.. table.Numbers.Keys.Order(StringComparer.Ordinal)];
        var place = new int[words.Length];
        for (int k = 0; k < words.Length; k++)
        {
            place[table.Numbers[words[k]]] = k;
        }

        return Invert(words, place, found, behind);
    }

    // Two passes: how many entries each word can have at most, then the entries, packed as they come.
    private static Postings Invert(string[] words, int[] place, List<(int Word, int Weight)> found, int[] behind)
    {
        var begins = new int[words.Length + 1];
        foreach ((int word, int _) in found)
        {
            begins[place[word] + 1]++;
        }

        for (int k = 0; k < words.Length; k++)
        {
            begins[k + 1] += begins[k];
        }

        var entries = new (int Record, int Weight)[found.Count];
        int[] ends = begins[..words.Length];
        for (int record = 0, at = 0; record < behind.Length; record++)
        {
            for (; at < behind[record]; at++)
            {
                Put(entries, begins[place[found[at].Word]], ref ends[place[found[at].Word]], record, found[at].Weight);
            }
        }

        return Packed(words, begins, ends, entries);
    }

    private static void Put((int Record, int Weight)[] entries, int begin, ref int end, int record, int weight)
    {
        if (end > begin && entries[end - 1].Record == record)
        {
            entries[end - 1].Weight = Math.Max(entries[end - 1].Weight, weight);
        }
        else
        {
            entries[end++] = (record, weight);
        }
    }

    // A word that stands twice in a record has one entry there: what was kept free for the other is closed up.
    private static Postings Packed(string[] words, int[] begins, int[] ends, (int Record, int Weight)[] entries)
    {
        int packed = 0;
        for (int k = 0; k < words.Length; k++)
        {
            int length = ends[k] - begins[k];
            Array.Copy(entries, begins[k], entries, packed, length);
            packed += length;
            ends[k] = packed;
        }

        return new Postings(words, ends, entries[..packed]);
    }
}
