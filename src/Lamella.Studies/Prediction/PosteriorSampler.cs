using Lamella.Numerics.Random;
using Lamella.Studies.Calibration;
using MathNet.Numerics.Distributions;

namespace Lamella.Studies.Prediction;

/// <summary>Draws parameters from a Gaussian around a calibration, truncated to the bounds.</summary>
/// <remarks>
/// A Latin hypercube in the principal directions of the covariance gives few samples an even spread. A sample outside the
/// bounds is drawn again at random; where that fails too often, it is folded back at the bounds. One thread, one seed: the
/// samples never depend on how many threads evaluate them.
/// </remarks>
internal static class PosteriorSampler
{
    private const int MostTrials = 10000;

    /// <summary>Draws samples.</summary>
    /// <param name="problem">The parameters.</param>
    /// <param name="calibration">Their fitted values and covariance.</param>
    /// <param name="count">Number of samples.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Values in SI, one array per sample.</returns>
    internal static double[][] Draw(CalibrationProblem problem, CalibrationResult calibration, int count, ulong seed)
    {
        int n = problem.Parameters.Length;
        if (n == 0)
        {
            return [[]];
        }

        var gaussian = new SamplingGaussian(calibration);
        var generator = new SeededGenerator(seed);
        double[] strata = generator.LatinHypercube(count, n);
        var samples = new double[count][];
        for (int k = 0; k < count; k++)
        {
            double[] deviate = [.. strata.AsSpan(k * n, n).ToArray().Select(share => Normal.InvCDF(0.0, 1.0, Math.Clamp(share, 1e-12, 1.0 - 1e-12)))];
            double[] scaled = Inside(gaussian, deviate, generator);
            samples[k] = [.. scaled.Select((u, i) => problem.Parameters[i].Fit.FromScaled(u))];
        }

        return samples;
    }

    private static double[] Inside(SamplingGaussian gaussian, double[] deviate, SeededGenerator generator)
    {
        double[] scaled = gaussian.At(deviate);
        for (int trial = 0; trial < MostTrials && scaled.Any(u => u < 0.0 || u > 1.0); trial++)
        {
            for (int i = 0; i < deviate.Length; i++)
            {
                deviate[i] = generator.NextNormal();
            }

            scaled = gaussian.At(deviate);
        }

        return [.. scaled.Select(Fold)];
    }

    /// <summary>Reflects a number into [0, 1].</summary>
    private static double Fold(double u)
    {
        double period = Math.Abs(u) % 2.0;
        return period <= 1.0 ? period : 2.0 - period;
    }
}
