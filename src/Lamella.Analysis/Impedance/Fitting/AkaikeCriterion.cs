namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Akaike's criterion with the correction for few data; smaller is better among laws for the same data and weights.</summary>
/// <remarks>Hurvich and Tsai, Biometrika 76 (1989) 297, doi 10.1093/biomet/76.2.297.</remarks>
internal static class AkaikeCriterion
{
    private const double Perfect = 1e-300; // a perfect fit is as good as a number can say

    /// <summary>Computes n·ln(S/n) + 2k + 2k(k + 1)/(n − k − 1).</summary>
    /// <param name="sum">S, the sum of squares.</param>
    /// <param name="count">n, the number of data.</param>
    /// <param name="k">The number of fitted parameters and one more for the variance.</param>
    /// <returns>AICc; +∞ where there are too few data for it.</returns>
    internal static double Corrected(double sum, int count, int k) => count > k + 1
        ? (count * Math.Log(Math.Max(sum, Perfect) / count)) + (2.0 * k) + (2.0 * k * (k + 1.0) / (count - k - 1.0))
        : double.PositiveInfinity;
}
