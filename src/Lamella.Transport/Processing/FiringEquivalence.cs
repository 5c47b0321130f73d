using Lamella.Core;

namespace Lamella.Transport.Processing;

/// <summary>How long another temperature would take for as much of an activated process.</summary>
/// <remarks>
/// t' = t·exp[(Q/R)(1/T' − 1/T)] for one Arrhenius process at constant temperature. Processes of different Q have different equivalents:
/// a short firing at a higher temperature favours the one of higher Q. The master curve of sintering has a factor 1/T before the
/// exponential, which is left out here; between 1100 and 900 °C it changes each equivalent by 15 % and their quotients not at all.
/// <b>Source.</b> H. Su, D. L. Johnson, J. Am. Ceram. Soc. 79 (1996) 3211, doi 10.1111/j.1151-2916.1996.tb08097.x.
/// </remarks>
public static class FiringEquivalence
{
    /// <summary>Returns the time at another temperature that does as much.</summary>
    /// <param name="time">t of the firing [s], ≥ 0.</param>
    /// <param name="temperature">T of the firing [K], above 0.</param>
    /// <param name="otherTemperature">T' [K], above 0.</param>
    /// <param name="activationEnergy">Q of the process [J/mol], ≥ 0.</param>
    /// <returns>t' [s].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Time(double time, double temperature, double otherTemperature, double activationEnergy)
    {
        Demand.NotNegative(time, "s", nameof(time));
        Demand.Positive(temperature, "K", nameof(temperature));
        Demand.Positive(otherTemperature, "K", nameof(otherTemperature));
        Demand.NotNegative(activationEnergy, "J/mol", nameof(activationEnergy));
        return time * PhysicalConstants.ArrheniusFactor(activationEnergy, temperature, otherTemperature);
    }

    /// <summary>Returns by how much a firing favours one process over another, against the other temperature.</summary>
    /// <param name="wanted">Q of the process that is wanted, such as densification [J/mol], ≥ 0.</param>
    /// <param name="unwanted">Q of the one that is not, such as loss of lithium [J/mol], ≥ 0.</param>
    /// <param name="temperature">T of the firing [K], above 0.</param>
    /// <param name="otherTemperature">T' [K], above 0.</param>
    /// <returns>Quotient of their equivalent times [–]; above 1 where the firing favours the wanted one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Advantage(double wanted, double unwanted, double temperature, double otherTemperature) =>
        Time(1.0, temperature, otherTemperature, wanted) / Time(1.0, temperature, otherTemperature, unwanted);
}
