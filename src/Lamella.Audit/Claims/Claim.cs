using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;

namespace Lamella.Audit.Claims;

/// <summary>A condition under which a claim holds.</summary>
/// <param name="Text">As written, such as <c>25 degC</c> or <c>LFP</c>.</param>
/// <param name="Value">Its value where it is a quantity, or null for words.</param>
public sealed record ClaimCondition(string Text, ClaimValue? Value)
{
    /// <summary>Tells whether two conditions can be the same.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True where the settings have a value in common, or the words are equal.</returns>
    public bool Agrees(ClaimCondition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Value is { } mine && other.Value is { } theirs && mine.Unit.Dimension == theirs.Unit.Dimension
            ? mine.AsSetting().Widened(1e-6).Overlaps(theirs.AsSetting())
            : string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>One claim: what is said of which system, under which conditions, and where.</summary>
public sealed record Claim
{
    /// <summary>Gets the identifier, unique in its file.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the system as it is called where the claim stands.</summary>
    public required string About { get; init; }

    /// <summary>Gets the quantity, a word of the vocabulary.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the value.</summary>
    public required ClaimValue Value { get; init; }

    /// <summary>Gets what a transport property was measured on.</summary>
    public ReferenceState State { get; init; }

    /// <summary>Gets the conditions by name.</summary>
    public ImmutableSortedDictionary<string, ClaimCondition> Conditions { get; init; } =
        ImmutableSortedDictionary<string, ClaimCondition>.Empty;

    /// <summary>Gets where the claim stands: section, figure, table.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>Gets the number of the cited work whose result this is, or null for the publication's own.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets the kind: measured, literature, protocol, simulated, target, as printed, or reading.</summary>
    public string Kind { get; init; } = "measured";

    /// <summary>Gets a value indicating whether the publication does not say so in these words: whoever wrote the claim reads it so.</summary>
    /// <remarks>A reading may leave something open, but a publication is never contradicted by it.</remarks>
    public bool IsReading => Kind == "reading";

    /// <summary>Gets what helps to read the claim: what the print says there, why it is read so; or empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Gets what the print says where it cannot be what is meant: unit, reference, or a condition by name.</summary>
    public ImmutableSortedDictionary<string, string> Printed { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gets the rank that the claim asserts for itself, or null.</summary>
    public AssertedRank? Rank { get; init; }

    /// <summary>Gets the place in the file that was read.</summary>
    public required InputPlace Where { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Quantity.Replace('_', ' ')} of {About}: {Value}";
}

/// <summary>A rank that a claim asserts for itself, such as "the highest of its family".</summary>
/// <param name="IsHighest">Whether highest or high; else lowest or low.</param>
/// <param name="Family">Among whom: a family of systems, or empty for all systems of the file.</param>
/// <param name="IsExtreme">Whether highest or lowest of all; else high or low, that is beyond the middle one of the others.</param>
public sealed record AssertedRank(bool IsHighest, string Family, bool IsExtreme = true);
