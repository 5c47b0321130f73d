using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c) of LiPF₆ in EC/EMC 3:7 at 25 °C after Nyman, Behm and Lindbergh (2008).</summary>
/// <remarks>
/// κ = 0.1297 c³ − 2.51 c^1.5 + 3.329 c [S/m], c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> Electrochim. Acta 53 (2008) 6356, <see href="https://doi.org/10.1016/j.electacta.2008.04.023"/>.
/// </remarks>
public readonly record struct Nyman2008Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        return (c * c * c * 0.1297) - (T.Pow(c, 1.5) * 2.51) + (c * 3.329);
    }
}

/// <summary>D(c) of LiPF₆ in EC/EMC 3:7 at 25 °C after Nyman, Behm and Lindbergh (2008).</summary>
/// <remarks>
/// D = 8.794·10⁻¹¹ c² − 3.972·10⁻¹⁰ c + 4.862·10⁻¹⁰ [m²/s], c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> Electrochim. Acta 53 (2008) 6356, <see href="https://doi.org/10.1016/j.electacta.2008.04.023"/>.
/// </remarks>
public readonly record struct Nyman2008Diffusivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        return (((c * 8.794e-11) - 3.972e-10) * c) + 4.862e-10;
    }
}
