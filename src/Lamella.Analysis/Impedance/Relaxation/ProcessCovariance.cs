using Lamella.Analysis.Impedance.Validity;
using Lamella.Numerics.Linear;
using MathNet.Numerics.Distributions;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>How well the strengths and shapes of a fit are known.</summary>
internal sealed class ProcessCovariance
{
    private readonly double[] covariance; // of the parameters that are not held, in units of the data
    private readonly int[] place; // of each parameter among these; −1 for those held at a bound
    private readonly int free; // parameters

    internal ProcessCovariance(WeightedData data, ProcessFit fit)
    {
        int rows = 2 * data.Count;
        (double[] columns, place) = FreeColumns(data, fit);
        free = place.Count(k => k >= 0);
        DegreesOfFreedom = Math.Max(1, rows - place.Length);
        Autocorrelation = Correlation(fit.Residuals, fit.SumOfSquares);
        Variance = Math.Max(fit.SumOfSquares / DegreesOfFreedom, data.Floor * data.Floor);
        HasPattern = Autocorrelation > 3.0 / Math.Sqrt(rows) && fit.SumOfSquares > rows * data.Floor * data.Floor;
        Widening = HasPattern ? (1.0 + Autocorrelation) / (1.0 - Math.Min(Autocorrelation, 0.95)) : 1.0;
        covariance = Inverse(new HouseholderQr(columns, rows), Variance * Widening);
    }

    /// <summary>Returns the derivatives after all parameters that rest at no bound.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="fit">The fit.</param>
    /// <returns>Columns, shape (2N · free), and the place of each parameter among them; −1 for those held at a bound.</returns>
    internal static (double[] Columns, int[] Place) FreeColumns(WeightedData data, ProcessFit fit)
    {
        int rows = 2 * data.Count, next = 0;
        bool[] held = [.. Enumerable.Repeat(false, fit.Set.LinearCount), .. fit.AtBound()];
        double[] jacobian = fit.Jacobian();
        int[] place = [.. held.Select(isHeld => isHeld ? -1 : next++)];
        List<double> columns = [];
        for (int k = 0; k < held.Length; k++)
        {
            if (!held[k])
            {
                columns.AddRange(jacobian.AsSpan(rows * k, rows));
            }
        }

        return ([.. columns], place);
    }

    /// <summary>Gets the numbers left over.</summary>
    internal int DegreesOfFreedom { get; }

    /// <summary>Gets the variance of one weighted number.</summary>
    internal double Variance { get; }

    /// <summary>Gets the lag-1 autocorrelation of the residuals.</summary>
    internal double Autocorrelation { get; }

    /// <summary>Gets whether it is more than noise gives.</summary>
    internal bool HasPattern { get; }

    /// <summary>Gets the factor by which a pattern widens the variances.</summary>
    internal double Widening { get; }

    /// <summary>Gets the quantile of Student's t for a 95 % interval.</summary>
    internal double Quantile => StudentT.InvCDF(0.0, 1.0, DegreesOfFreedom, 0.975);

    /// <summary>Returns the covariance of two parameters, strengths first; 0 for one at a bound.</summary>
    internal double Of(int a, int b) => place[a] < 0 || place[b] < 0 ? 0.0 : covariance[(place[a] * free) + place[b]];

    /// <summary>Returns the standard uncertainty of a parameter.</summary>
    internal double Uncertainty(int k) => Math.Sqrt(Of(k, k));

    private static double Correlation(ReadOnlySpan<double> residuals, double squares)
    {
        int n = residuals.Length / 2;
        return squares > 0.0 ? (ResidualPattern.Neighbours(residuals[..n]) + ResidualPattern.Neighbours(residuals[n..])) / squares : 0.0;
    }

    /// <summary>Returns variance·(RᵀR)⁻¹.</summary>
    private static double[] Inverse(HouseholderQr factors, double variance)
    {
        int n = factors.Columns;
        double[] triangle = new double[n * n], inverse = new double[n * n], result = new double[n * n];
        factors.CopyTriangle(triangle);
        for (int k = 0; k < n; k++)
        {
            Span<double> column = inverse.AsSpan(k * n, n); // of R⁻¹
            column[k] = 1.0;
            for (int j = n - 1; j >= 0; j--)
            {
                double pivot = triangle[(j * n) + j];
                column[j] = pivot == 0.0 ? 0.0 : column[j] / pivot;
                Kernels.AddScaled(column[..j], -column[j], triangle.AsSpan(j * n, j));
            }
        }

        for (int k = 0; k < n; k++)
        {
            ReadOnlySpan<double> column = inverse.AsSpan(k * n, n);
            for (int a = 0; a < n; a++)
            {
                Kernels.AddScaled(result.AsSpan(a * n, n), variance * column[a], column);
            }
        }

        return result;
    }
}
