using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Verdicts;

/// <summary>What a check found.</summary>
public enum Outcome
{
    /// <summary>The claims can all be true.</summary>
    Consistent,

    /// <summary>The claims cannot all be true, whatever the assumptions within their ranges.</summary>
    Contradicted,

    /// <summary>It depends on something that is not stated.</summary>
    Undetermined,
}

/// <summary>One side of a comparison.</summary>
/// <param name="Text">What it is, such as <c>final / initial capacity</c>.</param>
/// <param name="Value">Its values in SI with printed digits and usual assumptions.</param>
/// <param name="Unit">The unit in which it is shown.</param>
public sealed record VerdictSide(string Text, Interval Value, Unit Unit)
{
    /// <summary>Writes the side in its unit.</summary>
    /// <returns>For example <c>93.86 to 93.95 %</c>.</returns>
    public string Shown() => SideText.Of(Value, Unit);
}

/// <summary>The answer of one check about some claims.</summary>
public sealed record Verdict
{
    /// <summary>Gets the answer.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets the name of the check.</summary>
    public required string Check { get; init; }

    /// <summary>Gets the system that it is about.</summary>
    public required string About { get; init; }

    /// <summary>Gets the relation that should hold, such as <c>final / initial = retention</c>.</summary>
    public required string Relation { get; init; }

    /// <summary>Gets the left side, or null where a datum is missing.</summary>
    public VerdictSide? Left { get; init; }

    /// <summary>Gets the right side, or null where a datum is missing.</summary>
    public VerdictSide? Right { get; init; }

    /// <summary>Gets how far the sides are apart relative to the larger; 0 where they meet.</summary>
    [Unit("–")]
    public double Gap { get; init; }

    /// <summary>Gets the claims that it rests on.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Gets the assumptions that it rests on.</summary>
    public ImmutableArray<UsedAssumption> Assumptions { get; init; } = [];

    /// <summary>Gets whom to cite for the relation.</summary>
    public required string Reference { get; init; }

    /// <summary>Gets how the verdict would change.</summary>
    public string WouldChange { get; init; } = string.Empty;

    /// <summary>Gets what would settle it: a measurement or a statement; empty where it is settled.</summary>
    public string Settles { get; init; } = string.Empty;

    /// <summary>Gets a remark that helps to read the verdict, or empty.</summary>
    public string Remark { get; init; } = string.Empty;
}
