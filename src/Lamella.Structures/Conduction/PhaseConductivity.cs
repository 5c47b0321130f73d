using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>Conductivity of a phase along the axes of the volume.</summary>
/// <param name="X">Along x [S/m], ≥ 0.</param>
/// <param name="Y">Along y [S/m], ≥ 0.</param>
/// <param name="Z">Along z [S/m], ≥ 0.</param>
public readonly record struct PhaseConductivity(
    [property: Unit("S/m")] double X, [property: Unit("S/m")] double Y, [property: Unit("S/m")] double Z)
{
    /// <summary>Gets the conductivity of an insulator.</summary>
    public static PhaseConductivity Insulator => default;

    /// <summary>Makes a conductivity that is the same along every axis.</summary>
    /// <param name="value">Conductivity [S/m], ≥ 0.</param>
    /// <returns>The conductivity.</returns>
    public static PhaseConductivity Isotropic(double value) => new(value, value, value);

    /// <summary>Gets the conductivity along an axis.</summary>
    /// <param name="axis">0 for x, 1 for y, 2 for z.</param>
    /// <returns>The conductivity [S/m].</returns>
    public double Along(int axis) => axis == 0 ? X : axis == 1 ? Y : Z;
}
