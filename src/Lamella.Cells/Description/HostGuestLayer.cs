namespace Lamella.Cells.Description;

/// <summary>A layer of two continuous phases that exchange lithium: a single-ion host and a guest in its pores.</summary>
/// <remarks>
/// <see cref="ElectrolyteLayer.Conductivity"/> is that of the host. σ_h φ_h″ = (S_v/R_i)(φ_h − φ_g) and the opposite for the guest. The phases equilibrate over the length
/// ℓ = √[(R_i/S_v)·σ_h·σ_g/(σ_h + σ_g)].
/// </remarks>
public sealed record HostGuestLayer : ElectrolyteLayer
{
    /// <summary>Gets the guest, effective: a binary or single-ion layer whose thickness is ignored.</summary>
    public required ElectrolyteLayer Guest { get; init; }

    /// <summary>Gets R_i, the exchange resistance per interface area at its reference temperature [Ω·m²], ≥ 0.</summary>
    public required double ExchangeResistance { get; init; }

    /// <summary>Gets S_v, interface area per volume of the layer [1/m], &gt; 0.</summary>
    public required double InterfaceArea { get; init; }

    /// <summary>Gets the activation energy of the exchange conductance 1/R_i [J/mol].</summary>
    public double ExchangeActivationEnergy { get; init; }

    /// <summary>Gets the temperature of R_i [K].</summary>
    public double ExchangeReferenceTemperature { get; init; } = 298.15;

    /// <summary>Gets what the negative-side neighbour touches.</summary>
    public PhaseContact NegativeContact { get; init; } = PhaseContact.Both;

    /// <summary>Gets what the positive-side neighbour touches.</summary>
    public PhaseContact PositiveContact { get; init; } = PhaseContact.Both;
}

/// <summary>Which phases of a host-guest layer a neighbour touches.</summary>
public enum PhaseContact
{
    /// <summary>Host and guest, at one potential.</summary>
    Both,

    /// <summary>The host alone.</summary>
    Host,

    /// <summary>The guest alone.</summary>
    Guest,
}
