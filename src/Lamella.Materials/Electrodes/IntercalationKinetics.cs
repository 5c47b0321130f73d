using Lamella.Core;
using Lamella.Core.Provenance;

namespace Lamella.Materials.Electrodes;

/// <summary>Butler–Volmer kinetics of intercalation.</summary>
/// <remarks>
/// i₀ = i₀,ref·exp[(E/R)(1/T_ref − 1/T)]·(c_e/1000 mol/m³)^α·[x/½]^(1−α)·[(1−x)/½]^α, α anodic:
/// the anodic rate follows the lithium in the host, the cathodic one the salt and the vacancies;
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
    Source Source)
{
    /// <summary>Concentration at which i₀,ref is stated [mol/m³].</summary>
    public const double ReferenceConcentration = 1000.0;

    /// <summary>Converts the published form i₀ = m·√(c_e·c_s·(c_max − c_s)), α = ½.</summary>
    /// <remarks>At half filling √[c_s(c_max − c_s)] = c_max/2, hence i₀,ref = m·√(1000 mol/m³)·c_max/2.</remarks>
    /// <param name="rateConstant">m [(A/m²)·(m³/mol)^1.5], at <paramref name="referenceTemperature"/>.</param>
    /// <param name="maximumConcentration">c_max of the same publication [mol/m³], not a renormalised one.</param>
    /// <param name="activationEnergy">E [J/mol].</param>
    /// <param name="referenceTemperature">T_ref [K].</param>
    /// <param name="source">Where the values come from.</param>
    /// <returns>The kinetics.</returns>
    public static IntercalationKinetics FromRateConstant(
        double rateConstant,
        double maximumConcentration,
        double activationEnergy,
        double referenceTemperature,
        Source source) =>
        new(
            rateConstant * Math.Sqrt(ReferenceConcentration) * maximumConcentration / 2.0,
            0.5,
            activationEnergy,
            referenceTemperature,
            source);

    /// <summary>Computes i₀.</summary>
    /// <param name="concentration">Salt concentration c_e [mol/m³], ≥ 0; 1000 in a single-ion conductor.</param>
    /// <param name="stoichiometry">x at the particle surface [–], in [0, 1].</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>i₀ [A/m²]; NaN outside these ranges.</returns>
    public double ExchangeCurrentDensity(double concentration, double stoichiometry, double temperature)
    {
        double alpha = TransferCoefficient;
        return ReferenceExchangeCurrentDensity
            * PhysicalConstants.ArrheniusFactor(ActivationEnergy, temperature, ReferenceTemperature)
            * Math.Pow(concentration / ReferenceConcentration, alpha)
            * Math.Pow(2.0 * stoichiometry, 1.0 - alpha)
            * Math.Pow(2.0 * (1.0 - stoichiometry), alpha);
    }
}
