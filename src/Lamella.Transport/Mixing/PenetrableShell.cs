namespace Lamella.Transport.Mixing;

/// <summary>Hard spheres with shells that may overlap: how much of the volume cores and shells cover, and how thick a shell must be.</summary>
/// <remarks>
/// <para>A conducting shell helps only where the shells of many spheres touch. With s = 1 + δ/a the covered share of the volume is
/// 1 − (1 − φ)·exp[−(s³ − 1)·φ/(1 − φ)]·exp{−[3s³φ²/(2(1 − φ)³)]·[2 − 3/s + 1/s³ − (3/s − 6/s² + 3/s³)·φ]}. The first exponential stands
/// for shells that lie as they like outside the cores; the second for the order that the cores impose, and covers a little more.</para>
/// <para><b>Source.</b> P. A. Rikvold, G. Stell, J. Chem. Phys. 82 (1985) 1014; used for composite electrolytes by M. Ya. Sushko,
/// A. K. Semenov, Phys. Rev. E 100 (2019) 052601, doi 10.1103/PhysRevE.100.052601. A test compares it with counted random points.</para>
/// </remarks>
public static class PenetrableShell
{
    /// <summary>Share of the volume from which a phase of the symmetric effective medium conducts throughout [–].</summary>
    public const double Threshold = 1.0 / 3.0;

    /// <summary>Returns the share of the volume that cores and shells cover.</summary>
    /// <param name="fraction">φ of the cores [–], 0 to below 1; fluids of hard spheres end near 0.5.</param>
    /// <param name="radius">a of the cores [m], above 0.</param>
    /// <param name="thickness">δ of the shells [m], ≥ 0.</param>
    /// <param name="isUncorrelated">Leaves the order of the cores out: the first exponential only.</param>
    /// <returns>The share [–], at least φ.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Coverage(double fraction, double radius, double thickness, bool isUncorrelated = false)
    {
        Demand.Below1(fraction, nameof(fraction));
        Demand.Positive(radius, "m", nameof(radius));
        Demand.NotNegative(thickness, "m", nameof(thickness));
        double s = 1.0 + (thickness / radius), cube = s * s * s, free = 1.0 - fraction;
        double shells = (cube - 1.0) * fraction / free;
        double order = 3.0 * cube * fraction * fraction / (2.0 * free * free * free)
            * (2.0 - (3.0 / s) + (1.0 / cube) - (((3.0 / s) - (6.0 / (s * s)) + (3.0 / cube)) * fraction));
        return 1.0 - (free * Math.Exp(-shells - (isUncorrelated ? 0.0 : order)));
    }

    /// <summary>Returns the thickness of shells at which cores and shells cover a share of the volume.</summary>
    /// <param name="fraction">φ of the cores [–], above 0 and below the coverage.</param>
    /// <param name="radius">a of the cores [m], above 0.</param>
    /// <param name="coverage">The share that is to be covered [–], below 1.</param>
    /// <param name="isUncorrelated">Leaves the order of the cores out: the first exponential only.</param>
    /// <returns>δ [m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Thickness(double fraction, double radius, double coverage = Threshold, bool isUncorrelated = false)
    {
        Demand.Positive(fraction, "–", nameof(fraction));
        Demand.Below1(coverage, nameof(coverage));
        Demand.Positive(radius, "m", nameof(radius));
        if (!(fraction < coverage))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), FormattableString.Invariant($"fraction = {fraction} must be below the coverage {coverage}: the cores alone cover more."));
        }

        // Without the order the thickness has a closed form, and with it less is needed.
        double free = 1.0 - fraction;
        double high = radius * (Math.Cbrt(1.0 + (free / fraction * Math.Log(free / (1.0 - coverage)))) - 1.0), low = 0.0;
        if (isUncorrelated)
        {
            return high;
        }

        for (int halving = 0; halving < 100 && low < high; halving++)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = Coverage(fraction, radius, middle) < coverage ? (middle, high) : (low, middle);
        }

        return high;
    }
}
