using MathNet.Numerics.Distributions;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Quantile 0.975 of Student's t.</summary>
internal static class StudentQuantile
{
    /// <summary>Returns t for a two-sided interval of 95 %.</summary>
    /// <param name="degreesOfFreedom">ν, ≥ 1.</param>
    /// <returns>t, to 1e-7 above ν = 30 (Cornish and Fisher's series), to round-off below.</returns>
    internal static double TwoSided95(int degreesOfFreedom)
    {
        if (degreesOfFreedom <= 30)
        {
            return StudentT.InvCDF(0.0, 1.0, degreesOfFreedom, 0.975);
        }

        // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
        const double z = 1.959963984540054;
        double z2 = z * z, nu = degreesOfFreedom;
        double g1 = z * (z2 + 1.0) / 4.0;
        double g2 = z * ((((5.0 * z2) + 16.0) * z2) + 3.0) / 96.0;
        double g3 = z * ((((((3.0 * z2) + 19.0) * z2) + 17.0) * z2) - 15.0) / 384.0;
        double g4 = z * ((((((((79.0 * z2) + 776.0) * z2) + 1482.0) * z2) - 1920.0) * z2) - 945.0) / 92160.0;
        return z + ((g1 + ((g2 + ((g3 + (g4 / nu)) / nu)) / nu)) / nu);
    }
}
