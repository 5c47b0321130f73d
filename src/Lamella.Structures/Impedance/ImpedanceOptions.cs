using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Structures.Impedance;

/// <summary>How to find the impedance of a structure.</summary>
public sealed record ImpedanceOptions
{
    /// <summary>Gets the frequencies, each above 0.</summary>
    [Unit("Hz")]
    public required ImmutableArray<double> Frequencies { get; init; }

    /// <summary>Gets the direction of the field, 0 for x to 2 for z.</summary>
    public int Axis { get; init; } = 2;

    /// <summary>Gets how far the currents at both faces may differ from the admittance, relative, 1e-10 to 0.1.</summary>
    [Unit("–")]
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Gets the number of threads; no result depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the most memory that the solve may take [bytes]; by default what the process may use.</summary>
    public long MemoryLimit { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
