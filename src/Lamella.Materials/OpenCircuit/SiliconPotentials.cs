using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.OpenCircuit;

/// <summary>A branch of U(x) of silicon after Verbrugge, Baker and Xiao (2015): a polynomial of seventh order.</summary>
/// <remarks>
/// U = Σₖ pₖ xᵏ [V], x = 1 where the host holds the c_max of the set. Lithiation runs 0.1 to 0.3 V below delithiation: silicon
/// does not come to one equilibrium potential, and which branch applies depends on the direction of the current.
/// <b>Source.</b> J. Electrochem. Soc. 163 (2016) A262, <see href="https://doi.org/10.1149/2.0581602jes"/>; coefficients of the
/// public set PyBaMM Chen2020_composite.
/// </remarks>
/// <param name="P0">p₀ [V].</param>
/// <param name="P1">p₁ [V].</param>
/// <param name="P2">p₂ [V].</param>
/// <param name="P3">p₃ [V].</param>
/// <param name="P4">p₄ [V].</param>
/// <param name="P5">p₅ [V].</param>
/// <param name="P6">p₆ [V].</param>
/// <param name="P7">p₇ [V].</param>
public readonly record struct SiliconVerbrugge2015(
    double P0, double P1, double P2, double P3, double P4, double P5, double P6, double P7) : IFormula
{
    /// <summary>Gets the branch on which lithium enters.</summary>
    public static SiliconVerbrugge2015 Lithiation { get; } =
        new(0.8633, -9.286, 62.99, -232.8, 489.9, -587.6, 372.6, -96.63);

    /// <summary>Gets the branch on which lithium leaves.</summary>
    public static SiliconVerbrugge2015 Delithiation { get; } =
        new(0.9937, -3.792, 16.87, -58.76, 140.2, -205.7, 161.3, -51.02);

    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        T x = argument;
        T upper = (((((x * P7) + P6) * x) + P5) * x) + P4;
        return (((((((upper * x) + P3) * x) + P2) * x) + P1) * x) + P0;
    }
}
