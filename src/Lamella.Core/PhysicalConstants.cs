namespace Lamella.Core;

/// <summary>Constants of nature; those that carry no uncertainty since the 2019 SI are exact.</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday constant F [C/mol].</summary>
    public const double Faraday = 96485.33212331001;

    /// <summary>Molar gas constant R [J/(mol·K)].</summary>
    public const double GasConstant = 8.31446261815324;

    /// <summary>Vacuum permittivity ε₀ [F/m], CODATA 2022.</summary>
    public const double VacuumPermittivity = 8.8541878188e-12;

    /// <summary>Stefan–Boltzmann constant [W/(m²·K⁴)].</summary>
    public const double StefanBoltzmann = 5.670374419e-8;

    /// <summary>0 °C [K].</summary>
    public const double ZeroCelsius = 273.15;

    /// <summary>Computes R·T/F [V].</summary>
    /// <param name="temperature">T [K].</param>
    /// <returns>The thermal voltage [V].</returns>
    public static double ThermalVoltage(double temperature) => GasConstant * temperature / Faraday;

    /// <summary>Computes exp[(E/R)(1/T₀ − 1/T)], the factor of an activated process between two temperatures [–].</summary>
    /// <param name="activationEnergy">E [J/mol].</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="referenceTemperature">T₀ [K].</param>
    /// <returns>The factor, 1 at T = T₀.</returns>
    public static double ArrheniusFactor(double activationEnergy, double temperature, double referenceTemperature) =>
        Math.Exp(activationEnergy / GasConstant * ((1.0 / referenceTemperature) - (1.0 / temperature)));
}
