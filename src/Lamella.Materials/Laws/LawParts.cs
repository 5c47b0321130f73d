namespace Lamella.Materials.Laws;

/// <summary>A law as a product: factor·core(x)·exp[(E/R)(1/T₀ − 1/T)].</summary>
/// <param name="Core">The function of x; it may depend on temperature where <paramref name="ActivationEnergy"/> is 0.</param>
/// <param name="Factor">The factor [–].</param>
/// <param name="ActivationEnergy">E [J/mol]; 0 for none.</param>
/// <param name="ReferenceTemperature">T₀ [K]; NaN without E.</param>
internal sealed record LawParts(PropertyLaw Core, double Factor, double ActivationEnergy, double ReferenceTemperature);
