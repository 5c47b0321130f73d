using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Conduction;

/// <summary>Where the current flows and where power is dissipated, voxel by voxel, x fastest.</summary>
public sealed class ConductionMaps
{
    internal ConductionMaps(double[] potential, float[] current, float[] power, ImmutableArray<double> powerShares) =>
        (Potential, Current, Power, PowerShares) = (potential, current, power, powerShares);

    /// <summary>Gets the potential for a unit drop over the volume; what is cut off keeps that of the homogeneous volume.</summary>
    [Unit("–")]
    public IReadOnlyList<double> Potential { get; }

    /// <summary>Gets the magnitude of the current density over the mean current density along the field.</summary>
    [Unit("–")]
    public IReadOnlyList<float> Current { get; }

    /// <summary>Gets the dissipated power per volume over its mean.</summary>
    [Unit("–")]
    public IReadOnlyList<float> Power { get; }

    /// <summary>Gets the part of the power that each phase dissipates, half of that of an interface counted to each side.</summary>
    [Unit("–")]
    public ImmutableArray<double> PowerShares { get; }

    /// <summary>Finds how strong the current is at most in a part of the conducting volume.</summary>
    /// <param name="percentile">Percentile [%], 0 to 100, over the voxels that carry current.</param>
    /// <returns>Current density over the mean, interpolated between voxels.</returns>
    public double CurrentPercentile([Unit("%")] double percentile)
    {
        if (!(percentile is >= 0.0 and <= 100.0))
        {
            throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile is 0 to 100 %.");
        }

        float[] sorted = [.. Current.Where(value => value > 0.0f)];
        Array.Sort(sorted);
        if (sorted.Length == 0)
        {
            return 0.0;
        }

        double at = percentile / 100.0 * (sorted.Length - 1);
        int below = (int)at;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((at - below) * (above - sorted[below]));
    }
}
