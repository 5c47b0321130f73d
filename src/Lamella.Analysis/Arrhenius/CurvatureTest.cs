using Lamella.Analysis.Common;
using Lamella.Core;
using MathNet.Numerics.Distributions;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Whether conductivities bend about the straight line of Arrhenius' law more than scatter explains.</summary>
/// <param name="Probability">How probable a parabola as good is where the law holds and the points scatter alike (F-test), 0 to 1.</param>
/// <param name="EnergyCold">Activation energy that the parabola has at the lowest temperature [J/mol].</param>
/// <param name="EnergyHot">Activation energy that the parabola has at the highest temperature [J/mol].</param>
/// <remarks>
/// The parabola is the line and a term in 1/T² that is orthogonal to it, every point weighing alike; F = G/[(S − G)/(n − 3)], S the sum of
/// squares about the line and G what the term takes of it. Few points need this test most: AICc hardly pays there for a law with another
/// parameter, and the interval of the energy takes a bend for scatter. Draper and Smith, Applied Regression Analysis, 3rd ed., Wiley 1998, ch. 6.
/// </remarks>
internal sealed record CurvatureTest(double Probability, double EnergyCold, double EnergyHot)
{
    private const int FewestPoints = 5;
    private const double RoundOff = 1e-10; // of σ: exact data have no scatter to compare with

    /// <summary>Tests points.</summary>
    /// <param name="data">The points.</param>
    /// <param name="power">p of ln(σTᵖ): 1 for σT, 0 for σ.</param>
    /// <returns>The test, or null where there are fewer than five points or four temperatures, or no deviations from the line.</returns>
    internal static CurvatureTest? Run(LawData data, double power)
    {
        if (data.Count < FewestPoints || data.Temperatures.Distinct().Count() < FewestPoints - 1)
        {
            return null;
        }

        // Over x = T̄/T, which is near 1, so that squares keep their digits.
        double scale = data.Temperatures.Average();
        double[] x = [.. data.Temperatures.Select(t => (scale / t) - 1.0)];
        double[] y = [.. data.Logarithms.Zip(data.Temperatures, (logarithm, t) => logarithm + (power * Math.Log(t)))];
        double[] squares = [.. x.Select(value => value * value)];
        if (StraightLine.Fit(x, y) is not { } line || StraightLine.Fit(x, squares) is not { } chord)
        {
            return null;
        }

        (double sum, double product, double norm) = (0.0, 0.0, 0.0);
        for (int i = 0; i < x.Length; i++)
        {
            double deviation = y[i] - line.At(x[i]), bend = squares[i] - chord.At(x[i]);
            (sum, product, norm) = (sum + (deviation * deviation), product + (deviation * bend), norm + (bend * bend));
        }

        if (Math.Sqrt(sum / x.Length) < RoundOff || !(norm > 0.0))
        {
            return null;
        }

        int freedom = x.Length - 3;
        double gain = product * product / norm, f = gain * freedom / Math.Max(sum - gain, 1e-12 * sum);
        double Energy(double at) => -PhysicalConstants.GasConstant * scale * (line.Slope + (product / norm * ((2.0 * at) - chord.Slope)));
        return new CurvatureTest(1.0 - FisherSnedecor.CDF(1.0, freedom, f), Energy(x.Max()), Energy(x.Min()));
    }
}
