using Lamella.Core;

namespace Lamella.Numerics.Fitting;

/// <summary>Settings of one descent of <see cref="BoundedDescent"/>.</summary>
/// <param name="MaximumIterations">The most iterations, ≥ 1.</param>
/// <param name="CostTolerance">Predicted relative reduction of the cost below which the descent has converged, ≥ 0.</param>
public readonly record struct DescentOptions(int MaximumIterations, [property: Unit("–")] double CostTolerance)
{
    /// <summary>Gets settings that end at the minimum to about half the digits of a double.</summary>
    public static DescentOptions Converged { get; } = new(200, 1e-13);

    /// <summary>Gets settings that tell a good start from a bad one.</summary>
    public static DescentOptions Screening { get; } = new(12, 1e-3);
}
