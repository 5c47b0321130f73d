namespace Lamella.Core.Errors;

/// <summary>Finds the known word nearest to a misspelt one.</summary>
public static class Suggestion
{
    private const int LongestWord = 64;

    /// <summary>Returns the nearest known word, or null where none is near.</summary>
    /// <param name="given">The word as written.</param>
    /// <param name="known">The words that are allowed.</param>
    /// <returns>
    /// The known word with the fewest edits (insertion, deletion, substitution, swap of neighbours; letter case counts half),
    /// if they are at most a third of its letters but at least one; the first such word where several tie.
    /// </returns>
    public static string? Nearest(string given, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(known);
        if (given.Length > LongestWord)
        {
            return null;
        }

        (string? best, int fewest) = (null, int.MaxValue);
        foreach (string word in known)
        {
            int halfEdits = HalfEdits(given, word);
            int allowed = 2 * Math.Max(1, Math.Max(word.Length, given.Length) / 3);
            if (halfEdits <= allowed && halfEdits < fewest)
            {
                (best, fewest) = (word, halfEdits);
            }
        }

        return best;
    }

    /// <summary>Counts twice the edits from one word to the other; a change of letter case counts one half.</summary>
    /// <remarks>Optimal string alignment: Damerau, Commun. ACM 7 (1964) 171, doi 10.1145/363958.363994.</remarks>
    internal static int HalfEdits(string from, string to)
    {
        int[] before = new int[to.Length + 1], last = new int[to.Length + 1], current = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++)
        {
            last[j] = 2 * j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            current[0] = 2 * i;
            for (int j = 1; j <= to.Length; j++)
            {
                char a = from[i - 1], b = to[j - 1];
                int change = a == b ? 0 : char.ToUpperInvariant(a) == char.ToUpperInvariant(b) ? 1 : 2;
                int least = Math.Min(last[j - 1] + change, Math.Min(last[j], current[j - 1]) + 2);
                bool swapped = i > 1 && j > 1 && a == to[j - 2] && from[i - 2] == b;
                current[j] = swapped ? Math.Min(least, before[j - 2] + 2) : least;
            }

            (before, last, current) = (last, current, before);
        }

        return last[to.Length];
    }
}
