using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Whether neighbouring residuals resemble each other, as those of a wrong description do and those of noise do not.</summary>
/// <param name="Real">Lag-1 autocorrelation of the real residuals [–].</param>
/// <param name="Imaginary">Lag-1 autocorrelation of the imaginary residuals [–].</param>
/// <param name="Expected">What pure noise would leave after this fit [–]; below 0.</param>
/// <param name="Deviations">How many standard deviations of pure noise the two together lie above that [–].</param>
/// <remarks>
/// r = Σ eᵢeᵢ₊₁/Σ eᵢ². The fit takes the smooth part of the noise away: E[r] = tr(P·A)/tr(P) with P = 1 − QQᵀ the projector
/// on the residuals and A the shift to the neighbour. Variance: 1/(2N − p).
/// <b>Source.</b> Durbin and Watson, Biometrika 37 (1950) 409, <see href="https://doi.org/10.1093/biomet/37.3-4.409"/>,
/// section 3 (residuals of a regression).
/// </remarks>
public readonly record struct ResidualPattern(double Real, double Imaginary, double Expected, double Deviations)
{
    /// <summary>From here on a pattern is no accident: one spectrum of noise in a thousand comes so far.</summary>
    internal const double Significant = 3.1;

    /// <summary>Gets whether there is a pattern.</summary>
    public bool IsSignificant => Deviations > Significant;

    /// <summary>Measures the pattern.</summary>
    internal static ResidualPattern Of(LinearDescription description)
    {
        double[] residuals = description.WeightedResiduals();
        int n = residuals.Length / 2;
        HouseholderQr factors = description.Factors;
        double[] basis = new double[2 * n * factors.Columns];
        factors.CopyOrthogonalColumns(basis);
        double removed = 0.0;
        for (int k = 0; k < factors.Columns; k++)
        {
            ReadOnlySpan<double> column = basis.AsSpan(2 * n * k, 2 * n);
            removed += Neighbours(column[..n]) + Neighbours(column[n..]);
        }

        double expected = -removed / description.DegreesOfFreedom;
        double real = Correlation(residuals.AsSpan(0, n)), imaginary = Correlation(residuals.AsSpan(n));
        double whole = Neighbours(residuals.AsSpan(0, n)) + Neighbours(residuals.AsSpan(n));
        double square = description.SumOfSquares;
        double pooled = square > 0.0 ? whole / square : expected;
        double deviations = (pooled - expected) * Math.Sqrt(description.DegreesOfFreedom);
        return new ResidualPattern(real, imaginary, expected, deviations);
    }

    private static double Correlation(ReadOnlySpan<double> values)
    {
        double square = 0.0;
        foreach (double value in values)
        {
            square += value * value;
        }

        return square > 0.0 ? Neighbours(values) / square : 0.0;
    }

    /// <summary>Returns Σ eᵢeᵢ₊₁.</summary>
    internal static double Neighbours(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        for (int i = 1; i < values.Length; i++)
        {
            sum += values[i] * values[i - 1];
        }

        return sum;
    }
}
