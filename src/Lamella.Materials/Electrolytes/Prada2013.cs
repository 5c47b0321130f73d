using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c) of the LiPF₆ electrolyte of an A123 cell after Prada et al. (2013), 25 °C.</summary>
/// <remarks>
/// κ = 0.41253 + 5.007 c − 4.7212 c² + 1.5094 c³ − 0.16018 c⁴ [S/m], c in mol/L here, in mol/m³ at the call.
/// <b>Source.</b> J. Electrochem. Soc. 160 (2013) A616, <see href="https://doi.org/10.1149/2.053304jes"/>; as carried by the
/// public set PyBaMM Prada2013.
/// </remarks>
public readonly record struct Prada2013Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        return (((((((c * -0.16018) + 1.5094) * c) - 4.7212) * c) + 5.007) * c) + 0.41253;
    }
}
