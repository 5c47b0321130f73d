using System.Collections.Immutable;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Prediction;

/// <summary>Points that share a cell and, for discharges, the charge before: one item of work.</summary>
/// <param name="Variant">The variant, or null.</param>
/// <param name="Members">Indices of the points.</param>
internal sealed record PointGroup(string? Variant, ImmutableArray<int> Members)
{
    /// <summary>Groups points; groups and members keep the order of the points.</summary>
    internal static ImmutableArray<PointGroup> Of(IReadOnlyList<ExperimentPoint> points) =>
    [
        .. Enumerable.Range(0, points.Count)
            .GroupBy(index => (points[index].Variant, points[index].ChargeTemperature, points[index].Charge?.ToString()))
            .Select(group => new PointGroup(group.Key.Variant, [.. group])),
    ];
}
