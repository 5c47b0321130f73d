using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>Something that the reader can set to one of a few values, such as an assumption.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Stops">The values in words, the usual one first; two or more.</param>
public sealed record Choice(string Name, ImmutableArray<string> Stops);

/// <summary>A number that depends on choices, computed for every combination of those that matter to it.</summary>
/// <param name="Name">What it belongs to.</param>
/// <param name="Goal">What it is held against, in the unit of the block.</param>
/// <param name="Depends">The choices that matter, as indices, rising.</param>
/// <param name="Values">The value of every combination in the unit of the block; the stops of the first choice that matters run fastest.</param>
public sealed record ChoiceOutcome(string Name, double Goal, ImmutableArray<int> Depends, ImmutableArray<double> Values)
{
    /// <summary>Returns the value of a combination.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="stops">The stop of every choice.</param>
    /// <returns>The value.</returns>
    public double At(ImmutableArray<Choice> choices, ReadOnlySpan<int> stops)
    {
        (int index, int stride) = (0, 1);
        foreach (int choice in Depends)
        {
            index += stride * stops[choice];
            stride *= choices[choice].Stops.Length;
        }

        return Values[index];
    }
}

/// <summary>A table whose numbers follow what the reader chooses.</summary>
/// <remarks>
/// Without scripts and in print it shows what each choice alone does. With scripts every choice has a slider, and all numbers follow.
/// All numbers stand in the page: its script looks them up and computes nothing.
/// </remarks>
public sealed record ChoiceBlock : Block
{
    /// <summary>The most numbers that a page carries.</summary>
    public const int MostValues = 400_000;

    /// <summary>Initializes a table of choices.</summary>
    /// <param name="caption">What it shows, without number.</param>
    /// <param name="outcome">What the numbers are, such as <c>Energy of the cell</c>.</param>
    /// <param name="goal">What their goals are, such as <c>Claimed</c>.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="choices">The choices, at least one.</param>
    /// <param name="outcomes">The numbers, at least one.</param>
    /// <exception cref="ArgumentException">A choice has fewer than two stops, a number depends on no such choice, or it has too few or too many values.</exception>
    public ChoiceBlock(string caption, string outcome, string goal, string unit, ImmutableArray<Choice> choices, ImmutableArray<ChoiceOutcome> outcomes)
    {
        Caption = Require.Text(caption, "the caption of a table of choices", "say what is chosen");
        Outcome = Require.Text(outcome, "what the numbers of a table of choices are", "readers see it above them");
        Goal = Require.Text(goal, "what the goals of a table of choices are", "readers see it above them");
        Unit = Require.Text(unit, "the unit of a table of choices", "readers see it above the numbers");
        if (choices.IsDefaultOrEmpty || choices.Any(choice => choice.Stops.Length < 2))
        {
            throw new ArgumentException($"'{caption}' needs choices of two stops or more; leave out what cannot be chosen.", nameof(choices));
        }

        foreach (ChoiceOutcome one in outcomes)
        {
            bool isRising = one.Depends.All(choice => choice >= 0 && choice < choices.Length) && one.Depends.Zip(one.Depends.Skip(1)).All(pair => pair.First < pair.Second);
            if (!isRising || one.Values.Length != one.Depends.Aggregate(1L, (count, choice) => count * choices[choice].Stops.Length) || !one.Values.All(double.IsFinite))
            {
                throw new ArgumentException($"'{one.Name}' of '{caption}' needs one finite value for each combination of the choices that matter to it, which rise.", nameof(outcomes));
            }
        }

        if (outcomes.IsDefaultOrEmpty || outcomes.Sum(one => (long)one.Values.Length) > MostValues)
        {
            throw new ArgumentException($"'{caption}' needs at least one number and at most {MostValues} values; give fewer stops.", nameof(outcomes));
        }

        (Choices, Outcomes) = (choices, outcomes);
    }

    /// <summary>Gets what it shows.</summary>
    public string Caption { get; }

    /// <summary>Gets what the numbers are.</summary>
    public string Outcome { get; }

    /// <summary>Gets what the goals are.</summary>
    public string Goal { get; }

    /// <summary>Gets the unit of numbers and goals.</summary>
    public string Unit { get; }

    /// <summary>Gets the words for all choices at their first and at their last stop.</summary>
    public (string First, string Last) Ends { get; init; } = ("All first", "All last");

    /// <summary>Gets the choices.</summary>
    public ImmutableArray<Choice> Choices { get; }

    /// <summary>Gets the numbers.</summary>
    public ImmutableArray<ChoiceOutcome> Outcomes { get; }
}
