using MathNet.Numerics.Distributions;

namespace Lamella.Studies.Prediction;

/// <summary>Samples with weights.</summary>
/// <param name="Values">Values, at least one.</param>
/// <param name="Weights">Their weights [–], of sum 1.</param>
internal readonly record struct WeightedSamples(double[] Values, double[] Weights);

/// <summary>Quantiles of weighted samples that carry the noise of a measurement.</summary>
/// <remarks>
/// The distribution is a sum of Gaussians, one per sample: F(q) = Σ wₖ Φ((q − vₖ)/(s|vₖ|)) with the relative standard
/// uncertainty s of a fact. It has exact quantiles, without drawing noise, and knows nothing of the measured value.
/// </remarks>
internal static class PredictionInterval
{
    private const int Bisections = 80;

    /// <summary>Noise that stands for none, over the greatest sample [–].</summary>
    private const double LeastNoise = 1e-9;

    /// <summary>Returns a quantile.</summary>
    /// <param name="samples">Values vₖ with weights wₖ.</param>
    /// <param name="relativeNoise">Relative standard uncertainty s [–]; 0 for none.</param>
    /// <param name="share">Probability below the quantile, in (0, 1).</param>
    /// <returns>q in the unit of the values.</returns>
    internal static double Quantile(WeightedSamples samples, double relativeNoise, double share)
    {
        double size = samples.Values.Max(Math.Abs);
        if (size == 0.0)
        {
            return 0.0;
        }

        double[] width = [.. samples.Values.Select(value => Math.Max(relativeNoise * Math.Abs(value), LeastNoise * size))];
        double reach = 10.0 * width.Max();
        double lower = samples.Values.Min() - reach, upper = samples.Values.Max() + reach;
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (lower + upper);
            (lower, upper) = Below(samples, width, middle) < share ? (middle, upper) : (lower, middle);
        }

        return 0.5 * (lower + upper);
    }

    private static double Below(WeightedSamples samples, double[] width, double q)
    {
        double sum = 0.0;
        for (int k = 0; k < width.Length; k++)
        {
            sum += samples.Weights[k] * Normal.CDF(0.0, 1.0, (q - samples.Values[k]) / width[k]);
        }

        return sum;
    }
}
