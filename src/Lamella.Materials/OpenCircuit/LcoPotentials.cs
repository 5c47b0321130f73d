using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>U(x) of LiCoO₂ after Ramadass et al. (2004): a rational function of z = 1.13 x.</summary>
/// <remarks>
/// U = (−4.656 + 88.669 z² − 401.119 z⁴ + 342.909 z⁶ − 462.471 z⁸ + 433.434 z¹⁰) /
/// (−1 + 18.933 z² − 79.532 z⁴ + 37.311 z⁶ − 73.083 z⁸ + 95.96 z¹⁰) [V].
/// Only the branch between its poles at x = 0.3740 and x = 0.8887 is physical. The fit ends near 4.3 V (x = 0.43): above,
/// the curve bends up to the pole, so a charge to 4.45 V (x = 0.4008) is an extrapolation.
/// <b>Source.</b> Ramadass et al., J. Electrochem. Soc. 151 (2004) A196, <see href="https://doi.org/10.1149/1.1634273"/>.
/// </remarks>
public readonly record struct LcoRamadass2004 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T z = argument * 1.13;
        T s = z * z;
        T numerator = (((((((((s * 433.434) - 462.471) * s) + 342.909) * s) - 401.119) * s) + 88.669) * s) - 4.656;
        T denominator = (((((((((s * 95.96) - 73.083) * s) + 37.311) * s) - 79.532) * s) + 18.933) * s) - 1.0;
        return numerator / denominator;
    }
}

/// <summary>U(x) of LiCoO₂ of Dualfoil (1998): a sum of hyperbolic tangents of z = 1.062 x.</summary>
/// <remarks>
/// U = 2.16216 + 0.07645 tanh(30.834 − 54.4806 z) + 2.1581 tanh(52.294 − 50.294 z) − 0.14169 tanh(11.0923 − 19.8543 z)
/// + 0.2051 tanh(1.4684 − 5.4888 z) + 0.2531 tanh((0.56478 − z)/0.1316) − 0.02167 tanh((z − 0.525)/0.006) [V].
/// Free of poles and monotone from 4.46 V (x = 0.3) down, which makes it the safer form for charges to 4.45 V.
/// <b>Source.</b> Doyle, Newman et al., Dualfoil; as carried by the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct LcoDualfoil1998 : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T z = argument * 1.062;
        return (T.Tanh((z * -54.4806) + 30.834) * 0.07645)
            + (T.Tanh((z * -50.294) + 52.294) * 2.1581)
            - (T.Tanh((z * -19.8543) + 11.0923) * 0.14169)
            + (T.Tanh((z * -5.4888) + 1.4684) * 0.2051)
            + (T.Tanh((-z + 0.56478) / 0.1316) * 0.2531)
            - (T.Tanh((z - 0.525) / 0.006) * 0.02167)
            + 2.16216;
    }
}
