namespace Lamella.UseCases.Designs;

/// <summary>What to compute of a designed cell.</summary>
public sealed record DesignRequest
{
    /// <summary>Gets the path of the design file.</summary>
    public required string DesignFile { get; init; }
}
