using MathNet.Numerics.Distributions;

namespace Lamella.Studies.Prediction;

/// <summary>Samples with weights.</summary>
/// <param name="Values">Values, at least one.</param>
/// <param name="Weights">Their weights [–], of sum 1.</param>
internal readonly record struct WeightedSamples(double[] Values, double[] Weights);

/// <summary>Quantiles of weighted samples that carry the noise of a measurement.</summary>
/// <remarks>
/// The distribution is a sum of Gaussians, one per sample, with the standard uncertainty of the fact: F(q) =
/// Σ wₖ Φ((q − vₖ)/s). It has exact quantiles, without drawing noise.
/// </remarks>
internal static class PredictionInterval
{
    private const int Bisections = 80;

    /// <summary>Noise that stands for none, over the spread of the samples [–].</summary>
    private const double LeastNoise = 1e-6;

    /// <summary>Returns a quantile.</summary>
    /// <param name="samples">Values vₖ with weights wₖ.</param>
    /// <param name="noise">Standard uncertainty s in the same unit; 0 for none.</param>
    /// <param name="share">Probability below the quantile, in (0, 1).</param>
    /// <returns>q in the same unit.</returns>
    internal static double Quantile(WeightedSamples samples, double noise, double share)
    {
        double least = samples.Values.Min(), greatest = samples.Values.Max();
        double width = Math.Max(noise, LeastNoise * Math.Max(greatest - least, Math.Abs(greatest)));
        if (width == 0.0)
        {
            return greatest;
        }

        double lower = least - (10.0 * width), upper = greatest + (10.0 * width);
        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (lower + upper);
            (lower, upper) = Below(samples, width, middle) < share ? (middle, upper) : (lower, middle);
        }

        return 0.5 * (lower + upper);
    }

    private static double Below(WeightedSamples samples, double noise, double q)
    {
        double sum = 0.0;
        for (int k = 0; k < samples.Values.Length; k++)
        {
            sum += samples.Weights[k] * Normal.CDF(0.0, 1.0, (q - samples.Values[k]) / noise);
        }

        return sum;
    }
}
