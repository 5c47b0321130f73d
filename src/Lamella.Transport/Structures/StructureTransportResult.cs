using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Provenance;

namespace Lamella.Transport.Structures;

/// <summary>What a structure gives a layer.</summary>
public sealed record StructureTransportResult
{
    /// <summary>Gets the effective conductivity along the axis of the structure.</summary>
    [Unit("S/m")]
    public required double Conductivity { get; init; }

    /// <summary>Gets its standard error: of the iteration and of the voxels together.</summary>
    [Unit("S/m")]
    public required double Uncertainty { get; init; }

    /// <summary>Gets the activation energy of the effective conductivity at the temperature of the structure.</summary>
    /// <remarks>Σ pᵢEᵢ with pᵢ the part of the power that phase i dissipates; pᵢ = ∂ln σ/∂ln σᵢ.</remarks>
    [Unit("J/mol")]
    public required double ActivationEnergy { get; init; }

    /// <summary>Gets Σ pᵢtᵢ, the transference number weighted with the part of the power; null where a conducting phase states none.</summary>
    [Unit("–")]
    public required double? TransferenceNumber { get; init; }

    /// <summary>Gets the part of the power that each phase dissipates.</summary>
    [Unit("–")]
    public required ImmutableArray<double> PowerShares { get; init; }

    /// <summary>Gets the volume fraction of each phase.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Fractions { get; init; }

    /// <summary>Gets why the conductivity is zero, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the reference state of the conductivity: effective in host.</summary>
    public ReferenceState State => ReferenceState.EffectiveInHost;
}
