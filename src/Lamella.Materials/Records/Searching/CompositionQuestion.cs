using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Materials.Records.Searching;

/// <summary>What a question asks of a composition: components in words, and shares of components.</summary>
/// <param name="Components">Words of the components.</param>
/// <param name="Shares">The shares, each a value, a bound or a range.</param>
internal sealed record CompositionQuestion(ImmutableArray<string> Components, ImmutableArray<FactValue> Shares)
{
    private const string Place = "--composition";

    /// <summary>Reads items as people write them: <c>LATP</c>, <c>10 to 30 wt%</c>, <c>LATP 10 wt%</c>, <c>10 wt% LATP</c>.</summary>
    /// <exception cref="InputException">An item has a share that is none.</exception>
    internal static CompositionQuestion Read(ImmutableArray<string> items)
    {
        var components = ImmutableArray.CreateBuilder<string>();
        var shares = ImmutableArray.CreateBuilder<FactValue>();
        foreach (string item in items)
        {
            (string words, FactValue? share) = Part(item);
            components.AddRange(RecordWords.Split(words));
            if (share is not null)
            {
                shares.Add(share);
            }
        }

        return new CompositionQuestion([.. components.Distinct(StringComparer.Ordinal)], shares.ToImmutable());
    }

    // The longest end of the item that is a share, else the longest beginning; the words are what remains.
    private static (string Words, FactValue? Share) Part(string item)
    {
        string[] pieces = item.Replace('(', ' ').Replace(')', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < pieces.Length; i++)
        {
            if (Share(string.Join(' ', pieces[i..])) is { } share)
            {
                return (string.Join(' ', pieces[..i]), share);
            }
        }

        for (int i = pieces.Length - 1; i > 0; i--)
        {
            if (Share(string.Join(' ', pieces[..i])) is { } share)
            {
                return (string.Join(' ', pieces[i..]), share);
            }
        }

        // Names may begin with a digit (12-HGA); what has a percent sign was meant as a share.
        return item.Contains('%', StringComparison.Ordinal) ? throw new InputException(
            InputPlace.Whole(Place), $"'{item}' has no share that can be read.", "words, a share such as 10 wt%, 10 to 30 wt% or >= 5 vol%, or both",
            "Write for example --composition \"LATP 10 wt%\".") : (item, null);
    }

    private static FactValue? Share(string text)
    {
        try
        {
            return text.Contains('%', StringComparison.Ordinal) && PrintedValue.BeginsAsNumber(text) ? PrintedValue.Read(text, Place).Value : null;
        }
        catch (InputException)
        {
            return null;
        }
    }
}
