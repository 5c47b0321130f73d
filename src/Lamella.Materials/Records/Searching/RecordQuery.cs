using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>What a search asks for; what is left out does not narrow it.</summary>
public sealed record RecordQuery
{
    /// <summary>Gets the words that must all occur: in system, composition, quantity, value, conditions, method, source (citation, title, DOI) or note.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Gets the quantity, a word of the vocabulary.</summary>
    public string? Quantity { get; init; }

    /// <summary>Gets the components that the system must all be made of, each in words, as a share or both: <c>LATP</c>, <c>10 to 30 wt%</c>, <c>LATP 10 wt%</c>.</summary>
    public ImmutableArray<string> Composition { get; init; } = [];

    /// <summary>Gets the temperature: a value, a bound or a range.</summary>
    public FactValue? Temperature { get; init; }

    /// <summary>Gets what the value must be: a bound or a range.</summary>
    public FactValue? Value { get; init; }

    /// <summary>Gets other conditions that must hold, by name: a value, a bound, a range, or words.</summary>
    public ImmutableSortedDictionary<string, RecordCondition> Conditions { get; init; } = ImmutableSortedDictionary<string, RecordCondition>.Empty;

    /// <summary>Gets the reference state.</summary>
    public ReferenceState? State { get; init; }

    /// <summary>Gets the key of the publication or of the file.</summary>
    public string? Publication { get; init; }

    /// <summary>Gets a value indicating whether only records of the user are asked for.</summary>
    public bool OnlyOwn { get; init; }

    /// <summary>Refuses a quantity that is no word of the vocabulary.</summary>
    /// <param name="place">Where the word stands, such as the name of an option.</param>
    /// <returns>The query itself.</returns>
    /// <exception cref="InputException">The word is unknown; names the nearest.</exception>
    public RecordQuery Checked(string place)
    {
        var vocabulary = Vocabulary.LoadShipped();
        string[] words = [.. vocabulary.Words];
        return Quantity is null || words.Contains(Quantity, StringComparer.Ordinal) ? this : throw new InputException(
            InputPlace.Whole(place),
            $"'{Quantity}' is no quantity of the vocabulary.",
            "the words of data/vocabulary/quantities.yaml",
            Near(Quantity, words) is { Length: > 0 } near ? $"Did you mean '{near}'?" : "Look the word up there.");
    }

    /// <summary>Tells whether a stated value can be what is asked for.</summary>
    /// <param name="asked">A value, a bound, a range or a list.</param>
    /// <param name="stated">The stated value.</param>
    /// <returns>True where both have a number in common.</returns>
    internal static bool Overlap(FactValue asked, FactValue stated)
    {
        if (asked.Unit.Dimension != stated.Unit.Dimension)
        {
            return false;
        }

        (double low, double high) = Ends(asked);
        double slack = 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high));
        if (stated.Qualifier == FactQualifier.List)
        {
            return stated.InSi.Any(number => number >= low - slack && number <= high + slack);
        }

        (double least, double most) = Ends(stated);
        return least <= high + (double.IsFinite(slack) ? slack : 0.0) && most >= low - (double.IsFinite(slack) ? slack : 0.0);
    }

    // Half a word is a common question: conductivity for ionic_conductivity.
    private static string Near(string given, string[] words) => Suggestion.Nearest(given, words)
        ?? string.Join("' or '", words.Where(word => word.Split('_').Any(part => Suggestion.Nearest(given, [part]) is not null)).Take(4));

    private static (double Low, double High) Ends(FactValue value) => value.Qualifier switch
    {
        FactQualifier.Above or FactQualifier.AtLeast => (value.Unit.ToSi(value.Numbers[0]), double.PositiveInfinity),
        FactQualifier.Below or FactQualifier.AtMost => (double.NegativeInfinity, value.Unit.ToSi(value.Numbers[0])),
        _ => (value.Numbers.Min(value.Unit.ToSi), value.Numbers.Max(value.Unit.ToSi)),
    };
}
