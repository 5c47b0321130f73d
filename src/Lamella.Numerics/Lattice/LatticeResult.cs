using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Numerics.Lattice;

/// <summary>The field on a lattice for a unit drop of potential, and how well it is known.</summary>
public sealed record LatticeResult
{
    /// <summary>Gets the conductance along the axis, from the dissipated power, in the unit of the links.</summary>
    /// <remarks>An upper bound of the exact conductance of the lattice; its error is quadratic in that of the field.</remarks>
    [Unit("–")]
    public required double Conductance { get; init; }

    /// <summary>Gets the current that enters at the lower end, in the unit of the links.</summary>
    [Unit("–")]
    public required double CurrentIn { get; init; }

    /// <summary>Gets the current that leaves at the upper end; half-way, where the axis is periodic.</summary>
    [Unit("–")]
    public required double CurrentOut { get; init; }

    /// <summary>Gets the volume average of the current through a cross-section along each axis, x first.</summary>
    [Unit("–")]
    public required ImmutableArray<double> MeanCurrents { get; init; }

    /// <summary>Gets a bound on the relative error of the conductance that the iteration leaves.</summary>
    /// <remarks>
    /// Gauss–Radau quadrature on the Lanczos matrix of the conjugate gradients with a lower bound of the spectrum taken a
    /// third below the smallest Ritz value. Meurant and Tichý, Numer. Algorithms 62 (2013) 163,
    /// <see href="https://doi.org/10.1007/s11075-012-9591-9"/>.
    /// </remarks>
    [Unit("–")]
    public required double ErrorBound { get; init; }

    /// <summary>Gets whether the tolerance was reached.</summary>
    public required bool Converged { get; init; }

    /// <summary>Gets the number of iterations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets the bytes of all arrays of the solve.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the potential of each cell, x fastest, or null where it was not asked for.</summary>
    [Unit("–")]
    public double[]? Potential { get; init; }
}
