using Lamella.Core;

namespace Lamella.Transport.Processing;

/// <summary>How much monomer a ring-opening polymerisation leaves in equilibrium with its polymer.</summary>
/// <remarks>
/// [M]_eq = 1 mol/L · exp[ΔH/(RT) − ΔS/R]; conversion 1 − [M]_eq/[M]₀, none above the ceiling temperature ΔH/(ΔS + R·ln[M]₀). Activities
/// are concentrations; that a network or a solvent shifts the equilibrium is left out.
/// <b>Source.</b> F. S. Dainton, K. J. Ivin, Nature 162 (1948) 705, doi 10.1038/162705a0.
/// </remarks>
/// <param name="Enthalpy">ΔH of polymerisation at 1 mol/L [J/mol], below 0.</param>
/// <param name="Entropy">ΔS of polymerisation at 1 mol/L [J/(mol·K)], below 0.</param>
public sealed record CeilingEquilibrium([property: Unit("J/mol")] double Enthalpy, [property: Unit("J/(mol·K)")] double Entropy)
{
    private const double Standard = 1000.0; // [mol/m³]

    /// <summary>Gets 1,3-dioxolane: −21.3 kJ/mol and −77.8 J/(mol·K), recalled from a literature that scatters.</summary>
    /// <remarks>
    /// Heat capacities give −66 ± 5 J/(mol·K) for the liquid (G. A. Clegg, T. P. Melia, Polymer 10 (1969) 912, doi
    /// 10.1016/0032-3861(69)90127-X), which are −88 at 1 mol/L and would leave three times as much monomer: take the equilibrium as an estimate.
    /// </remarks>
    public static CeilingEquilibrium Dioxolane { get; } = new(-21_300.0, -77.8);

    /// <summary>Returns the concentration of monomer that stays.</summary>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>[M]_eq [mol/m³].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0.</exception>
    public double Monomer(double temperature)
    {
        Demand.Positive(temperature, "K", nameof(temperature));
        return Standard * Math.Exp((Enthalpy / (PhysicalConstants.GasConstant * temperature)) - (Entropy / PhysicalConstants.GasConstant));
    }

    /// <summary>Returns the share of the monomer that can react.</summary>
    /// <param name="initial">[M]₀ [mol/m³], above 0.</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>1 − [M]_eq/[M]₀ [–], 0 above the ceiling temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public double Conversion(double initial, double temperature)
    {
        Demand.Positive(initial, "mol/m³", nameof(initial));
        return Math.Max(0.0, 1.0 - (Monomer(temperature) / initial));
    }

    /// <summary>Returns the temperature above which nothing polymerises.</summary>
    /// <param name="initial">[M]₀ [mol/m³], above 0.</param>
    /// <returns>T_c [K]; infinite where the entropy favours the polymer at that concentration.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The concentration is not above 0.</exception>
    public double CeilingTemperature(double initial)
    {
        Demand.Positive(initial, "mol/m³", nameof(initial));
        double entropy = Entropy + (PhysicalConstants.GasConstant * Math.Log(initial / Standard));
        return entropy < 0.0 ? Enthalpy / entropy : double.PositiveInfinity;
    }
}
