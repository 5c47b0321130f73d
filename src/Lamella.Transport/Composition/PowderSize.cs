namespace Lamella.Transport.Composition;

/// <summary>Size of a powder from its surface, and surface from size.</summary>
/// <remarks>
/// d = 6/(ρ·S) for dense spheres of one size; pores inside the grains make the true size larger.
/// <b>Source.</b> S. Lowell et al., <i>Characterization of Porous Solids and Powders</i> (2004), section 5, doi 10.1007/978-1-4020-2303-3.
/// </remarks>
public static class PowderSize
{
    /// <summary>Returns the diameter of spheres with a surface per mass.</summary>
    /// <param name="surfacePerMass">S [m²/kg], above 0.</param>
    /// <param name="density">ρ [kg/m³], above 0.</param>
    /// <returns>d [m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static double Diameter(double surfacePerMass, double density)
    {
        Demand.Positive(surfacePerMass, "m²/kg", nameof(surfacePerMass));
        Demand.Positive(density, "kg/m³", nameof(density));
        return 6.0 / (density * surfacePerMass);
    }

    /// <summary>Returns the surface per mass of spheres.</summary>
    /// <param name="diameter">d [m], above 0.</param>
    /// <param name="density">ρ [kg/m³], above 0.</param>
    /// <returns>S [m²/kg].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static double SurfacePerMass(double diameter, double density) => Diameter(diameter, density);
}
