using Lamella.Core.Provenance;

namespace Lamella.Materials.Electrodes;

/// <summary>Butler–Volmer kinetics of intercalation.</summary>
/// <remarks>
/// i₀ = i₀,ref·exp[(E/R)(1/T_ref − 1/T)]·(c_e/1000 mol/m³)^(1−α)·[x/½]^α·[(1−x)/½]^(1−α), α anodic;
/// i₀,ref is the value at half filling, 1 mol/L and T_ref. Doyle, Fuller and Newman (1993), doi 10.1149/1.2221597.
/// </remarks>
/// <param name="ReferenceExchangeCurrentDensity">i₀,ref [A/m²].</param>
/// <param name="TransferCoefficient">Anodic α [–], in (0, 1).</param>
/// <param name="ActivationEnergy">E [J/mol].</param>
/// <param name="ReferenceTemperature">T_ref [K].</param>
/// <param name="Source">Where the values come from.</param>
public sealed record IntercalationKinetics(
    double ReferenceExchangeCurrentDensity,
    double TransferCoefficient,
    double ActivationEnergy,
    double ReferenceTemperature,
    Source Source);
