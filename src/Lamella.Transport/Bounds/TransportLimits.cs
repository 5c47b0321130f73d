namespace Lamella.Transport.Bounds;

/// <summary>What diffusion, kinetics and exchange between phases allow at most.</summary>
public static class TransportLimits
{
    /// <summary>Faraday constant [C/mol].</summary>
    private const double Faraday = Core.PhysicalConstants.Faraday;

    /// <summary>Returns the current density at which salt runs out at one face of a symmetric lithium cell in the steady state.</summary>
    /// <param name="diffusivity">D, effective in the layer [m²/s], above 0.</param>
    /// <param name="concentration">c₀ [mol/m³], above 0.</param>
    /// <param name="transference">t₊⁰ [–], at least 0 and below 1.</param>
    /// <param name="thickness">L [m], above 0.</param>
    /// <returns>i_lim = 2·F·D·c₀/[(1 − t₊)·L] [A/m²].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <remarks><b>Source.</b> J. Newman, K. E. Thomas-Alyea, <i>Electrochemical Systems</i>, 3rd ed. (2004), ch. 11.</remarks>
    public static double LimitingCurrent(double diffusivity, double concentration, double transference, double thickness)
    {
        Demand.Positive(diffusivity, "m²/s", nameof(diffusivity));
        Demand.Positive(concentration, "mol/m³", nameof(concentration));
        Demand.Porosity(transference);
        Demand.Positive(thickness, "m", nameof(thickness));
        return 2.0 * Faraday * diffusivity * concentration / ((1.0 - transference) * thickness);
    }

    /// <summary>Returns the time after which salt runs out at the plating face above the limiting current.</summary>
    /// <param name="diffusivity">D [m²/s], above 0.</param>
    /// <param name="concentration">c₀ [mol/m³], above 0.</param>
    /// <param name="transference">t₊⁰ [–], at least 0 and below 1.</param>
    /// <param name="currentDensity">i [A/m²], above 0.</param>
    /// <returns>τ = π·D·[c₀·F/(2·i·(1 − t₊))]² [s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <remarks><b>Source.</b> H. J. S. Sand, Philos. Mag. 1 (1901) 45, doi 10.1080/14786440109462590.</remarks>
    public static double SandTime(double diffusivity, double concentration, double transference, double currentDensity)
    {
        Demand.Positive(diffusivity, "m²/s", nameof(diffusivity));
        Demand.Positive(concentration, "mol/m³", nameof(concentration));
        Demand.Porosity(transference);
        Demand.Positive(currentDensity, "A/m²", nameof(currentDensity));
        double root = concentration * Faraday / (2.0 * currentDensity * (1.0 - transference));
        return Math.PI * diffusivity * root * root;
    }

    /// <summary>Returns the Wagner number: kinetic over ohmic resistance at the scale of a protrusion.</summary>
    /// <param name="conductivity">κ of the electrolyte [S/m], above 0.</param>
    /// <param name="surfaceResistance">R_s of the surface [Ω·m²], ≥ 0.</param>
    /// <param name="size">a of the protrusion [m], above 0.</param>
    /// <returns>κ·R_s/a [–]; far above 1 the current on the protrusion is uniform.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <remarks><b>Source.</b> C. Wagner, J. Electrochem. Soc. 98 (1951) 116, doi 10.1149/1.2778113.</remarks>
    public static double WagnerNumber(double conductivity, double surfaceResistance, double size)
    {
        Demand.Positive(conductivity, "S/m", nameof(conductivity));
        Demand.NotNegative(surfaceResistance, "Ω·m²", nameof(surfaceResistance));
        Demand.Positive(size, "m", nameof(size));
        return conductivity * surfaceResistance / size;
    }

    /// <summary>Returns the length over which two continuous phases exchange their current.</summary>
    /// <param name="interfaceResistance">R_i between the phases [Ω·m²], ≥ 0.</param>
    /// <param name="surfacePerVolume">S_v of the interface [1/m], above 0.</param>
    /// <param name="first">Effective conductivity of one phase [S/m], above 0.</param>
    /// <param name="second">Effective conductivity of the other [S/m], above 0.</param>
    /// <returns>ℓ = √[(R_i/S_v)·σ₁σ₂/(σ₁ + σ₂)] [m]; far below the thickness the interface costs nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <remarks><b>Source.</b> the two-potential balance σ₁φ₁'' = (S_v/R_i)(φ₁ − φ₂), σ₂φ₂'' = −(S_v/R_i)(φ₁ − φ₂) solved in one dimension.</remarks>
    public static double ExchangeLength(double interfaceResistance, double surfacePerVolume, double first, double second)
    {
        Demand.NotNegative(interfaceResistance, "Ω·m²", nameof(interfaceResistance));
        Demand.Positive(surfacePerVolume, "1/m", nameof(surfacePerVolume));
        Demand.Positive(first, "S/m", nameof(first));
        Demand.Positive(second, "S/m", nameof(second));
        return Math.Sqrt(interfaceResistance / surfacePerVolume * first * second / (first + second));
    }

    /// <summary>Returns the conductivity of two exchanging phases of which the electrodes touch one.</summary>
    /// <param name="touched">Effective conductivity of the phase that the electrodes touch [S/m], above 0.</param>
    /// <param name="other">Effective conductivity of the other phase [S/m], above 0.</param>
    /// <param name="exchangeLength">ℓ [m], above 0.</param>
    /// <param name="thickness">L [m], above 0.</param>
    /// <returns>L/R with R = L/(σ_t + σ_o)·[1 + (σ_o/σ_t)(2ℓ/L)·tanh(L/2ℓ)] [S/m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static double ExchangingConductivity(double touched, double other, double exchangeLength, double thickness)
    {
        Demand.Positive(touched, "S/m", nameof(touched));
        Demand.Positive(other, "S/m", nameof(other));
        Demand.Positive(exchangeLength, "m", nameof(exchangeLength));
        Demand.Positive(thickness, "m", nameof(thickness));
        double ratio = thickness / (2.0 * exchangeLength);
        return (touched + other) / (1.0 + (other / touched * Math.Tanh(ratio) / ratio));
    }

    /// <summary>Returns the resistance between two phases that an exchange length says.</summary>
    /// <param name="exchangeLength">ℓ [m], ≥ 0.</param>
    /// <param name="surfacePerVolume">S_v of the interface [1/m], above 0.</param>
    /// <param name="first">Effective conductivity of one phase [S/m], above 0.</param>
    /// <param name="second">Effective conductivity of the other [S/m], above 0.</param>
    /// <returns>R_i = ℓ²·S_v·(σ₁ + σ₂)/(σ₁σ₂) [Ω·m²].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double InterfaceResistance(double exchangeLength, double surfacePerVolume, double first, double second)
    {
        Demand.NotNegative(exchangeLength, "m", nameof(exchangeLength));
        double unit = ExchangeLength(1.0, surfacePerVolume, first, second); // [m] at 1 Ω·m²
        return exchangeLength / unit * (exchangeLength / unit);
    }

    /// <summary>Returns the exchange length that a measured conductivity of two exchanging phases says.</summary>
    /// <param name="touched">Effective conductivity of the phase that the electrodes touch [S/m], above 0.</param>
    /// <param name="other">Effective conductivity of the other phase [S/m], above 0.</param>
    /// <param name="measured">Conductivity of both [S/m]: above that of the touched phase alone and below the sum.</param>
    /// <param name="thickness">L [m], above 0.</param>
    /// <returns>ℓ [m], the inverse of <see cref="ExchangingConductivity"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double ExchangeLengthOf(double touched, double other, double measured, double thickness)
    {
        double low = 1e-9 * thickness, high = 1e6 * thickness; // the conductivity falls from the sum to that of the touched phase
        if (!(measured < ExchangingConductivity(touched, other, low, thickness) && measured > ExchangingConductivity(touched, other, high, thickness)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(measured), FormattableString.Invariant($"measured = {measured} S/m must lie between {touched} S/m, the touched phase alone, and {touched + other} S/m, both."));
        }

        for (int halving = 0; halving < 200; halving++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = ExchangingConductivity(touched, other, middle, thickness) > measured ? (middle, high) : (low, middle);
        }

        return high;
    }
}
