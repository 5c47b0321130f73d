using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Common;

/// <summary>Covariance of fitted parameters where the data wander: a part of the noise is common to neighbours in time.</summary>
/// <remarks>
/// <para>Noise = white noise, of a size that may change along the record, + g(t)·a(t) with an Ornstein–Uhlenbeck process a of memory θ, as a temperature that wanders makes it.
/// What the wandering does to a parameter cannot be seen in residuals near by, which the fit has made small, only in the record as a whole: so the ratio ρ of the variances and θ
/// are found by restricted likelihood (Patterson and Thompson, Biometrika 58 (1971) 545, doi 10.1093/biomet/58.3.545), which accounts for what the fit took, on a grid that is even
/// in their logarithms, and averaged over it by the likelihood, with one half for no wandering at all beforehand. The likelihood of each pair takes one pass of a filter (Kalman, J. Basic Eng. 82 (1960) 35, doi 10.1115/1.3662552).</para>
/// <para>The covariance is that of the least-squares estimates as they are, B·Σ·Bᵀ with B = (JᵀJ/s² + C)⁻¹Jᵀ/s².</para>
/// </remarks>
internal static class WanderingNoise
{
    private const int Memories = 10;
    private const double ShortestMemory = 2e-4, LongestMemory = 0.4; // of the record
    private const double LeastWeight = 1e-4;
    private static readonly double[] Ratios = [0.0, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0];

    /// <summary>Computes the covariance.</summary>
    /// <param name="time">Times, rising, shape (samples).</param>
    /// <param name="residuals">Residuals over the uncertainties that the fit used, shape (samples).</param>
    /// <param name="size">g: what the wandering is in proportion to, over the same uncertainties, above 0, shape (samples).</param>
    /// <param name="jacobian">Derivatives of these residuals by the parameters, row by row, shape (samples, parameters).</param>
    /// <param name="covariance">Covariance of the parameters for white noise, row by row, shape (parameters, parameters).</param>
    /// <returns>The covariance with the wandering in it, shape (parameters, parameters).</returns>
    internal static double[] Covariance(double[] time, double[] residuals, double[] size, ReadOnlySpan<double> jacobian, ReadOnlySpan<double> covariance)
    {
        int samples = time.Length, p = jacobian.Length / samples;
        double[] white = White(residuals, size), columns = jacobian.ToArray();
        double[] shares = [.. white.Zip(size, (w, g) => w / g).Order()];
        double unit = shares[samples / 2] * shares[samples / 2], range = time[^1] - time[0];
        var pairs = new List<(double Ratio, double Memory, double Likelihood, double Variance)>();
        foreach (double ratio in Ratios)
        {
            for (int k = 0; k < (ratio == 0.0 ? 1 : Memories); k++)
            {
                double memory = range * ShortestMemory * Math.Pow(LongestMemory / ShortestMemory, k / (Memories - 1.0));
                (double likelihood, double variance) = Likelihood(time, residuals, size, columns, p, white, ratio * unit, memory);
                pairs.Add((ratio * unit, memory, likelihood, variance));
            }
        }

        // That nothing wanders is as likely beforehand as that something does.
        pairs[0] = pairs[0] with { Likelihood = pairs[0].Likelihood + Math.Log(pairs.Count - 1.0) };
        double best = pairs.Max(pair => pair.Likelihood), sum = pairs.Sum(pair => Math.Exp(pair.Likelihood - best));
        double[] gains = Gains(residuals, columns, p, covariance), total = new double[p * p];
        foreach ((double ratio, double memory, double likelihood, double variance) in pairs)
        {
            double weight = Math.Exp(likelihood - best) / sum;
            if (weight > LeastWeight)
            {
                Add(total, weight * variance, gains, p, time, size, white, ratio, memory);
            }
        }

        return total;
    }

    /// <summary>Estimates the white noise from differences of neighbours, which what wanders slowly leaves out.</summary>
    /// <remarks>Relative to g it is not larger in the later half of the samples than in the earlier one: late samples are far apart, and what makes them scatter more may wander as well.</remarks>
    private static double[] White(double[] residuals, double[] size)
    {
        double[] differences = [.. residuals.Select((residual, i) => (residual - residuals[i > 0 ? i - 1 : 1]) / Math.Sqrt(2.0))];
        double[] white = ResidualNoise.Local(differences, 1e-12 * Math.Max(residuals.Max(Math.Abs), double.Epsilon));
        int half = white.Length / 2;
        double Relative(int from, int to) => Math.Sqrt(Enumerable.Range(from, to - from).Average(i => white[i] * white[i] / (size[i] * size[i])));
        double late = Math.Min(1.0, Relative(0, half) / Relative(half, white.Length));
        return [.. white.Select((own, i) => i < half ? own : late * own)];
    }

    /// <summary>Restricted logarithmic likelihood of one pair of ratio and memory, and the common factor of the variances.</summary>
    private static (double Likelihood, double Variance) Likelihood(
        double[] time, double[] residuals, double[] size, double[] jacobian, int p, double[] white, double ratio, double memory)
    {
        double[] normal = new double[p * p], product = new double[p], state = new double[p + 1], innovation = new double[p + 1];
        double squares = 0.0, logarithm = 0.0, spread = ratio;
        for (int i = 0; i < time.Length; i++)
        {
            double keep = i == 0 || ratio == 0.0 ? 0.0 : Math.Exp(-(time[i] - time[i - 1]) / memory);
            spread = (keep * keep * spread) + ((1.0 - (keep * keep)) * ratio);
            double variance = (size[i] * size[i] * spread) + (white[i] * white[i]), gain = spread * size[i] / variance, scale = 1.0 / Math.Sqrt(variance);
            for (int j = 0; j <= p; j++)
            {
                state[j] *= keep;
                double left = (j < p ? jacobian[(i * p) + j] : residuals[i]) - (size[i] * state[j]);
                state[j] += gain * left;
                innovation[j] = scale * left;
            }

            spread *= 1.0 - (gain * size[i]);
            logarithm += Math.Log(variance);
            squares += innovation[p] * innovation[p];
            for (int j = 0; j < p; j++)
            {
                product[j] += innovation[j] * innovation[p];
                for (int k = 0; k <= j; k++)
                {
                    normal[(j * p) + k] += innovation[j] * innovation[k];
                }
            }
        }

        double[] solved = [.. product];
        Cholesky.Factor(normal, p, 1e-12);
        Cholesky.Solve(normal, p, solved);
        int freedom = time.Length - p;
        double common = Math.Max(squares - solved.Zip(product, (a, b) => a * b).Sum(), double.Epsilon) / freedom;
        double determinant = 2.0 * Enumerable.Range(0, p).Sum(j => Math.Log(Math.Max(normal[(j * p) + j], double.Epsilon)));
        return (-0.5 * ((freedom * Math.Log(common)) + logarithm + determinant), common);
    }

    /// <summary>How each estimate answers to each datum, B, shape (parameters, samples).</summary>
    private static double[] Gains(double[] residuals, double[] jacobian, int p, ReadOnlySpan<double> covariance)
    {
        int samples = residuals.Length;
        double variance = Math.Max(residuals.Sum(residual => residual * residual), double.Epsilon) / (samples - p);
        double[] gains = new double[p * samples];
        for (int j = 0; j < p; j++)
        {
            for (int i = 0; i < samples; i++)
            {
                double sum = 0.0;
                for (int k = 0; k < p; k++)
                {
                    sum += covariance[(j * p) + k] * jacobian[(i * p) + k];
                }

                gains[(j * samples) + i] = sum / variance;
            }
        }

        return gains;
    }

    /// <summary>Adds B·Σ·Bᵀ of one pair; the sums over the memory run along the record once.</summary>
    private static void Add(double[] total, double factor, double[] gains, int p, double[] time, double[] size, double[] white, double ratio, double memory)
    {
        int samples = time.Length;
        double[] before = new double[samples];
        for (int j = 0; j < p; j++)
        {
            ReadOnlySpan<double> row = gains.AsSpan(j * samples, samples);
            double sum = 0.0;
            for (int i = 0; i < samples; i++)
            {
                sum *= i == 0 ? 0.0 : Math.Exp(-(time[i] - time[i - 1]) / memory);
                before[i] = sum; // of all that came before, without i itself
                sum += row[i] * size[i];
            }

            for (int k = 0; k < p; k++)
            {
                ReadOnlySpan<double> other = gains.AsSpan(k * samples, samples);
                double own = 0.0, crossed = 0.0;
                for (int i = 0; i < samples; i++)
                {
                    own += row[i] * other[i] * ((white[i] * white[i]) + (ratio * size[i] * size[i]));
                    crossed += ratio * before[i] * other[i] * size[i];
                }

                total[(j * p) + k] += factor * (own + crossed);
                total[(k * p) + j] += factor * crossed;
            }
        }
    }
}
