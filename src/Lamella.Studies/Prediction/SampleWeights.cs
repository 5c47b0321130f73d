using Lamella.Studies.Calibration;

namespace Lamella.Studies.Prediction;

/// <summary>Weights that turn samples of the fit's Gaussian into samples of what facts, priors and bounds really say.</summary>
/// <remarks>
/// wₖ ∝ exp(−½[χ²(uₖ) − (uₖ − û)ᵀP(uₖ − û)]) with χ² of facts and priors and P the precision of the Gaussian from which uₖ was drawn:
/// importance sampling. Capacities near a limit are far from linear in the parameters, and the Gaussian alone would predict
/// values that its own facts exclude. Weights are capped at √N times their mean, which bounds their scatter.
/// <b>Source.</b> Ionides, J. Comput. Graph. Stat. 17 (2008) 295, doi 10.1198/106186008X320456.
/// </remarks>
internal sealed class SampleWeights(CalibrationProblem problem, CalibrationResult calibration)
{
    private readonly SamplingGaussian? gaussian = problem.Parameters.IsEmpty ? null : new(calibration);

    /// <summary>Returns the weights, of sum 1; 0 for samples that are no cells.</summary>
    internal double[] Of(double[][] samples, PredictionWork work)
    {
        double[] logarithms = [.. samples.Select((sample, k) => -0.5 * (Misfit(sample, k, work) - Distance(sample)))];
        double greatest = logarithms.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        if (double.IsNaN(greatest))
        {
            return new double[samples.Length];
        }

        double[] weights = [.. logarithms.Select(value => double.IsFinite(value) ? Math.Exp(value - greatest) : 0.0)];
        double cap = Math.Sqrt(weights.Length) * weights.Average();
        weights = [.. weights.Select(weight => Math.Min(weight, cap))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>χ² of facts and priors in one sample; infinite where the sample is no cell.</summary>
    private double Misfit(double[] sample, int k, PredictionWork work)
    {
        double sum = 0.0;
        for (int point = 0; point < work.Points.Length; point++)
        {
            double value = work.Sampled(k, point);
            if (double.IsNaN(value))
            {
                return double.PositiveInfinity;
            }

            if (calibration.Facts.FirstOrDefault(fact => fact.Point.Fact.Id == work.Points[point].Fact.Id) is { } fact)
            {
                double residual = (value - fact.Measured.InSi) / fact.Measured.UncertaintyInSi;
                sum += residual * residual;
            }
        }

        for (int i = 0; i < sample.Length; i++)
        {
            FreeParameter parameter = problem.Parameters[i];
            if (parameter.Prior?.Scaled(parameter.Fit) is ({ } mean, { } deviation))
            {
                sum += Math.Pow((parameter.Fit.ToScaled(sample[i]) - mean) / deviation, 2);
            }
        }

        return sum;
    }

    private double Distance(double[] sample) =>
        gaussian?.Distance([.. sample.Select((value, i) => problem.Parameters[i].Fit.ToScaled(value))]) ?? 0.0;
}
