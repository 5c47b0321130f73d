using Lamella.Studies.Calibration;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Lamella.Studies.Prediction;

/// <summary>The Gaussian around a fit from which samples are drawn, wide where the facts say nothing.</summary>
/// <remarks>
/// The covariance of a fit counts the bounds as a prior of variance 1/12 around the fitted values. Where those lie near a
/// bound, the far side of a direction that the facts leave open would never be drawn, and weights cannot mend what is
/// missing. Here the bounds count with variance 1: open directions are drawn almost evenly, fitted ones as they are.
/// </remarks>
internal sealed class SamplingGaussian
{
    private const double PrecisionOfBounds = 12.0, PrecisionKept = 1.0;

    private readonly int n;
    private readonly double[] centre;
    private readonly Matrix<double> directions;
    private readonly double[] precisions;

    internal SamplingGaussian(CalibrationResult calibration)
    {
        centre = [.. calibration.ScaledValues];
        n = centre.Length;
        Evd<double> eigen = Matrix<double>.Build.Dense(n, n, (i, j) => calibration.ScaledCovariance[(i * n) + j]).Evd(Symmetricity.Symmetric);
        directions = eigen.EigenVectors;
        precisions = [.. Enumerable.Range(0, n).Select(k => Math.Max(
            (1.0 / Math.Max(eigen.EigenValues[k].Real, double.Epsilon)) - PrecisionOfBounds + PrecisionKept, PrecisionKept))];
    }

    /// <summary>Returns the scaled values at standard normal deviates.</summary>
    internal double[] At(double[] deviates)
    {
        double[] scaled = [.. centre];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                scaled[i] += directions[i, k] * deviates[k] / Math.Sqrt(precisions[k]);
            }
        }

        return scaled;
    }

    /// <summary>Returns (u − û)ᵀP(u − û), the squared distance in standard deviations.</summary>
    internal double Distance(double[] scaled)
    {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
        {
            double along = 0.0;
            for (int i = 0; i < n; i++)
            {
                along += directions[i, k] * (scaled[i] - centre[i]);
            }

            sum += along * along * precisions[k];
        }

        return sum;
    }
}
