using Lamella.Core.Provenance;
using Lamella.Core;

namespace Lamella.Materials.Electrodes;

/// <summary>Lithium foil: amount and kinetics of plating and stripping.</summary>
/// <remarks>i₀ = i₀,ref·exp[(E/R)(1/T_ref − 1/T)]·(c_e/1000 mol/m³)^γ; in a single-ion conductor the last factor is 1.</remarks>
public sealed record LithiumMetal
{
    /// <summary>Gets the name by which cell.yaml calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the molar volume [m³/mol].</summary>
    public required double MolarVolume { get; init; }

    /// <summary>Gets i₀,ref at 1 mol/L and the reference temperature [A/m²].</summary>
    public required double ReferenceExchangeCurrentDensity { get; init; }

    /// <summary>Gets γ, the order of i₀ in the salt concentration [–].</summary>
    public required double ConcentrationExponent { get; init; }

    /// <summary>Gets the anodic transfer coefficient [–].</summary>
    public required double TransferCoefficient { get; init; }

    /// <summary>Gets E [J/mol].</summary>
    public required double ActivationEnergy { get; init; }

    /// <summary>Gets T_ref [K].</summary>
    public required double ReferenceTemperature { get; init; }

    /// <summary>Gets the sources, one per property name.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>Computes i₀.</summary>
    /// <param name="concentration">Salt concentration c_e [mol/m³]; 1000 in a single-ion conductor.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>i₀ [A/m²].</returns>
    public double ExchangeCurrentDensity(double concentration, double temperature) =>
        ReferenceExchangeCurrentDensity
        * PhysicalConstants.ArrheniusFactor(ActivationEnergy, temperature, ReferenceTemperature)
        * Math.Pow(concentration / IntercalationKinetics.ReferenceConcentration, ConcentrationExponent);
}
