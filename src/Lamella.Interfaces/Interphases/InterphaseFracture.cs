namespace Lamella.Interfaces.Interphases;

/// <summary>Up to which thickness a swelling interphase stays whole.</summary>
/// <remarks>
/// <para>A layer that cannot expand in its plane has the stress σ = E·ε/(1 − ν) of an equal biaxial strain ε. Its energy release
/// rate is Z·(1 − ν)·σ²·h/E; it cracks where that exceeds K²·(1 − ν²)/E, hence h_c = K²(1 − ν²)/[Z(1 − ν)σ²]. Z depends on the shape of the
/// crack: 2 for a usual one in a film, 4 for a crack along a surface.</para>
/// <para>Linear elasticity up to fracture: stresses of GPa also flow, so that h_c is a lower bound of order.</para>
/// <para><b>Source.</b> J. W. Hutchinson, Z. Suo, Adv. Appl. Mech. 29 (1992) 63, section V, doi 10.1016/S0065-2156(08)70164-9.</para>
/// </remarks>
public static class InterphaseFracture
{
    /// <summary>Returns the strain of each length that a growth of the volume means.</summary>
    /// <param name="volumeRatio">Volume of the products over that of the solid [–], above 0.</param>
    /// <returns>∛ratio − 1 [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not above 0.</exception>
    public static double LinearStrain(double volumeRatio)
    {
        Positive(volumeRatio, "–", nameof(volumeRatio));
        return Math.Cbrt(volumeRatio) - 1.0;
    }

    /// <summary>Returns the stress of a layer that cannot expand in its plane.</summary>
    /// <param name="modulus">E [Pa], above 0.</param>
    /// <param name="poisson">ν [–], at least 0 and below 0.5.</param>
    /// <param name="strain">ε, residual strain of each length in the plane [–]; swelling is positive.</param>
    /// <returns>E·ε/(1 − ν) [Pa]; its size, the sign being that of the strain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double ConfinedStress(double modulus, double poisson, double strain)
    {
        Positive(modulus, "Pa", nameof(modulus));
        Poisson(poisson);
        return modulus * strain / (1.0 - poisson);
    }

    /// <summary>Returns the thickness at which a layer cracks.</summary>
    /// <param name="toughness">K_IC [Pa·m^½], above 0.</param>
    /// <param name="poisson">ν [–], at least 0 and below 0.5.</param>
    /// <param name="stress">σ in the plane [Pa], above 0.</param>
    /// <param name="geometry">Z of the crack [–], above 0.</param>
    /// <returns>h_c [m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double CriticalThickness(double toughness, double poisson, double stress, double geometry)
    {
        Positive(toughness, "Pa·m^½", nameof(toughness));
        Poisson(poisson);
        Positive(stress, "Pa", nameof(stress));
        Positive(geometry, "–", nameof(geometry));
        return toughness * toughness * (1.0 - (poisson * poisson)) / (geometry * (1.0 - poisson) * stress * stress);
    }

    private static void Positive(double value, string unit, string name)
    {
        if (!(value > 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} {unit} must be finite and above 0 {unit}."));
        }
    }

    private static void Poisson(double value)
    {
        if (!(value is >= 0.0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(value), FormattableString.Invariant($"Poisson's ratio {value} must be at least 0 and below 0.5."));
        }
    }
}
