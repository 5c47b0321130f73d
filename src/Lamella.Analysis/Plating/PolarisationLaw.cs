using Lamella.Core;

namespace Lamella.Analysis.Plating;

/// <summary>The overpotential of two equal electrodes and what lies between them over current density.</summary>
/// <remarks>η = (4RT/F)·asinh(j/(2j₀)) + R·j: two electrodes with transfer coefficients of 1/2 in series with a resistance; Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), chapter 8.</remarks>
internal sealed record PolarisationLaw(double ExchangeCurrentDensity, double AreaResistance, double Temperature)
{
    private const int GridPoints = 80;
    private const double WidestRatio = 1e4; // of an exchange current density to the currents: beyond it kinetics is a resistance, or a constant

    /// <summary>Fits the law to sound half cycles.</summary>
    /// <returns>The law; null for fewer than three distinct currents.</returns>
    internal static PolarisationLaw? Fit(IReadOnlyList<HalfCycleRecord> sound, double temperature)
    {
        double[] j = [.. sound.Select(half => half.CurrentDensity)], eta = [.. sound.Select(half => half.Plateau)];
        if (j.Select(value => Math.Round(Math.Log(value), 2)).Distinct().Count() < 3)
        {
            return null;
        }

        double low = j.Min() / WidestRatio, high = j.Max() * WidestRatio, least = double.PositiveInfinity;
        PolarisationLaw? best = null;
        for (int k = 0; k <= GridPoints; k++)
        {
            var kinetics = new PolarisationLaw(low * Math.Pow(high / low, (double)k / GridPoints), 0.0, temperature);
            double products = 0.0, squares = 0.0;
            for (int i = 0; i < j.Length; i++)
            {
                // Relative deviations count, so that the small currents do too.
                products += (eta[i] - kinetics.At(j[i])) * j[i] / (eta[i] * eta[i]);
                squares += j[i] * j[i] / (eta[i] * eta[i]);
            }

            PolarisationLaw trial = kinetics with { AreaResistance = Math.Max(0.0, products / squares) };
            double sum = 0.0;
            for (int i = 0; i < j.Length; i++)
            {
                double deviation = (trial.At(j[i]) / eta[i]) - 1.0;
                sum += deviation * deviation;
            }

            if (sum < least)
            {
                (least, best) = (sum, trial);
            }
        }

        return best;
    }

    /// <summary>Returns the overpotential [V] at a current density [A/m²].</summary>
    internal double At(double density) =>
        (4.0 * PhysicalConstants.GasConstant * Temperature / PhysicalConstants.Faraday * Math.Asinh(density / (2.0 * ExchangeCurrentDensity))) + (AreaResistance * density);
}
