namespace Lamella.Analysis.Transference;

/// <summary>What turns the Newman number of a binary electrolyte into its transference number.</summary>
/// <param name="Conductivity">κ of the electrolyte phase [S/m].</param>
/// <param name="Diffusivity">D of the salt [m²/s].</param>
/// <param name="Concentration">c [mol/m³].</param>
/// <param name="ThermodynamicFactor">χ [–].</param>
/// <param name="Temperature">T [K].</param>
public sealed record SaltProperties(double Conductivity, double Diffusivity, double Concentration, double ThermodynamicFactor, double Temperature)
{
    /// <summary>Solves Ne = 2κRT(1 − t₊)²χ/(F²Dc) for t₊.</summary>
    /// <param name="newmanNumber">Ne [–].</param>
    /// <returns>The transference number t₊⁰ against the solvent, at most 1; NaN for a negative Ne. The root above 1 has no physical meaning here.</returns>
    /// <remarks>Balsara and Newman, J. Electrochem. Soc. 162 (2015) A2720, <see href="https://doi.org/10.1149/2.0651514jes"/>.</remarks>
    public double Transference(double newmanNumber) => newmanNumber < 0.0 ? double.NaN
        : 1.0 - Math.Sqrt(newmanNumber / BruceVincentMethod.NewmanNumber(Conductivity, Diffusivity, Concentration, 0.0, ThermodynamicFactor, Temperature));
}
