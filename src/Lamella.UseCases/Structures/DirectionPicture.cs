using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.UseCases.Structures;

/// <summary>What a page shows of the maps of one direction: a slice, distributions and profiles.</summary>
public sealed record DirectionPicture
{
    private const int BinsPerDecade = 12;
    private const int Decades = 4;
    private const double LowestBin = 1e-2;

    /// <summary>Gets the axis of the field.</summary>
    public required int Axis { get; init; }

    /// <summary>Gets the current density over its mean in a plane through the middle that holds the axis.</summary>
    public required PlaneSlice<float> Current { get; init; }

    /// <summary>Gets the middle of each class of current density over its mean, ascending.</summary>
    [Unit("–")]
    public required ImmutableArray<double> CurrentClasses { get; init; }

    /// <summary>Gets the part of the conducting volume in each class of current density.</summary>
    [Unit("%")]
    public required ImmutableArray<double> VolumeShares { get; init; }

    /// <summary>Gets the part of the dissipated power in each class of current density.</summary>
    [Unit("%")]
    public required ImmutableArray<double> HeatShares { get; init; }

    /// <summary>Gets the potential along the axis, averaged over the conducting voxels of each plane, for a drop of one.</summary>
    [Unit("–")]
    public required ImmutableArray<double> PotentialProfile { get; init; }

    /// <summary>Gets the power per volume along the axis over its mean.</summary>
    [Unit("–")]
    public required ImmutableArray<double> PowerProfile { get; init; }

    /// <summary>Gets the current density over its mean that half, 5 % and 1 % of the conducting volume exceed, and the largest.</summary>
    [Unit("–")]
    public required ImmutableArray<double> CurrentPercentiles { get; init; }

    /// <summary>Gets the part of the power that each phase dissipates.</summary>
    [Unit("–")]
    public required ImmutableArray<double> PowerShares { get; init; }

    /// <summary>Reduces the maps of a direction.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="direction">The direction, with its maps.</param>
    /// <returns>The picture, or null where there are no maps.</returns>
    internal static DirectionPicture? Of(LabelVolume volume, DirectionResult direction)
    {
        if (direction.Maps is not { } maps)
        {
            return null;
        }

        int axis = direction.Axis;
        (double[] volumes, double[] heats) = Distributions(maps);
        (double[] potential, double[] power) = Profiles(volume.Extent, axis, maps);
        int across = axis == 2 ? 1 : 2;
        return new DirectionPicture
        {
            Axis = axis,
            Current = PlaneSlice<float>.Middle(volume.Extent, across, k => maps.Current[(int)k]),
            CurrentClasses = [.. Enumerable.Range(0, volumes.Length).Select(bin => LowestBin * Math.Pow(10.0, (bin + 0.5) / BinsPerDecade))],
            VolumeShares = [.. volumes],
            HeatShares = [.. heats],
            PotentialProfile = [.. potential],
            PowerProfile = [.. power],
            CurrentPercentiles = [maps.CurrentPercentile(50.0), maps.CurrentPercentile(95.0), maps.CurrentPercentile(99.0), maps.CurrentPercentile(100.0)],
            PowerShares = maps.PowerShares,
        };
    }

    private static (double[] Volume, double[] Heat) Distributions(ConductionMaps maps)
    {
        double[] volume = new double[BinsPerDecade * Decades], heat = new double[volume.Length];
        (double voxels, double power) = (0.0, 0.0);
        for (int k = 0; k < maps.Current.Count; k++)
        {
            double current = maps.Current[k];
            if (current > 0.0)
            {
                int bin = Math.Clamp((int)Math.Floor(BinsPerDecade * Math.Log10(current / LowestBin)), 0, volume.Length - 1);
                volume[bin] += 1.0;
                heat[bin] += maps.Power[k];
                (voxels, power) = (voxels + 1.0, power + maps.Power[k]);
            }
        }

        return ([.. volume.Select(count => 100.0 * count / Math.Max(1.0, voxels))], [.. heat.Select(sum => power > 0.0 ? 100.0 * sum / power : 0.0)]);
    }

    private static (double[] Potential, double[] Power) Profiles(LatticeExtent extent, int axis, ConductionMaps maps)
    {
        double[] potential = new double[extent.Along(axis)], power = new double[potential.Length], counts = new double[potential.Length];
        for (int k = 0; k < maps.Current.Count; k++)
        {
            int plane = axis == 0 ? k % extent.Nx : axis == 1 ? k / extent.Nx % extent.Ny : k / extent.Nx / extent.Ny;
            power[plane] += maps.Power[k];
            if (maps.Current[k] > 0.0)
            {
                potential[plane] += maps.Potential[k];
                counts[plane]++;
            }
        }

        double perPlane = extent.Count / (double)potential.Length;
        return ([.. potential.Zip(counts, (sum, count) => sum / Math.Max(1.0, count))], [.. power.Select(sum => sum / perPlane)]);
    }
}
