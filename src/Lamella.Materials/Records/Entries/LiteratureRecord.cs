using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Materials.Records.Entries;

/// <summary>One value of the literature or of the user: what was found, on what, under which conditions, and where it stands.</summary>
/// <remarks>Records of the user and of publications are of the same kind and treated alike everywhere.</remarks>
public sealed record LiteratureRecord
{
    /// <summary>Gets the identifier, unique in a library, such as <c>F003-0007</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the key of the file it comes from, such as <c>zheng2025</c>.</summary>
    public required string Publication { get; init; }

    /// <summary>Gets the system.</summary>
    public required RecordedSystem System { get; init; }

    /// <summary>Gets the specimen that was measured where it is not the system as a whole, or null.</summary>
    public string? Specimen { get; init; }

    /// <summary>Gets what a transport property was measured on.</summary>
    public ReferenceState State { get; init; }

    /// <summary>Gets the quantity, a word of the vocabulary.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the value.</summary>
    public required RecordedValue Value { get; init; }

    /// <summary>Gets the conditions by name.</summary>
    public ImmutableSortedDictionary<string, RecordCondition> Conditions { get; init; } = ImmutableSortedDictionary<string, RecordCondition>.Empty;

    /// <summary>Gets how it was measured, or null.</summary>
    public string? Method { get; init; }

    /// <summary>Gets whom to cite.</summary>
    public required RecordSource Source { get; init; }

    /// <summary>Gets where it stands in the publication, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Gets the row of the table where it stands, with a letter where a row has several parts, or null.</summary>
    public string? Row { get; init; }

    /// <summary>Gets how sure it is.</summary>
    public RecordConfidence Confidence { get; init; }

    /// <summary>Gets the kind: measured, literature, protocol, simulated, target, analysed.</summary>
    public string Kind { get; init; } = "measured";

    /// <summary>Gets a remark, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Gets a value indicating whether it is a record of the user.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Gets the place in the file that was read.</summary>
    public required InputPlace Where { get; init; }

    /// <summary>Gets the temperature where one is stated as a single number, or null.</summary>
    [Unit("K")]
    public double? Temperature => Conditions.TryGetValue("temperature", out RecordCondition? condition)
        && condition.Value is { IsComparable: true, Qualifier: not FactQualifier.Range } stated && stated.Unit.Dimension == Dimension.Temperature
            ? stated.InSi[0] : null;
}
