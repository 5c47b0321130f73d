using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c, T) of LiPF₆ in PC/EC/DMC after Valøen and Reimers (2005).</summary>
/// <remarks>
/// κ = 0.1 c·[(−10.5 + 0.0740 T − 6.96·10⁻⁵ T²) + c(0.668 − 0.0178 T + 2.80·10⁻⁵ T²) + c²(0.494 − 8.86·10⁻⁴ T)]² [S/m],
/// c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> J. Electrochem. Soc. 152 (2005) A882, <see href="https://doi.org/10.1149/1.1872737"/>, eq. 17.
/// </remarks>
public readonly record struct Valoen2005Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        double t = temperature;
        T c = argument * 1e-3;
        double order0 = -10.5 + (0.0740 * t) - (6.96e-5 * t * t);
        double order1 = 0.668 - (0.0178 * t) + (2.80e-5 * t * t);
        double order2 = 0.494 - (8.86e-4 * t);
        T root = (((c * order2) + order1) * c) + order0;
        return c * root * root * 0.1;
    }
}

/// <summary>D(c, T) of LiPF₆ in PC/EC/DMC after Valøen and Reimers (2005).</summary>
/// <remarks>
/// D = 10^[−4.43 − 54/(T − 229 − 5c) − 0.22 c] cm²/s, c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> J. Electrochem. Soc. 152 (2005) A882, <see href="https://doi.org/10.1149/1.1872737"/>, eq. 14.
/// </remarks>
public readonly record struct Valoen2005Diffusivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        T distance = (c * -5.0) + (temperature - 229.0);
        T minus54 = -54.0;
        T exponent = (minus54 / distance) - (c * 0.22) - 4.43;
        return T.Exp(exponent * Math.Log(10.0)) * 1e-4;
    }
}
