using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Materials.Records;

/// <summary>One number of a publication, with the conditions under which it holds.</summary>
/// <remarks>
/// A sealed fact was measured and published but its value is kept back, so that a prediction of it can be tested blindly:
/// it has everything but the value.
/// </remarks>
public sealed record PublishedFact
{
    /// <summary>Gets the identifier, such as <c>F003-0007</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the key of the publication, such as <c>zheng2025</c>.</summary>
    public required string Paper { get; init; }

    /// <summary>Gets the sample or cell as the publication calls it.</summary>
    public required string System { get; init; }

    /// <summary>Gets what was measured, such as <c>discharge_capacity</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the value, or null for a sealed fact.</summary>
    public required FactValue? Value { get; init; }

    /// <summary>Gets the unit in which the publication states it.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Gets what a transport property was measured on.</summary>
    public ReferenceState State { get; init; }

    /// <summary>Gets the conditions.</summary>
    public required FactConditions Conditions { get; init; }

    /// <summary>Gets <c>measured</c> or <c>protocol</c>; null for a sealed fact.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets a remark on how to read the value, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required Source Source { get; init; }

    /// <summary>Gets a value indicating whether the value is kept back.</summary>
    public bool IsSealed => Value is null;
}

/// <summary>A publication whose facts are shipped.</summary>
/// <param name="Key">Its key, such as <c>zheng2025</c>.</param>
/// <param name="Citation">Whom to cite, in one line.</param>
/// <param name="Title">Its title, or null where it is not known here.</param>
/// <param name="Doi">Its digital object identifier, or null where it is not known here.</param>
public sealed record PublishedPaper(string Key, string Citation, string? Title, string? Doi);
