using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Instruments.Operations;

/// <summary>Reads operations as users write them: <c>keep step 3..5</c>, <c>resample every 10 s</c>.</summary>
public static class OperationParser
{
    private const int LongestText = 200;

    /// <summary>Reads one operation.</summary>
    /// <param name="text">The operation, at most 200 characters; letter case and blanks do not matter.</param>
    /// <param name="place">Where it stands, for messages: the option or the file.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="InputException">It is none, or a parameter cannot be used; the message shows the place in the text.</exception>
    public static RowOperation Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(place);
        if (text.Length > LongestText)
        {
            throw new InputException(InputPlace.Whole(place), $"an operation of {text.Length} characters cannot be used.", $"at most {LongestText} characters", "Apply several operations, one after another.");
        }

        foreach (OperationKind kind in OperationRegistry.All)
        {
            if (OperationText.After(kind, text, place) is { } rest)
            {
                return kind.Read(rest);
            }
        }

        throw Unknown(text, place);
    }

    private static InputException Unknown(string text, string place)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<OperationKind> known = OperationRegistry.All;
        string? near = Suggestion.Nearest(string.Join(' ', words.Take(2)), known.Select(kind => kind.Words));
        string hint = near is null ? "Write for example --apply \"keep step 3..5\"." : $"Did you mean '{known.First(kind => kind.Words == near).Example}'?";
        bool knowsVerb = words.Length > 0 && known.Any(kind => kind.Words.StartsWith(words[0] + " ", StringComparison.OrdinalIgnoreCase));
        int column = knowsVerb ? Math.Min(text.Length, text.IndexOf(words[0], StringComparison.Ordinal) + words[0].Length + 1) : 0;
        return new InputException(
            new InputPlace(place, 1, column + 1, text), words.Length == 0 ? "the operation is empty." : "this is no operation.",
            string.Join("; ", OperationRegistry.Lines.Select(line => line.Example).Where(example => !example.StartsWith("drop", StringComparison.Ordinal))) + "; and drop for keep",
            hint);
    }
}
