using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrodes;

/// <summary>D(x, T) of lithium in graphite after Ecker et al. (2015).</summary>
/// <remarks>
/// D = (8.4·10⁻¹³ e^(−11.3 x) + 8.2·10⁻¹⁵)·exp[(30.3 kJ/mol/R)(1/296 K − 1/T)] [m²/s].
/// <b>Source.</b> J. Electrochem. Soc. 162 (2015) A1836, <see href="https://doi.org/10.1149/2.0551509jes"/>; as carried by the
/// public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct GraphiteDiffusivityEcker2015 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> =>
        ((T.Exp(argument * -11.3) * 8.4e-13) + 8.2e-15)
        * Core.PhysicalConstants.ArrheniusFactor(30300.0, temperature, 296.0);
}

/// <summary>D(x, T) of lithium in Li(Ni₀.₄Co₀.₆)O₂ after Ecker et al. (2015).</summary>
/// <remarks>
/// D = {3.7·10⁻¹³ − 3.4·10⁻¹³ e^[−12(x−0.62)²]}·exp[(80.6 kJ/mol/R)(1/296.15 K − 1/T)] [m²/s].
/// <b>Source.</b> J. Electrochem. Soc. 162 (2015) A1836, <see href="https://doi.org/10.1149/2.0551509jes"/>; as carried by the
/// public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct NcoDiffusivityEcker2015 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T distance = argument - 0.62;
        T dip = T.Exp(distance * distance * -12.0) * 3.4e-13;
        return (-dip + 3.7e-13) * Core.PhysicalConstants.ArrheniusFactor(80600.0, temperature, 296.15);
    }
}

/// <summary>D(x, T) of lithium in the graphite–SiOₓ of the LG M50 cell after O'Regan et al. (2022).</summary>
/// <remarks>
/// log₁₀(D/3.0321) = 11.17 x − 15.11 − 1.553 g(0.2031, 0.0006091) − 6.136 g(0.5375, 0.06438) − 9.725 g(0.9144, 0.0578)
/// + 1.85 g(0.5953, 0.001356), g(b, c) = e^[−(x−b)²/c]; times exp[2092 K·(1/298.15 K − 1/T)] [m²/s]. 3.0321 is the authors'
/// correction of the fit.
/// <b>Source.</b> Electrochim. Acta 425 (2022) 140700, <see href="https://doi.org/10.1016/j.electacta.2022.140700"/>.
/// </remarks>
public readonly record struct GraphiteDiffusivityORegan2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T exponent = (argument * 11.17)
            + (Gaussian(argument, 0.2031, 0.0006091) * -1.553)
            + (Gaussian(argument, 0.5375, 0.06438) * -6.136)
            + (Gaussian(argument, 0.9144, 0.0578) * -9.725)
            + (Gaussian(argument, 0.5953, 0.001356) * 1.85)
            - 15.11;
        double thermal = Math.Exp(2092.0 * ((1.0 / 298.15) - (1.0 / temperature)));
        return T.Exp(exponent * Math.Log(10.0)) * (3.0321 * thermal);
    }

    private static T Gaussian<T>(T x, double centre, double squaredWidth)
        where T : struct, IScalar<T>
    {
        T distance = x - centre;
        return T.Exp(-(distance * distance) / squaredWidth);
    }
}
