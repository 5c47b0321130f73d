using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>dU/dT of the graphite–SiOₓ anode of the LG M50 cell after O'Regan et al. (2022).</summary>
/// <remarks>
/// dU/dT = {−0.1112 x + 0.02914 + 0.3561 e^[−(x−0.08309)²/0.004616]} mV/K; the step pair of the first fit was removed by the
/// authors.
/// <b>Source.</b> Electrochim. Acta 425 (2022) 140700, <see href="https://doi.org/10.1016/j.electacta.2022.140700"/>.
/// </remarks>
public readonly record struct GraphiteEntropyORegan2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T distance = argument - 0.08309;
        return ((argument * -0.1112) + 0.02914 + (T.Exp(-(distance * distance) / 0.004616) * 0.3561)) * 1e-3;
    }
}

/// <summary>dU/dT of NCM811 after O'Regan et al. (2022).</summary>
/// <remarks>
/// dU/dT = {0.04006 e^[−(x−0.2828)²/0.0009855] − 0.06656 e^[−(x−0.8032)²/0.02179]} mV/K.
/// <b>Source.</b> Electrochim. Acta 425 (2022) 140700, <see href="https://doi.org/10.1016/j.electacta.2022.140700"/>.
/// </remarks>
public readonly record struct Ncm811EntropyORegan2022 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T first = argument - 0.2828, second = argument - 0.8032;
        return (T.Exp(-(first * first) / 0.0009855) * 0.04006e-3) + (T.Exp(-(second * second) / 0.02179) * -0.06656e-3);
    }
}

/// <summary>dU/dT of graphite as the sixth-order polynomial of Thomas and Newman (2003).</summary>
/// <remarks>
/// dU/dT = (0.28 − 1.56 x − 8.92 x² + 57.21 x³ − 110.7 x⁴ + 90.71 x⁵ − 27.14 x⁶) mV/K.
/// <b>Source.</b> J. Power Sources 119 (2003) 844, <see href="https://doi.org/10.1016/S0378-7753(03)00283-0"/>; coefficients of
/// the public set PyBaMM Mohtat2020.
/// </remarks>
public readonly record struct GraphiteEntropyThomas2003 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        T upper = (((((x * -27.14) + 90.71) * x) - 110.7) * x) + 57.21;
        return ((((((upper * x) - 8.92) * x) - 1.56) * x) + 0.28) * 1e-3;
    }
}

/// <summary>dU/dT of graphite MCMB 25-28 in fastDFN: the slope of U(x) of Dualfoil over c_max, taken as a number in V/K.</summary>
/// <remarks>
/// The sum is dU/dx of <see cref="GraphiteDualfoil1998"/> divided by 24 983.26: no derivation of it as an entropy is known, so
/// it is an assumption of the sets that use it.
/// <b>Source.</b> S. J. Moura, fastDFN; as carried by the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct GraphiteEntropyMoura2016 : IFormula
{
    private const double MaximumConcentration = 24983.2619938437;

    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        T sum = (T.Exp(x * -120.0) * -180.0)
            + Bell(x, 0.286, 0.083, 0.0351)
            - Bell(x, 0.849, 0.119, 0.0045)
            - Bell(x, 0.9233, 0.05, 0.035)
            - Bell(x, 0.5, 0.034, 0.0147)
            - Bell(x, 0.194, 0.142, 0.102)
            - Bell(x, 0.9, 0.0164, 0.022)
            - Bell(x, 0.124, 0.0226, 0.011)
            + Bell(x, 0.105, 0.029, 0.0155);
        return sum / MaximumConcentration;
    }

    /// <summary>(a/w)·sech²[(x − x₀)/w].</summary>
    private static T Bell<T>(T x, double centre, double width, double height)
        where T : struct, IScalar<T>
    {
        T tanh = T.Tanh((x - centre) / width);
        T one = 1.0;
        return (one - (tanh * tanh)) * (height / width);
    }
}

/// <summary>dU/dT of LiCoO₂ in fastDFN: the slope of U(z) of Dualfoil over c_max, taken as a number in V/K.</summary>
/// <remarks>
/// z = 1.062 x. As for <see cref="GraphiteEntropyMoura2016"/>, no derivation of it as an entropy is known.
/// <b>Source.</b> S. J. Moura, fastDFN; as carried by the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct LcoEntropyMoura2016 : IFormula
{
    private const double MaximumConcentration = 51217.9257309275;

    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T z = argument * 1.062;
        T sum = (Square((z * -54.4806) + 30.834) * (0.07645 * -54.4806))
            + (Square((z * -50.294) + 52.294) * (2.1581 * -50.294))
            + (Square((z * -19.8543) + 11.0923) * (0.14169 * 19.854))
            - (Square((z * -5.4888) + 1.4684) * (0.2051 * 5.4888))
            - (Square((-z + 0.56478) / 0.1316) * (0.2531 / 0.1316))
            - (Square((z - 0.525) / 0.006) * (0.02167 / 0.006));
        return sum / MaximumConcentration;
    }

    /// <summary>sech².</summary>
    private static T Square<T>(T argument)
        where T : struct, IScalar<T>
    {
        T tanh = T.Tanh(argument);
        T one = 1.0;
        return one - (tanh * tanh);
    }
}
