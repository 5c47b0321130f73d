namespace Lamella.Transport.Processing;

/// <summary>How long a liquid takes to be drawn into the pores of a skeleton.</summary>
/// <remarks>
/// t = 2·η·L²/(γ·r·cos θ): capillaries of one radius, no gravity, and air that escapes. Trapped air is what this does not see.
/// <b>Source.</b> E. W. Washburn, Phys. Rev. 17 (1921) 273, doi 10.1103/PhysRev.17.273.
/// </remarks>
public static class CapillaryFilling
{
    /// <summary>Returns the time to fill pores to a depth.</summary>
    /// <param name="viscosity">η [Pa·s], above 0.</param>
    /// <param name="depth">L [m], ≥ 0: half of the thickness where the liquid enters from both faces.</param>
    /// <param name="surfaceTension">γ [N/m], above 0.</param>
    /// <param name="radius">r of the pores [m], above 0.</param>
    /// <param name="contactAngle">θ [rad], 0 to π.</param>
    /// <returns>t [s]; infinite where the liquid does not wet (θ of a right angle and more).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Time(double viscosity, double depth, double surfaceTension, double radius, double contactAngle)
    {
        Demand.Positive(viscosity, "Pa·s", nameof(viscosity));
        Demand.NotNegative(depth, "m", nameof(depth));
        Demand.Positive(surfaceTension, "N/m", nameof(surfaceTension));
        Demand.Positive(radius, "m", nameof(radius));
        double wetting = Wetting(contactAngle);
        return wetting > 0.0 ? 2.0 * viscosity * depth * depth / (surfaceTension * radius * wetting) : double.PositiveInfinity;
    }

    /// <summary>Returns what the contact angle does to the suction.</summary>
    /// <param name="contactAngle">θ [rad], 0 to π.</param>
    /// <returns>cos θ [–], 0 for a right angle.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The angle is outside its range.</exception>
    public static double Wetting(double contactAngle)
    {
        if (!(contactAngle is >= 0.0 and <= Math.PI))
        {
            throw new ArgumentOutOfRangeException(nameof(contactAngle), FormattableString.Invariant($"contactAngle = {contactAngle} rad must lie between 0 and {Math.PI:G4} rad."));
        }

        // The cosine of the double nearest to a right angle is 6e-17, not 0.
        return contactAngle == 0.5 * Math.PI ? 0.0 : Math.Cos(contactAngle);
    }
}
