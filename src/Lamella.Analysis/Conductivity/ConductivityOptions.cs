using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Provenance;

namespace Lamella.Analysis.Conductivity;

/// <summary>Settings of <see cref="ConductivityAnalysis"/>.</summary>
public sealed record ConductivityOptions
{
    /// <summary>Gets what a fit's resistances belong to, by parameter name, where the user knows better than the capacitances.</summary>
    public ImmutableDictionary<string, ContributionKind> Assignments { get; init; } = ImmutableDictionary<string, ContributionKind>.Empty;

    /// <summary>Gets what the total was measured on: pellet, effective in host, or cell.</summary>
    public ReferenceState TotalState { get; init; } = ReferenceState.Pellet;

    /// <summary>Gets the temperature of the measurement; null where it is not known.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }
}
