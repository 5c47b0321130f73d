using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Charge transfer of one electron at one face, and its inverse.</summary>
/// <remarks>
/// <para>i = i₀·[exp((1 − α)·F·η/RT) − exp(−α·F·η/RT)], α the cathodic transfer coefficient, i &gt; 0 oxidation.</para>
/// <para>Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), eq. 8.23.</para>
/// </remarks>
public static class ButlerVolmer
{
    private const int MostIterations = 60;
    private const double Converged = 1e-13;

    /// <summary>Computes the current density.</summary>
    /// <param name="overpotential">η [V].</param>
    /// <param name="exchangeCurrent">i₀ [A/m²], above 0.</param>
    /// <param name="cathodicCoefficient">α [–], in (0, 1).</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>i [A/m²].</returns>
    public static double Current(double overpotential, double exchangeCurrent, double cathodicCoefficient, double temperature)
    {
        double reduced = overpotential / PhysicalConstants.ThermalVoltage(temperature);
        return exchangeCurrent * (Math.Exp((1.0 - cathodicCoefficient) * reduced) - Math.Exp(-cathodicCoefficient * reduced));
    }

    /// <summary>Computes the overpotential that a current density needs.</summary>
    /// <param name="ratio">i/i₀ [–], finite.</param>
    /// <param name="cathodicCoefficient">α [–], in (0, 1).</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>η [V].</returns>
    /// <remarks>Newton's method on asinh-scaled currents, whose slope in η stays between α and 1 − α: it converges from anywhere.</remarks>
    public static double Overpotential(double ratio, double cathodicCoefficient, double temperature)
    {
        double target = Math.Asinh(0.5 * ratio), anodic = 1.0 - cathodicCoefficient;
        double reduced = target > 0.0 ? target / Math.Max(anodic, 0.05) : target / Math.Max(cathodicCoefficient, 0.05);
        for (int i = 0; i < MostIterations; i++)
        {
            double forward = Math.Exp(Math.Min(anodic * reduced, 600.0)), backward = Math.Exp(Math.Min(-cathodicCoefficient * reduced, 600.0));
            double half = 0.5 * (forward - backward);
            double slope = 0.5 * ((anodic * forward) + (cathodicCoefficient * backward)) / Math.Sqrt(1.0 + (half * half));
            double step = (target - Math.Asinh(half)) / slope;
            reduced += step;
            if (Math.Abs(step) <= Converged * (1.0 + Math.Abs(reduced)))
            {
                break;
            }
        }

        return reduced * PhysicalConstants.ThermalVoltage(temperature);
    }
}
