using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrodes;

/// <summary>D(x, T) of lithium in NCM811 after O'Regan et al. (2022).</summary>
/// <remarks>
/// log₁₀(D/2.7) = −13.96 − 0.9231 g(0.3216, 0.002534) − 0.4066 g(0.4532, 0.003926) − 0.993 g(0.8098, 0.09924),
/// g(b, c) = e^[−(x−b)²/c]; times exp[1449 K·(1/298.15 K − 1/T)] [m²/s]. 2.7 is the authors' correction of the fit.
/// <b>Source.</b> Electrochim. Acta 425 (2022) 140700, <see href="https://doi.org/10.1016/j.electacta.2022.140700"/>.
/// </remarks>
public readonly record struct Ncm811DiffusivityORegan2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T exponent = (Gaussian(argument, 0.3216, 0.002534) * -0.9231)
            + (Gaussian(argument, 0.4532, 0.003926) * -0.4066)
            + (Gaussian(argument, 0.8098, 0.09924) * -0.993)
            - 13.96;
        double thermal = Math.Exp(1449.0 * ((1.0 / 298.15) - (1.0 / temperature)));
        return T.Exp(exponent * Math.Log(10.0)) * (2.7 * thermal);
    }

    private static T Gaussian<T>(T x, double centre, double squaredWidth)
        where T : struct, IScalar<T>
    {
        T distance = x - centre;
        return T.Exp(-(distance * distance) / squaredWidth);
    }
}
