using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>U(x) of the spinel LiMn₂O₄ after Doyle et al. (1996).</summary>
/// <remarks>
/// U = 4.19829 + 0.0565661 tanh(8.60942 − 14.5546 x) − 0.0275479 [(0.998432 − x)^(−0.492465) − 1.90111]
/// − 0.157123 e^(−0.04738 x⁸) + 0.810239 e^[−40(x − 0.133875)] [V]; singular at x = 0.998432.
/// <b>Source.</b> J. Electrochem. Soc. 143 (1996) 1890, <see href="https://doi.org/10.1149/1.1836921"/>.
/// </remarks>
public readonly record struct LmoDoyle1996 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        T square = x * x;
        T fourth = square * square;
        T one = 1.0;
        T singular = one / T.Pow(-x + 0.998432, 0.492465);
        return (T.Tanh((x * -14.5546) + 8.60942) * 0.0565661)
            - ((singular - 1.90111) * 0.0275479)
            - (T.Exp(fourth * fourth * -0.04738) * 0.157123)
            + (T.Exp((x - 0.133875) * -40.0) * 0.810239)
            + 4.19829;
    }
}

/// <summary>U(x) of Li(Ni₀.₄Co₀.₆)O₂ after Ecker et al. (2015).</summary>
/// <remarks>
/// U = 4.23285 − 2.35211 x + Σ aₖ tanh[bₖ(x − xₖ)] [V] with five terms; a fit to the printed curve.
/// <b>Source.</b> J. Electrochem. Soc. 162 (2015) A1836, <see href="https://doi.org/10.1149/2.0551509jes"/>; fit of
/// Richardson et al., Electrochim. Acta 339 (2020) 135862, as carried by the public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct NcoEcker2015 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        return (x * -2.35211)
            - (T.Tanh((x - 0.0219921) * 31.886) * 0.0747061)
            + (T.Tanh((x - 0.174352) * 2.66395) * 6.34984)
            - (T.Tanh((x - 0.439245) * 5.48623) * 0.640243)
            - (T.Tanh((x - 0.176187) * 4.12167) * 3.82383)
            - (T.Tanh((x - 0.762272) * 18.2919) * 0.0542123)
            + 4.23285;
    }
}
