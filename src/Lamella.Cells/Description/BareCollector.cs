using Lamella.Materials.Electrodes;

namespace Lamella.Cells.Description;

/// <summary>A bare current collector such as copper, on which lithium plates.</summary>
/// <remarks>
/// <para>With n the plated lithium per area, θ = 1 − exp(−n/n₀) the covered share, n₀ =
/// <see cref="CoverageThickness"/>/V_m: the equilibrium potential against lithium is −(RT/F)·ln θ, which rises without
/// bound as the deposit empties, and the exchange current density is that of lithium times θ<sup>1/2</sup>.</para>
/// <para>While lithium is plated, forming nuclei costs <see cref="NucleationOverpotential"/>·exp(−n/n_ν) on top, with
/// n_ν = <see cref="NucleationCharge"/>/F. This is a description of the measured dip, not a theory of nucleation: Pei
/// et al., Nano Lett. 17 (2017) 1132, doi 10.1021/acs.nanolett.6b04755.</para>
/// </remarks>
public sealed record BareCollector : Electrode
{
    /// <summary>Gets the lithium that plates.</summary>
    public required LithiumMetal Lithium { get; init; }

    /// <summary>Gets the name of the collector.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the thickness of lithium plated at the start [m], ≥ 0.</summary>
    public double PlatedThickness { get; init; }

    /// <summary>Gets the plated thickness that covers the collector to 1 − 1/e [m], &gt; 0.</summary>
    public double CoverageThickness { get; init; } = 1e-9;

    /// <summary>Gets the overpotential of nucleation on the bare collector [V], ≥ 0.</summary>
    public double NucleationOverpotential { get; init; }

    /// <summary>Gets the plated charge over which the nucleation overpotential fades to 1/e [C/m²], &gt; 0.</summary>
    public double NucleationCharge { get; init; } = 100.0;

    /// <summary>Gets the area resistance of the surface film [Ω·m²], ≥ 0.</summary>
    public double FilmResistance { get; init; }
}
