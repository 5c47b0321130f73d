using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Numerics.Lattice;

namespace Lamella.Structures.Conduction;

/// <summary>How to solve conduction.</summary>
public sealed record ConductionOptions
{
    /// <summary>Gets the directions of the field, 0 for x to 2 for z; all three give the whole tensor.</summary>
    public ImmutableArray<int> Axes { get; init; } = [0, 1, 2];

    /// <summary>Gets the relative error at which to stop, of the conductivity and of the currents at both faces, 1e-12 to 0.1.</summary>
    [Unit("–")]
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Gets the number of threads; no result depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the number type of the field.</summary>
    public LatticePrecision Precision { get; init; }

    /// <summary>Gets whether each direction is solved once more at half the resolution, to estimate the error of the voxels.</summary>
    public bool EstimateDiscretisation { get; init; }

    /// <summary>Gets whether the maps of potential, current and dissipated power are kept; they take 20 bytes a voxel and direction.</summary>
    public bool KeepMaps { get; init; }

    /// <summary>Gets the most memory that the solve may take [bytes]; by default what the process may use.</summary>
    public long MemoryLimit { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
