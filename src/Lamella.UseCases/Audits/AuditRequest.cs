using System.Collections.Immutable;

namespace Lamella.UseCases.Audits;

/// <summary>What to audit.</summary>
public sealed record AuditRequest
{
    /// <summary>Gets the path of a file of claims, or the name of a publication that ships with the product, such as <c>zheng2025</c>.</summary>
    public required string Claims { get; init; }

    /// <summary>Gets changed assumptions as <c>name=value</c>, over those of the file.</summary>
    public ImmutableArray<string> Assume { get; init; } = [];
}
