using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Materials.Records;

/// <summary>Under which conditions a fact was measured; null where the publication does not say.</summary>
public sealed record FactConditions
{
    /// <summary>Gets the temperature.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets the C-rate by the publication's own definition of 1C.</summary>
    [Unit("1/h")]
    public double? CRate { get; init; }

    /// <summary>Gets the current per geometric area.</summary>
    [Unit("A/m²")]
    public double? CurrentDensity { get; init; }

    /// <summary>Gets the lower voltage cut-off.</summary>
    [Unit("V")]
    public double? LowerCutOff { get; init; }

    /// <summary>Gets the upper voltage cut-off.</summary>
    [Unit("V")]
    public double? UpperCutOff { get; init; }

    /// <summary>Gets the mass of active material per geometric area.</summary>
    [Unit("kg/m²")]
    public double? Loading { get; init; }

    /// <summary>Gets the number of the cycle; 0 before cycling.</summary>
    [Unit("–")]
    public double? Cycle { get; init; }

    /// <summary>Gets the cathode material as the publication calls it.</summary>
    public string? Cathode { get; init; }

    /// <summary>Gets every other condition, as text by key.</summary>
    public ImmutableSortedDictionary<string, string> Others { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
