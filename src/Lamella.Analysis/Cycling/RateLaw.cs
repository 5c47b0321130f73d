namespace Lamella.Analysis.Cycling;

/// <summary>Capacity against rate with a characteristic time.</summary>
/// <remarks>
/// <para>Q = Q_M·[1 − (Rτ)ⁿ·(1 − exp(−(Rτ)⁻ⁿ))], with the rate R = I/Q: one over the time that the discharge takes, <b>not</b> the C-rate, which
/// refers to a capacity that does not fall. Q is Q_M/e at R = 1/τ, and Q_M/(2(Rτ)ⁿ) at high rates: n is ½ where diffusion limits and 1 where a
/// resistance does. R. Tian et al., Nat. Commun. 10 (2019) 1933, <see href="https://doi.org/10.1038/s41467-019-09792-9"/>, eq. 2.</para>
/// <para>Since Q stands on both sides, a measured Q would carry its error into R. Here Q is solved for the current, which is known:
/// u + ln f(u) = ln(Iτ/Q_M) with u = ln(Rτ). The left side rises and is concave, so that Newton's steps from u = ln(Iτ/Q_M) stay below the root.
/// For n > 1 it has a maximum: beyond that current the law has no capacity.</para>
/// </remarks>
internal static class RateLaw
{
    private const int MostSteps = 100;
    private const double Near = 1e-13;
    private const double Series = 1e-2; // of (Rτ)⁻ⁿ, below which digits would cancel

    /// <summary>Computes the share of the capacity at low rate.</summary>
    /// <param name="product">Rτ [–], above 0.</param>
    /// <param name="exponent">n [–], above 0.</param>
    /// <returns>Q/Q_M in (0, 1).</returns>
    internal static double Share(double product, double exponent) => Of(Math.Pow(product, -exponent)).Share;

    /// <summary>Computes the capacity at a current.</summary>
    /// <param name="current">I [A], above 0.</param>
    /// <param name="capacity">Q_M [C], above 0.</param>
    /// <param name="time">τ [s], above 0.</param>
    /// <param name="exponent">n [–], above 0.</param>
    /// <returns>Q [C]; null where the law has none at this current.</returns>
    internal static double? Capacity(double current, double capacity, double time, double exponent)
    {
        double wanted = Math.Log(current * time / capacity), u = wanted;
        for (int step = 0; step < MostSteps; step++)
        {
            (double share, double slope) = Of(Math.Exp(-exponent * u));
            double rise = 1.0 - (exponent * slope), missing = wanted - u - Math.Log(share);
            if (missing <= Near)
            {
                return capacity * share;
            }

            if (!(rise > 0.0))
            {
                return null;
            }

            u += missing / rise;
        }

        return null;
    }

    /// <summary>Computes f = 1 − (1 − e⁻ʸ)/y and d ln f/d ln y for y = (Rτ)⁻ⁿ.</summary>
    private static (double Share, double Slope) Of(double y)
    {
        if (y < Series)
        {
            double share = y * (0.5 - (y * ((1.0 / 6.0) - (y * ((1.0 / 24.0) - (y / 120.0))))));
            return (share, y * (0.5 - (y * ((1.0 / 3.0) - (y * (0.125 - (y / 30.0)))))) / share);
        }

        double lost = (1.0 - Math.Exp(-y)) / y;
        return (1.0 - lost, (lost - Math.Exp(-y)) / (1.0 - lost));
    }
}
