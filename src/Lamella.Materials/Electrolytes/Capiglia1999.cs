using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c) of LiPF₆ in EC/DMC at 25 °C after Capiglia et al. (1999), the fit of Dualfoil.</summary>
/// <remarks>
/// κ = 0.0911 + 1.9101 c − 1.052 c² + 0.1554 c³ [S/m], c in mol/L here, in mol/m³ at the call; finite at c = 0.
/// <b>Source.</b> J. Power Sources 81–82 (1999) 859, <see href="https://doi.org/10.1016/S0378-7753(98)00237-7"/>; as carried by
/// the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct Capiglia1999Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        return (((((c * 0.1554) - 1.052) * c) + 1.9101) * c) + 0.0911;
    }
}

/// <summary>D(c) of LiPF₆ in EC/DMC at 25 °C after Capiglia et al. (1999), the fit of Dualfoil.</summary>
/// <remarks>
/// D = 5.34·10⁻¹⁰ e^(−0.65 c) [m²/s], c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> J. Power Sources 81–82 (1999) 859, <see href="https://doi.org/10.1016/S0378-7753(98)00237-7"/>; as carried by
/// the public set PyBaMM Marquis2019.
/// </remarks>
public readonly record struct Capiglia1999Diffusivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> =>
        T.Exp(argument * -0.65e-3) * 5.34e-10;
}
