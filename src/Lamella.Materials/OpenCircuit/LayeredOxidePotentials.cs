using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>U(x) of LiNi₀.₈Mn₀.₁Co₀.₁O₂ after Chen et al. (2020).</summary>
/// <remarks>
/// U = −0.8090 x + 4.4875 − 0.0428 tanh[18.5138(x − 0.5542)] − 17.7326 tanh[15.7890(x − 0.3117)]
/// + 17.5842 tanh[15.9308(x − 0.3120)] [V]; cell window 0.2661 to 0.9084. It has no knee: U(1) = 3.49 V.
/// <b>Source.</b> J. Electrochem. Soc. 167 (2020) 080534, <see href="https://doi.org/10.1149/1945-7111/ab9050"/>.
/// </remarks>
public readonly record struct Ncm811Chen2020 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> =>
        (argument * -0.8090)
        - (T.Tanh((argument - 0.5542) * 18.5138) * 0.0428)
        - (T.Tanh((argument - 0.3117) * 15.7890) * 17.7326)
        + (T.Tanh((argument - 0.3120) * 15.9308) * 17.5842)
        + 4.4875;
}

/// <summary>U(x, T) of NCM811: the form of Chen et al. (2020) with the entropic term of O'Regan et al. (2022).</summary>
/// <remarks>
/// U(x, T) = U(x, 298.15 K) + (T − 298.15 K)·dU/dT,
/// dU/dT = {0.04006 e^[−(x−0.2828)²/0.0009855] − 0.06656 e^[−(x−0.8032)²/0.02179]} mV/K.
/// <b>Source.</b> Electrochim. Acta 425 (2022) 140700, <see href="https://doi.org/10.1016/j.electacta.2022.140700"/>.
/// </remarks>
public readonly record struct Ncm811ORegan2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T first = Gaussian(argument, 0.2828, 0.0009855) * 0.04006e-3;
        T second = Gaussian(argument, 0.8032, 0.02179) * -0.06656e-3;
        return default(Ncm811Chen2020).Evaluate(argument, temperature) + ((first + second) * (temperature - 298.15));
    }

    private static T Gaussian<T>(T x, double centre, double squaredWidth)
        where T : struct, IScalar<T>
    {
        T distance = x - centre;
        return T.Exp(-(distance * distance) / squaredWidth);
    }
}

/// <summary>U(x) of LiNi₀.₅Mn₀.₃Co₀.₂O₂ after Mohtat et al. (2020), the potential of the half-cell set Xu2019.</summary>
/// <remarks>
/// U = 4.3452 − 1.6518 x + 1.6225 x² − 2.0843 x³ + 3.5146 x⁴ − 2.2166 x⁵ − 0.5623·10⁻⁴ e^(109.451 x − 100.006) [V].
/// <b>Source.</b> J. Electrochem. Soc. 167 (2020) 110561, <see href="https://doi.org/10.1149/1945-7111/aba5d1"/>.
/// </remarks>
public readonly record struct Nmc532Mohtat2020 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        T polynomial = (((((((((x * -2.2166) + 3.5146) * x) - 2.0843) * x) + 1.6225) * x) - 1.6518) * x) + 4.3452;
        return polynomial - (T.Exp((x * 109.451) - 100.006) * 0.5623e-4);
    }
}
