using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Structures.Voxels;

/// <summary>Labels as people write them: <c>3</c>, <c>3, 5</c> or <c>5-9</c>.</summary>
public static class LabelList
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "numbers from 0 to 65535, such as 3, 3,5 or 5-9";

    /// <summary>Reads labels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="labels">The labels in the order of the text; empty where it holds none.</param>
    /// <param name="fault">The part that is no label, or an empty text.</param>
    /// <returns>Whether the whole text holds labels.</returns>
    public static bool TryParse(string text, out ImmutableArray<int> labels, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-');
            bool read = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first);
            int last = first;
            read = read && ends.Length <= 2 && (ends.Length == 1 || int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out last));
            if (!read || last < first || last > ushort.MaxValue)
            {
                (labels, fault) = ([], part);
                return false;
            }

            found.AddRange(Enumerable.Range(first, last - first + 1));
        }

        (labels, fault) = (found.ToImmutable(), string.Empty);
        return true;
    }
}
