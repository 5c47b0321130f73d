using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>Conduction along one axis.</summary>
public sealed record DirectionResult
{
    /// <summary>Gets the axis of the field: 0 for x, 1 for y, 2 for z.</summary>
    public required int Axis { get; init; }

    /// <summary>Gets the effective conductivity along the axis; effective in host.</summary>
    [Unit("S/m")]
    public required double Conductivity { get; init; }

    /// <summary>Gets the conductivity that the current through the first face amounts to.</summary>
    [Unit("S/m")]
    public required double ConductivityIn { get; init; }

    /// <summary>Gets the conductivity that the current through the last face amounts to.</summary>
    [Unit("S/m")]
    public required double ConductivityOut { get; init; }

    /// <summary>Gets the column of the conductivity tensor: mean current density along x, y and z per unit field.</summary>
    [Unit("S/m")]
    public required ImmutableArray<double> Column { get; init; }

    /// <summary>Gets Σφσ / effective conductivity; infinite where nothing conducts through.</summary>
    /// <remarks>The tortuosity factor. For one conducting phase it is ε·σ/σ_eff with ε the whole phase, connected or not.</remarks>
    [Unit("–")]
    public required double TortuosityFactor { get; init; }

    /// <summary>Gets the part of the volume that conducts and reaches an electrode.</summary>
    [Unit("–")]
    public required double ConnectedFraction { get; init; }

    /// <summary>Gets why the conductivity is zero, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the bound on the relative error that the iteration leaves.</summary>
    [Unit("–")]
    public required double AlgebraicError { get; init; }

    /// <summary>Gets the estimated relative error of the voxel grid, from half the resolution, or null.</summary>
    /// <remarks>The difference of both results: for an error of first order it is as large as the error of the finer one.</remarks>
    [Unit("–")]
    public double? DiscretisationError { get; init; }

    /// <summary>Gets whether the tolerance was reached.</summary>
    public required bool Converged { get; init; }

    /// <summary>Gets the number of iterations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets the bytes of the solver's arrays.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the maps, or null where they were not asked for.</summary>
    public ConductionMaps? Maps { get; init; }
}
