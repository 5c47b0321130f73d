using Lamella.Numerics.Dual;

namespace Lamella.Interfaces.Kinetics;

/// <summary>Butler–Volmer charge transfer, solved for the overpotential.</summary>
/// <remarks>
/// <para>i = i₀·[exp(α·u) − exp(−(1−α)·u)], u = F·η/(R·T); i &gt; 0 is oxidation.</para>
/// <para>The overpotential is the mild side of this law: it grows like a logarithm, so Newton's method converges where
/// the exponential form overflows.</para>
/// <para><b>Source.</b> Doyle, Fuller and Newman, J. Electrochem. Soc. 140 (1993) 1526, eq. 12,
/// <see href="https://doi.org/10.1149/1.2221597"/>.</para>
/// </remarks>
public static class ButlerVolmer
{
    private const int MostIterations = 60;

    /// <summary>Computes i/i₀ from the dimensionless overpotential.</summary>
    /// <param name="overpotential">u = F·η/(R·T) [–].</param>
    /// <param name="transferCoefficient">Anodic α [–], in (0, 1).</param>
    /// <returns>i/i₀ [–].</returns>
    public static double RelativeCurrent(double overpotential, double transferCoefficient) =>
        Math.Exp(transferCoefficient * overpotential) - Math.Exp((transferCoefficient - 1.0) * overpotential);

    /// <summary>Computes i/i₀ where a charge transfer and a film in series share a potential.</summary>
    /// <param name="drive">F·(E − U)/(R·T) of both together [–].</param>
    /// <param name="film">F·i₀·R_film/(R·T) [–], ≥ 0.</param>
    /// <param name="transferCoefficient">Anodic α [–], in (0, 1).</param>
    /// <returns>i/i₀ [–]: drive = u(i/i₀) + film·i/i₀.</returns>
    public static double RelativeCurrent(double drive, double film, double transferCoefficient)
    {
        if (!(film > 0.0) || drive == 0.0)
        {
            return RelativeCurrent(drive, transferCoefficient);
        }

        // The film alone, and the charge transfer alone, bound u; Newton's method from the tighter bound is monotone.
        double bound = Overpotential<Scalar>(drive / film, transferCoefficient).Value;
        double u = Math.CopySign(Math.Min(Math.Abs(bound), Math.Abs(drive)), drive);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double anodic = Math.Exp(transferCoefficient * u), cathodic = Math.Exp((transferCoefficient - 1.0) * u);
            double slope = 1.0 + (film * ((transferCoefficient * anodic) + ((1.0 - transferCoefficient) * cathodic)));
            double step = (u + (film * (anodic - cathodic)) - drive) / slope;
            u -= step;
            if (Math.Abs(step) <= 1e-13 * Math.Max(1.0, Math.Abs(u)))
            {
                break;
            }
        }

        return (drive - u) / film;
    }

    /// <summary>Computes the dimensionless overpotential that drives a current.</summary>
    /// <typeparam name="T">Plain or dual number.</typeparam>
    /// <param name="relativeCurrent">i/i₀ [–]; any finite value.</param>
    /// <param name="transferCoefficient">Anodic α [–], in (0, 1).</param>
    /// <returns>u = F·η/(R·T) [–]; multiply by R·T/F for volts.</returns>
    public static T Overpotential<T>(T relativeCurrent, double transferCoefficient)
        where T : struct, IScalar<T>
    {
        if (transferCoefficient == 0.5)
        {
            return 2.0 * T.Asinh(0.5 * relativeCurrent);
        }

        double u = Invert(relativeCurrent.Value, transferCoefficient);
        double anodic = Math.Exp(transferCoefficient * u), cathodic = Math.Exp((transferCoefficient - 1.0) * u);
        double slope = (transferCoefficient * anodic) + ((1.0 - transferCoefficient) * cathodic);

        // One Newton step in T: polishes the value and carries the derivative of the implicit function.
        return u + ((relativeCurrent - (anodic - cathodic)) / slope);
    }

    private static double Invert(double y, double alpha)
    {
        double symmetric = 2.0 * Math.Asinh(0.5 * y);
        if (!double.IsFinite(symmetric) || symmetric == 0.0)
        {
            return symmetric;
        }

        // The dominant branch alone bounds u; Newton on log|y| from there is monotone.
        double dominant = y > 0.0 ? alpha : 1.0 - alpha;
        double u = Math.Abs(y) > 3.0 ? Math.CopySign(Math.Log(Math.Abs(y)) / dominant, y) : symmetric;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double anodic = Math.Exp(alpha * u), cathodic = Math.Exp((alpha - 1.0) * u);
            double step = (anodic - cathodic - y) / ((alpha * anodic) + ((1.0 - alpha) * cathodic));
            u -= step;
            if (Math.Abs(step) <= 1e-13 * Math.Max(1.0, Math.Abs(u)))
            {
                break;
            }
        }

        return u;
    }
}
