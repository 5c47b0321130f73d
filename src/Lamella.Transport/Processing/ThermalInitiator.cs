using Lamella.Core;

namespace Lamella.Transport.Processing;

/// <summary>An initiator that decays into two radicals by heat alone: k_d = A·exp(−E/RT).</summary>
/// <param name="Prefactor">A [1/s], above 0.</param>
/// <param name="ActivationEnergy">E [J/mol], above 0.</param>
public sealed record ThermalInitiator([property: Unit("1/s")] double Prefactor, [property: Unit("J/mol")] double ActivationEnergy)
{
    /// <summary>Gets 2,2'-azobis(isobutyronitrile): 1.58·10¹⁵ 1/s and 128.9 kJ/mol, recalled; half-lives within 1 % of the tabulated 10 h at 65 °C in toluene.</summary>
    /// <remarks><b>Source.</b> J. Brandrup, E. H. Immergut, E. A. Grulke, <i>Polymer Handbook</i>, 4th ed. (1999), section II; not read again.</remarks>
    public static ThermalInitiator Aibn { get; } = new(1.58e15, 128_900.0);

    /// <summary>Returns how fast it decays.</summary>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>k_d [1/s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0.</exception>
    public double Rate(double temperature)
    {
        Demand.Positive(temperature, "K", nameof(temperature));
        return Prefactor * Math.Exp(-ActivationEnergy / (PhysicalConstants.GasConstant * temperature));
    }

    /// <summary>Returns after how long half of it is left.</summary>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>ln 2/k_d [s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0.</exception>
    public double HalfLife(double temperature) => Math.Log(2.0) / Rate(temperature);
}
