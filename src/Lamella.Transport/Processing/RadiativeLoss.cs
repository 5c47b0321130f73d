using Lamella.Core;

namespace Lamella.Transport.Processing;

/// <summary>Heat that the face of a hot strip radiates, and the temperature that a power per face holds.</summary>
/// <remarks>
/// P/A = ε·σ_SB·(T⁴ − T₀⁴): a grey face that sees nothing but surroundings of one temperature. Convection and conduction into the
/// clamps come on top, so that the power is the least one, and the temperature the highest one.
/// <b>Source.</b> M. F. Modest, <i>Radiative Heat Transfer</i>, 3rd ed. (2013), section 1.3.
/// </remarks>
public static class RadiativeLoss
{
    /// <summary>Returns the power that one face radiates.</summary>
    /// <param name="temperature">T of the face [K], above 0.</param>
    /// <param name="surroundings">T₀ [K], at least 0.</param>
    /// <param name="emissivity">ε [–], above 0 and at most 1.</param>
    /// <returns>P/A [W/m²]; negative where the surroundings are hotter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double PowerPerArea(double temperature, double surroundings, double emissivity)
    {
        Demand.Positive(temperature, "K", nameof(temperature));
        Demand.NotNegative(surroundings, "K", nameof(surroundings));
        Emissivity(emissivity);
        return emissivity * PhysicalConstants.StefanBoltzmann * (Math.Pow(temperature, 4.0) - Math.Pow(surroundings, 4.0));
    }

    /// <summary>Returns the temperature that a power per face holds in the steady state.</summary>
    /// <param name="powerPerArea">P/A of one face [W/m²], ≥ 0.</param>
    /// <param name="surroundings">T₀ [K], at least 0.</param>
    /// <param name="emissivity">ε [–], above 0 and at most 1.</param>
    /// <returns>T = [T₀⁴ + P/(A·ε·σ_SB)]^¼ [K].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Temperature(double powerPerArea, double surroundings, double emissivity)
    {
        Demand.NotNegative(powerPerArea, "W/m²", nameof(powerPerArea));
        Demand.NotNegative(surroundings, "K", nameof(surroundings));
        Emissivity(emissivity);
        return Math.Pow(Math.Pow(surroundings, 4.0) + (powerPerArea / (emissivity * PhysicalConstants.StefanBoltzmann)), 0.25);
    }

    private static void Emissivity(double emissivity)
    {
        Demand.Positive(emissivity, "–", nameof(emissivity));
        Demand.Share(emissivity, nameof(emissivity));
    }
}
