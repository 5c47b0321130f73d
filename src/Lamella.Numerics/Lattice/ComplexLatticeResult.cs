using System.Numerics;
using Lamella.Core;

namespace Lamella.Numerics.Lattice;

/// <summary>The admittance of a lattice of admittances.</summary>
public sealed record ComplexLatticeResult
{
    /// <summary>Gets the admittance along the axis, from Σ y·(Δφ)² over all links, in the unit of the links.</summary>
    /// <remarks>Stationary at the solution, so that its error is quadratic in that of the field.</remarks>
    [Unit("–")]
    public required Complex Admittance { get; init; }

    /// <summary>Gets the current that enters at the lower end.</summary>
    [Unit("–")]
    public required Complex CurrentIn { get; init; }

    /// <summary>Gets the current that leaves at the upper end; half-way, where the axis is periodic.</summary>
    [Unit("–")]
    public required Complex CurrentOut { get; init; }

    /// <summary>Gets whether both currents agree with the admittance to the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>Gets the number of iterations.</summary>
    public required int Iterations { get; init; }
}
