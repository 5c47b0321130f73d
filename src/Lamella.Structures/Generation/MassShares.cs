namespace Lamella.Structures.Generation;

/// <summary>From masses to volumes.</summary>
internal static class MassShares
{
    /// <summary>Returns the volume fraction of the first of two components.</summary>
    /// <param name="massFraction">Mass fraction of the first [–].</param>
    /// <param name="density">Density of the first [kg/m³].</param>
    /// <param name="otherDensity">Density of the second [kg/m³].</param>
    /// <param name="porosity">Volume fraction of pores [–].</param>
    /// <returns>φ = (1 − p)·(w/ρ)/(w/ρ + (1 − w)/ρ′).</returns>
    internal static double Volume(double massFraction, double density, double otherDensity, double porosity)
    {
        double own = massFraction / density, other = (1.0 - massFraction) / otherDensity;
        return (1.0 - porosity) * own / (own + other);
    }
}
