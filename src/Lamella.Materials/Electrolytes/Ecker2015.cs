using Lamella.Core;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Electrolytes;

/// <summary>κ(c, T) of the LiPF₆ electrolyte of a 7.5 Ah pouch cell after Ecker et al. (2015).</summary>
/// <remarks>
/// κ = (0.2667 c³ − 1.2983 c² + 1.7919 c + 0.1726)·(296 K/T)·exp[(17.1 kJ/mol/R)(1/296 K − 1/T)] [S/m], c in mol/L here. The
/// activation energy belongs to κT.
/// <b>Source.</b> J. Electrochem. Soc. 162 (2015) A1836, <see href="https://doi.org/10.1149/2.0551509jes"/>; as carried by the
/// public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct Ecker2015Conductivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T c = argument * 1e-3;
        T at296 = (((((c * 0.2667) - 1.2983) * c) + 1.7919) * c) + 0.1726;
        return at296 * (296.0 / temperature * PhysicalConstants.ArrheniusFactor(17100.0, temperature, 296.0));
    }
}

/// <summary>D(c, T) of the same electrolyte: RTκ/(F²c), as the public set takes it.</summary>
/// <remarks>
/// A Nernst–Einstein relation of one ion, which diverges at c = 0.
/// <b>Source.</b> As carried by the public set PyBaMM Ecker2015.
/// </remarks>
public readonly record struct Ecker2015Diffusivity : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        const double FaradaySquared = PhysicalConstants.Faraday * PhysicalConstants.Faraday;
        double factor = PhysicalConstants.GasConstant * temperature / FaradaySquared;
        return default(Ecker2015Conductivity).Evaluate(argument, temperature) * factor / argument;
    }
}
