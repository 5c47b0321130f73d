namespace Lamella.Analysis.Common;

/// <summary>A straight line fitted to points by least squares.</summary>
/// <param name="Intercept">Ordinate at abscissa 0.</param>
/// <param name="Slope">Slope.</param>
/// <param name="InterceptUncertainty">Standard uncertainty of the intercept.</param>
/// <param name="SlopeUncertainty">Standard uncertainty of the slope.</param>
/// <param name="Covariance">Covariance of intercept and slope.</param>
/// <param name="Deviation">Standard deviation of the residuals, with two degrees of freedom taken off.</param>
/// <param name="Correlation">Coefficient of correlation of abscissae and ordinates, −1 to 1.</param>
/// <param name="Count">Number of points.</param>
internal sealed record StraightLine(
    double Intercept, double Slope, double InterceptUncertainty, double SlopeUncertainty, double Covariance, double Deviation, double Correlation, int Count)
{
    /// <summary>Fits a line.</summary>
    /// <param name="x">Abscissae, not all equal.</param>
    /// <param name="y">Ordinates, equally many.</param>
    /// <returns>The line; null for fewer than three points or equal abscissae.</returns>
    /// <remarks>Abscissae are centred first, so that nothing is lost where they are far from zero.</remarks>
    internal static StraightLine? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int n = x.Length;
        double meanX = Mean(x), meanY = Mean(y), squaresX = 0.0, squaresY = 0.0, products = 0.0;
        for (int i = 0; i < n; i++)
        {
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
            products += (x[i] - meanX) * (y[i] - meanY);
        }

        if (n < 3 || !(squaresX > 0.0))
        {
            return null;
        }

        double slope = products / squaresX, rest = 0.0;
        for (int i = 0; i < n; i++)
        {
            double residual = y[i] - meanY - (slope * (x[i] - meanX));
            rest += residual * residual;
        }

        double variance = rest / (n - 2), slopeVariance = variance / squaresX;
        return new StraightLine(
            meanY - (slope * meanX),
            slope,
            Math.Sqrt((variance / n) + (slopeVariance * meanX * meanX)),
            Math.Sqrt(slopeVariance),
            -meanX * slopeVariance,
            Math.Sqrt(variance),
            squaresY > 0.0 ? products / Math.Sqrt(squaresX * squaresY) : 0.0,
            n);
    }

    /// <summary>Returns the ordinate of the line.</summary>
    internal double At(double x) => Intercept + (Slope * x);

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
