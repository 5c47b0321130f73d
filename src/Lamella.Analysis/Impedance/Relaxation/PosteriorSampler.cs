using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Draws non-negative distributions from their probability given the data, with the regularisation unknown.</summary>
/// <remarks>
/// <para>p(x, λ | y) ∝ λ^{n/2−1}·exp(−(|Ax − y|² + λ|Dx|²)/2σ²) for x ≥ 0. One bell after the other is drawn from its truncated
/// normal distribution, then λ from its gamma distribution. The truncation leaves the power of λ as it is, since scaling x
/// maps the cone x ≥ 0 on itself. σ is the noise that the processes leave: drawn with the rest, it would take every
/// narrow peak for noise, which a smooth distribution has no means to describe.</para>
/// <para><b>Source.</b> Geman and Geman, IEEE Trans. Pattern Anal. 6 (1984) 721,
/// <see href="https://doi.org/10.1109/TPAMI.1984.4767596"/>; Effat and Ciucci, Electrochim. Acta 247 (2017) 1117,
/// <see href="https://doi.org/10.1016/j.electacta.2017.07.050"/> (Bayesian view of the distribution).</para>
/// </remarks>
internal sealed class PosteriorSampler
{
    private readonly RidgeProblem problem;
    private readonly SeededGenerator random;
    private readonly double[] bells;
    private readonly double[] byData; // H₀x − b
    private readonly double[] byPenalty; // Px
    private readonly double variance;
    private double lambda;

    /// <summary>Makes a sampler.</summary>
    /// <param name="problem">The least-squares problem.</param>
    /// <param name="start">Bells to begin with, shape (n).</param>
    /// <param name="lambda">λ to begin with, relative.</param>
    /// <param name="variance">σ², of one weighted number.</param>
    /// <param name="seed">Seed of the draws.</param>
    internal PosteriorSampler(RidgeProblem problem, double[] start, double lambda, double variance, ulong seed)
    {
        this.problem = problem;
        random = new SeededGenerator(seed);
        bells = [.. start];
        byData = new double[problem.Count];
        byPenalty = new double[problem.Count];
        this.lambda = lambda * problem.PenaltyScale;
        this.variance = variance;
    }

    /// <summary>Draws and summarises.</summary>
    internal DistributionCurve Run(RelaxationGrid grid, double[] logTau, int draws)
    {
        int kept = draws - (draws / 4);
        double[] mean = new double[problem.Count];
        double[][] heights = [.. logTau.Select(_ => new double[kept])];
        double[] first = new double[logTau.Length];
        double logLambda = 0.0;
        for (int draw = 0; draw < draws; draw++)
        {
            Sweep();
            int place = draw - (draws - kept);
            if (place < 0)
            {
                continue;
            }

            Kernels.AddScaled(mean, 1.0 / kept, bells);
            logLambda += Math.Log(lambda / problem.PenaltyScale) / kept;
            double[] curve = DistributionCurve.Heights(grid, logTau, bells);
            Kernels.AddScaled(first, 1.0 / kept, curve);
            for (int i = 0; i < curve.Length; i++)
            {
                heights[i][place] = curve[i];
            }
        }

        Array.ForEach(heights, Array.Sort);
        int low = (int)(0.025 * (kept - 1)), high = (int)Math.Ceiling(0.975 * (kept - 1));
        return new DistributionCurve(
            mean,
            Math.Exp(logLambda),
            problem.Residuals(mean),
            first,
            [.. heights.Select(sorted => sorted[low])],
            [.. heights.Select(sorted => sorted[high])]);
    }

    private void Sweep()
    {
        int n = problem.Count;
        Refresh();
        for (int k = 0; k < n; k++)
        {
            double curvature = problem.Normal[(k * n) + k] + (lambda * problem.Penalty[(k * n) + k]);
            double mean = bells[k] - ((byData[k] + (lambda * byPenalty[k])) / curvature);
            double value = TruncatedNormal(mean, Math.Sqrt(variance / curvature));
            double change = value - bells[k];
            bells[k] = value;
            Kernels.AddScaled(byData, change, problem.Normal.AsSpan(k * n, n));
            int from = Math.Max(0, k - 2), count = Math.Min(n, k + 3) - from;
            Kernels.AddScaled(byPenalty.AsSpan(from, count), change, problem.Penalty.AsSpan((k * n) + from, count));
        }

        double roughness = Math.Max(Kernels.Dot(bells, byPenalty), double.Epsilon);
        lambda = 2.0 * variance * Gamma(0.5 * n) / roughness;
        lambda = Math.Clamp(lambda, 1e-14 * problem.PenaltyScale, 1e8 * problem.PenaltyScale);
    }

    /// <summary>Computes the products anew, so that rounding does not add up.</summary>
    private void Refresh()
    {
        int n = problem.Count;
        for (int i = 0; i < n; i++)
        {
            byData[i] = Kernels.Dot(problem.Normal.AsSpan(i * n, n), bells) - problem.Right[i];
            byPenalty[i] = Kernels.Dot(problem.Penalty.AsSpan(i * n, n), bells);
        }
    }

    /// <summary>Draws from the normal distribution above 0.</summary>
    /// <remarks>Robert, Stat. Comput. 5 (1995) 121, <see href="https://doi.org/10.1007/BF00143942"/>.</remarks>
    private double TruncatedNormal(double mean, double deviation)
    {
        double bound = -mean / deviation;
        if (bound < 0.3)
        {
            while (true)
            {
                double value = random.NextNormal();
                if (value >= bound)
                {
                    return mean + (deviation * value);
                }
            }
        }

        double rate = 0.5 * (bound + Math.Sqrt((bound * bound) + 4.0));
        while (true)
        {
            double value = bound - (Math.Log(1.0 - random.NextUniform()) / rate);
            double distance = value - rate;
            if (random.NextUniform() <= Math.Exp(-0.5 * distance * distance))
            {
                return Math.Max(0.0, mean + (deviation * value));
            }
        }
    }

    /// <summary>Draws from the gamma distribution of a shape above 1 and rate 1.</summary>
    /// <remarks>Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000) 363, <see href="https://doi.org/10.1145/358407.358414"/>.</remarks>
    private double Gamma(double shape)
    {
        double d = shape - (1.0 / 3.0), c = 1.0 / Math.Sqrt(9.0 * d);
        while (true)
        {
            double normal = random.NextNormal();
            double cube = 1.0 + (c * normal);
            cube *= cube * cube;
            if (cube > 0.0 && Math.Log(1.0 - random.NextUniform()) < (0.5 * normal * normal) + d - (d * cube) + (d * Math.Log(cube)))
            {
                return d * cube;
            }
        }
    }
}
