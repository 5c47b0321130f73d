using Lamella.Numerics.Linear;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>Draws distributions from their probability given the data: processes, a smooth deviation from them, its smoothness and the noise.</summary>
/// <remarks>
/// <para>y = J·δ + A·x + e: δ moves the strengths and shapes of the processes from where the fit found them, with nothing known of
/// them beforehand; x, the bells of the deviation, is as smooth as λ says, p(x|λ) ∝ λ^{n/2}·exp(−λ|Dx|²/2σ²); λ has the probability
/// that the data give it on a fixed ladder, beforehand one half for no deviation and the rest evenly in ln λ; σ² that of the scatter
/// which the processes leave. δ is drawn as if there were no deviation, then x given δ; each draw is independent of the others. Unless
/// either sign is allowed, x is the best fit to the same disturbed data for which the distribution is not negative
/// (Bardsley, Solonen, Haario and Laine, SIAM J. Sci. Comput. 36 (2014) A1895).</para>
/// <para><b>Source.</b> MacKay, Neural Comput. 4 (1992) 415, <see href="https://doi.org/10.1162/neco.1992.4.3.415"/>; Effat and
/// Ciucci, Electrochim. Acta 247 (2017) 1117, <see href="https://doi.org/10.1016/j.electacta.2017.07.050"/> (Bayesian view of the
/// distribution); Wahba, J. R. Stat. Soc. B 45 (1983) 133 (why such bands hold the truth).</para>
/// </remarks>
internal sealed class PosteriorSampler
{
    private const double Negligible = 1e-3; // of the largest bell
    private const double FarAway = 3.0; // decades that a drawn time constant may leave the grid by

    private readonly ProcessFit fit;
    private readonly ProcessCovariance covariance;
    private readonly RelaxationGrid grid;
    private readonly RidgeProblem problem; // of the deviation from the processes as they are
    private readonly RidgeProblem joint; // of the deviation where the processes move with it
    private readonly double[] columns; // J
    private readonly int[] place;
    private readonly bool isSigned;
    private readonly SeededGenerator random;

    /// <summary>Makes a sampler.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="fit">The processes.</param>
    /// <param name="covariance">How well they are known.</param>
    /// <param name="grid">The bells of the deviation.</param>
    /// <param name="isSigned">Whether the distribution may be negative.</param>
    /// <param name="seed">Seed of the draws.</param>
    internal PosteriorSampler(WeightedData data, ProcessFit fit, ProcessCovariance covariance, RelaxationGrid grid, bool isSigned, ulong seed)
    {
        (this.fit, this.covariance, this.grid, this.isSigned) = (fit, covariance, grid, isSigned);
        (columns, place) = ProcessCovariance.FreeColumns(data, fit);
        joint = new RidgeProblem(data, columns, grid, fit.Residuals);
        problem = new RidgeProblem(data, fit.Set, grid, fit.Residuals);
        random = new SeededGenerator(seed);
    }

    /// <summary>Draws and summarises.</summary>
    /// <param name="logTau">Where the distribution is wanted, ln(τ/s).</param>
    /// <param name="width">Width to which narrower processes are smoothed.</param>
    /// <param name="draws">Number of draws.</param>
    internal DistributionCurve Run(double[] logTau, double width, int draws)
    {
        double[] mean = new double[grid.Count], curve = new double[logTau.Length];
        double[][] heights = [.. logTau.Select(_ => new double[draws])];
        double logLambda = 0.0;
        int draw = 0;
        foreach ((double lambda, int count) in Ladder(draws))
        {
            double[] matrix = double.IsInfinity(lambda) ? [] : problem.Matrix(lambda);
            DenseCholesky? factor = matrix.Length == 0 ? null : problem.SolveSigned(matrix).Factor;
            logLambda += count * Math.Log(Math.Min(lambda, RegularisationChoice.Largest)) / draws;
            for (int k = 0; k < count; k++, draw++)
            {
                (double[] bells, ProcessSet set, double[] areas) = Draw(matrix, factor, lambda);
                Kernels.AddScaled(mean, 1.0 / draws, bells);
                double[] drawn = ProcessDensity.Of(set, areas, logTau, width);
                Kernels.AddScaled(drawn, 1.0, DistributionCurve.Heights(grid, logTau, bells));
                Kernels.AddScaled(curve, 1.0 / draws, drawn);
                for (int i = 0; i < drawn.Length; i++)
                {
                    heights[i][draw] = isSigned ? drawn[i] : Math.Max(0.0, drawn[i]);
                }
            }
        }

        curve = isSigned ? curve : [.. curve.Select(height => Math.Max(0.0, height))];
        Array.ForEach(heights, Array.Sort);
        int low = (int)(0.025 * (draws - 1)), high = (int)Math.Ceiling(0.975 * (draws - 1));
        return new DistributionCurve(
            mean,
            Math.Exp(logLambda),
            problem.Residuals(mean),
            curve,
            [.. heights.Select(sorted => sorted[low])],
            [.. heights.Select(sorted => sorted[high])]);
    }

    /// <summary>Deals the draws out to the regularisation parameters in proportion to their probability; +∞ stands for no deviation at all.</summary>
    private IEnumerable<(double Lambda, int Draws)> Ladder(int draws)
    {
        double[] rungs = [.. RegularisationChoice.Rungs().Select(RegularisationChoice.Lambda)];
        double[] ladder = [.. rungs, double.PositiveInfinity];
        double[] values = [.. ladder.Select(lambda => RegularisationChoice.Value(joint, RegularisationCriterion.Evidence, lambda))];
        double least = values.Min();
        double[] weights = [.. values.Select(value => Math.Exp(-0.5 * (value - least)))];
        weights[^1] *= rungs.Length; // beforehand as probable as all others together
        double whole = weights.Sum(), sum = 0.0;
        int dealt = 0;
        for (int k = 0; k < ladder.Length; k++)
        {
            sum += weights[k];
            int until = k == ladder.Length - 1 ? draws : (int)Math.Round(draws * (sum / whole));
            if (until > dealt)
            {
                yield return (ladder[k], until - dealt);
            }

            dealt = until;
        }
    }

    /// <summary>Draws σ: the variance left over, divided by χ²/ν.</summary>
    private double Scatter()
    {
        double freedom = covariance.DegreesOfFreedom;
        return Math.Sqrt(covariance.Variance * covariance.Widening * 0.5 * freedom / Gamma(0.5 * freedom));
    }

    /// <summary>Draws the processes, then the deviation from them.</summary>
    private (double[] Bells, ProcessSet Set, double[] Areas) Draw(double[] matrix, DenseCholesky? factor, double lambda)
    {
        double deviation = Scatter();
        double[] shift = joint.DrawSeries(deviation, random);
        (ProcessSet set, double[] areas) = Moved(shift);
        if (factor is null)
        {
            return (new double[problem.Count], set, areas);
        }

        int rows = columns.Length / Math.Max(1, shift.Length);
        double[] change = new double[fit.Residuals.Length];
        for (int k = 0; k < shift.Length; k++)
        {
            Kernels.AddScaled(change, -shift[k], columns.AsSpan(rows * k, rows));
        }

        double[] right = problem.Disturbed(change, lambda, deviation, random), bells = [.. right];
        factor.Solve(bells);
        double[] given = isSigned ? [] : ProcessDensity.Bells(set, areas, grid);
        bool isNegative = !isSigned && bells.Zip(given, (own, process) => own + process).Min() < -Negligible * given.Max(Math.Abs);
        return (isNegative ? DistributionCurve.NonNegative(matrix, right, bells, given) : bells, set, areas);
    }

    private (ProcessSet Set, double[] Areas) Moved(double[] shift)
    {
        ProcessSet set = fit.Set;
        double Shift(int parameter) => place[parameter] < 0 ? 0.0 : shift[place[parameter]];
        int next = set.LinearCount + (set.TailExponent is null ? 0 : 1);
        double beyond = FarAway * Math.Log(10.0);
        double[] areas = new double[set.Processes.Length];
        var moved = set.Processes.ToBuilder();
        for (int k = 0; k < areas.Length; k++)
        {
            RelaxationProcess process = set.Processes[k];
            areas[k] = fit.Areas[k] + Shift(set.FirstArea + k);
            moved[k] = process with
            {
                LogTau = Math.Clamp(process.LogTau + Shift(next), grid.First - beyond, grid.Last + beyond),
                Exponent = process.ParameterCount > 1 ? Math.Clamp(process.Exponent + Shift(next + 1), RelaxationProcess.SmallestExponent, 1.0) : process.Exponent,
                Skew = process.ParameterCount > 2 ? Math.Clamp(process.Skew + Shift(next + 2), RelaxationProcess.SmallestSkew, 1.0) : process.Skew,
            };
            next += process.ParameterCount;
        }

        return (set with { Processes = moved.ToImmutable() }, areas);
    }

    /// <summary>Draws from the gamma distribution of a shape above 1/3 and rate 1.</summary>
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
