using Lamella.Core;

namespace Lamella.Audit.Closures;

/// <summary>Lithium metal and charge: thickness, rate of plating, and how long a thin anode lasts.</summary>
/// <remarks>Faraday's law with 6.941 g/mol and 0.534 g/cm³: 4.85 µm per mAh/cm².</remarks>
public static class LithiumBalance
{
    /// <summary>Charge in a volume of lithium metal [C/m³].</summary>
    public const double ChargePerVolume = 534.0 * PhysicalConstants.Faraday / 6.941e-3;

    /// <summary>Returns the thickness of lithium that a charge plates.</summary>
    /// <param name="charge">Charge per area [C/m²], ≥ 0.</param>
    /// <returns>Thickness [m].</returns>
    public static double Thickness(double charge) => charge / ChargePerVolume;

    /// <summary>Returns the charge in a layer of lithium.</summary>
    /// <param name="thickness">Thickness [m], ≥ 0.</param>
    /// <returns>Charge per area [C/m²].</returns>
    public static double Charge(double thickness) => thickness * ChargePerVolume;

    /// <summary>Returns after how many cycles a stock of lithium is used up.</summary>
    /// <param name="stock">Charge of the stock per area [C/m²], above 0.</param>
    /// <param name="cycled">Charge cycled per area [C/m²], above 0.</param>
    /// <param name="efficiency">Coulombic efficiency of lithium [–], at least 0 and below 1.</param>
    /// <returns>N = stock/[cycled·(1 − efficiency)] [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double CyclesUntilUsedUp(double stock, double cycled, double efficiency)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stock);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cycled);
        ArgumentOutOfRangeException.ThrowIfNegative(efficiency);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(efficiency, 1.0);
        return stock / (cycled * (1.0 - efficiency));
    }

    /// <summary>Returns the lithium that a reduced solid consumes.</summary>
    /// <param name="volume">Volume of the reduced solid per area [m], ≥ 0.</param>
    /// <param name="ladder">The steps of its reaction.</param>
    /// <param name="step">Index of the step that is reached.</param>
    /// <returns>Charge per area [C/m²].</returns>
    public static double Consumed(double volume, VolumeLadder ladder, int step)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return volume / ladder.MolarVolume * ladder.Steps[step].Lithium * PhysicalConstants.Faraday;
    }
}
