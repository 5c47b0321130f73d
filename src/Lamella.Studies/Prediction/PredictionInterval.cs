using MathNet.Numerics.Distributions;

namespace Lamella.Studies.Prediction;

/// <summary>Quantiles of samples that carry the noise of a measurement.</summary>
/// <remarks>
/// The distribution is the mean of Gaussians, one per sample, with the standard uncertainty of the fact: F(q) =
/// mean Φ((q − vₖ)/s). It has exact quantiles, without drawing noise.
/// </remarks>
internal static class PredictionInterval
{
    private const int Bisections = 80;

    /// <summary>Returns a quantile.</summary>
    /// <param name="samples">Values vₖ, at least one.</param>
    /// <param name="noise">Standard uncertainty s in the same unit; 0 for none.</param>
    /// <param name="share">Probability below the quantile, in (0, 1).</param>
    /// <returns>q in the same unit.</returns>
    internal static double Quantile(ReadOnlySpan<double> samples, double noise, double share)
    {
        double[] values = samples.ToArray();
        Array.Sort(values);
        if (noise <= 0.0)
        {
            return Empirical(values, share);
        }

        double lower = values[0] - (10.0 * noise), upper = values[^1] + (10.0 * noise);
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (lower + upper);
            (lower, upper) = Below(values, noise, middle) < share ? (middle, upper) : (lower, middle);
        }

        return 0.5 * (lower + upper);
    }

    private static double Below(double[] values, double noise, double q)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += Normal.CDF(0.0, 1.0, (q - value) / noise);
        }

        return sum / values.Length;
    }

    /// <summary>Linear between the sorted samples, the k-th at (k + ½)/N.</summary>
    private static double Empirical(double[] values, double share)
    {
        double at = Math.Clamp((share * values.Length) - 0.5, 0.0, values.Length - 1.0);
        int k = Math.Min((int)at, values.Length - 1);
        double next = values[Math.Min(k + 1, values.Length - 1)];
        return values[k] + ((at - k) * (next - values[k]));
    }
}
