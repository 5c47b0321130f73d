using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>U(x) of the graphite–SiOₓ anode of the LG M50 cell after Chen et al. (2020).</summary>
/// <remarks>
/// U = 1.9793 e^(−39.3631 x) + 0.2482 − 0.0909 tanh[29.8538(x − 0.1234)] − 0.04478 tanh[14.9159(x − 0.2769)]
/// − 0.0205 tanh[30.4444(x − 0.6103)] [V]; cell window 0.0279 to 0.9014. It has no fall at the full end: U(1) = 0.092 V.
/// <b>Source.</b> J. Electrochem. Soc. 167 (2020) 080534, <see href="https://doi.org/10.1149/1945-7111/ab9050"/>.
/// </remarks>
public readonly record struct GraphiteSiliconChen2020 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> =>
        (T.Exp(argument * -39.3631) * 1.9793)
        - (T.Tanh((argument - 0.1234) * 29.8538) * 0.0909)
        - (T.Tanh((argument - 0.2769) * 14.9159) * 0.04478)
        - (T.Tanh((argument - 0.6103) * 30.4444) * 0.0205)
        + 0.2482;
}

/// <summary>U(x) of graphite MCMB 25-28 of Dualfoil (1998).</summary>
/// <remarks>
/// U = 0.194 + 1.5 e^(−120 x) + Σ aₖ tanh[(x − xₖ)/wₖ] [V] with eight terms. Between x = 0.3136 and 0.3333 the fit rises by
/// less than 0.1 mV, so a potential there has no single stoichiometry.
/// <b>Source.</b> J. Newman, Dualfoil; as carried by the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct GraphiteDualfoil1998 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        return (T.Exp(x * -120.0) * 1.5)
            + (T.Tanh((x - 0.286) / 0.083) * 0.0351)
            - (T.Tanh((x - 0.849) / 0.119) * 0.0045)
            - (T.Tanh((x - 0.9233) / 0.05) * 0.035)
            - (T.Tanh((x - 0.5) / 0.034) * 0.0147)
            - (T.Tanh((x - 0.194) / 0.142) * 0.102)
            - (T.Tanh((x - 0.9) / 0.0164) * 0.022)
            - (T.Tanh((x - 0.124) / 0.0226) * 0.011)
            + (T.Tanh((x - 0.105) / 0.029) * 0.0155)
            + 0.194;
    }
}

/// <summary>U(x) of the graphite of a 7.5 Ah pouch cell after Ecker et al. (2015).</summary>
/// <remarks>
/// U = 0.716502 e^(−369.028 x) + 0.12193 e^[−35.6478(x − 0.0530947)] − 0.0189193 tanh[21.1967(x − 0.196176)]
/// − 0.0169644 tanh[27.1365(x − 0.312832)] − 0.0199313 tanh[28.5697(x − 0.614221)] − 0.931153 e^[36.328(x − 1.10743)]
/// + 0.140031 [V]; a fit to the printed curve.
/// <b>Source.</b> J. Electrochem. Soc. 162 (2015) A1836, <see href="https://doi.org/10.1149/2.0551509jes"/>; fit of
/// Richardson et al., Electrochim. Acta 339 (2020) 135862, as carried by the public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct GraphiteEcker2015 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        return (T.Exp(x * -369.028) * 0.716502)
            + (T.Exp((x - 0.0530947) * -35.6478) * 0.12193)
            - (T.Tanh((x - 0.196176) * 21.1967) * 0.0189193)
            - (T.Tanh((x - 0.312832) * 27.1365) * 0.0169644)
            - (T.Tanh((x - 0.614221) * 28.5697) * 0.0199313)
            - (T.Exp((x - 1.10743) * 36.328) * 0.931153)
            + 0.140031;
    }
}

/// <summary>U(x) of graphite after Mohtat et al. (2020).</summary>
/// <remarks>
/// U = 0.063 + 0.8 e^[−75(x + 0.001)] − Σ aₖ tanh[(x − xₖ)/wₖ] [V] with six terms.
/// <b>Source.</b> J. Electrochem. Soc. 167 (2020) 110561, <see href="https://doi.org/10.1149/1945-7111/aba5d1"/>.
/// </remarks>
public readonly record struct GraphiteMohtat2020 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        return (T.Exp((x + 0.001) * -75.0) * 0.8)
            - (T.Tanh((x - 0.127) / 0.016) * 0.0120)
            - (T.Tanh((x - 0.155) / 0.016) * 0.0118)
            - (T.Tanh((x - 0.220) / 0.020) * 0.0035)
            - (T.Tanh((x - 0.190) / 0.013) * 0.0095)
            - (T.Tanh((x - 0.490) / 0.020) * 0.0145)
            - (T.Tanh((x - 1.030) / 0.055) * 0.0800)
            + 0.063;
    }
}
