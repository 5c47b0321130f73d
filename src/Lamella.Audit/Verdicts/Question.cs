using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Verdicts;

/// <summary>How two sides are compared.</summary>
internal enum Relation
{
    /// <summary>They must have a value in common.</summary>
    Equal,

    /// <summary>Some value of the left side must be at or below some value of the right.</summary>
    AtMost,
}

/// <summary>One side of a question: what it is and its value for any choice of the assumptions.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Unit">The unit in which it is shown.</param>
/// <param name="Value">Its interval in SI.</param>
internal sealed record Side(string Text, Unit Unit, Func<AssumptionValues, Interval> Value)
{
    /// <summary>Makes the side of one claim.</summary>
    internal static Side Of(Claim claim, string? text = null) =>
        new(text ?? claim.ToString(), claim.Value.Unit, values => claim.Value.Interval(values.About));
}

/// <summary>A question that a check asks: do the two sides fit?</summary>
internal sealed record Question
{
    internal required string About { get; init; }

    internal required Relation Relation { get; init; }

    /// <summary>Gets the relation in words or symbols.</summary>
    internal required string Words { get; init; }

    internal required Side Left { get; init; }

    internal required Side Right { get; init; }

    internal required ImmutableArray<Claim> Claims { get; init; }

    internal ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Gets what would settle the question if it stays open.</summary>
    internal string Settles { get; init; } = string.Empty;

    internal string Remark { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether the relation holds only as a rule of experience: a misfit is open, not a contradiction.</summary>
    internal bool IsRuleOfExperience { get; init; }
}
