namespace Lamella.Analysis.Common;

/// <summary>What the residuals of a fit say about the noise of the data.</summary>
internal static class ResidualNoise
{
    private const double Strongest = 0.95;

    /// <summary>Returns the factor by which neighbours that resemble each other widen standard uncertainties.</summary>
    /// <param name="residuals">Residuals in the order of measurement.</param>
    /// <returns>√((1 + r)/(1 − r)) with r the autocorrelation of neighbours, at least 1.</returns>
    /// <remarks>Bayley and Hammersley, J. R. Stat. Soc. Suppl. 8 (1946) 184, <see href="https://doi.org/10.2307/2983560"/>, for a first-order process.</remarks>
    internal static double Widening(ReadOnlySpan<double> residuals)
    {
        double r = Math.Clamp(Autocorrelation(residuals), 0.0, Strongest);
        return Math.Sqrt((1.0 + r) / (1.0 - r));
    }

    /// <summary>Returns the autocorrelation of neighbouring residuals, −1 to 1; 0 for fewer than three or for none at all.</summary>
    internal static double Autocorrelation(ReadOnlySpan<double> residuals)
    {
        if (residuals.Length < 3)
        {
            return 0.0;
        }

        double mean = 0.0, square = 0.0, product = 0.0;
        foreach (double residual in residuals)
        {
            mean += residual / residuals.Length;
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            double here = residuals[i] - mean;
            square += here * here;
            product += i > 0 ? here * (residuals[i - 1] - mean) : 0.0;
        }

        return square > 0.0 ? product / square : 0.0;
    }

    /// <summary>Estimates the noise of every datum from the residuals about it, in tenths of the record so that it may change.</summary>
    /// <param name="residuals">Residuals in an order in which the noise changes slowly.</param>
    /// <param name="floor">The least noise that is returned, above 0.</param>
    /// <returns>Standard deviations, shape (residuals).</returns>
    internal static double[] Local(ReadOnlySpan<double> residuals, double floor)
    {
        const int parts = 10;
        double all = SumOfSquares(residuals) / residuals.Length;
        double[] noise = new double[residuals.Length];
        for (int part = 0; part < parts; part++)
        {
            int from = part * residuals.Length / parts, to = (part + 1) * residuals.Length / parts;

            // Few samples say little about their own noise: they lean on that of the whole record.
            double local = Math.Sqrt((SumOfSquares(residuals[from..to]) + all) / (to - from + 1));
            Array.Fill(noise, Math.Max(local, floor), from, to - from);
        }

        return noise;
    }

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
