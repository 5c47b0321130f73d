using Lamella.Core;

namespace Lamella.Numerics.Lattice;

/// <summary>Which number type the field is held in.</summary>
public enum LatticePrecision
{
    /// <summary>Four bytes for tolerances of 1e-4 and above and contrasts up to 2e4, otherwise eight.</summary>
    Automatic,

    /// <summary>Four bytes a number; sums in double.</summary>
    FourBytes,

    /// <summary>Eight bytes a number.</summary>
    EightBytes,
}

/// <summary>How to solve a lattice.</summary>
public sealed record LatticeOptions
{
    /// <summary>Gets the axis along which the potential drops by one: 0 for x, 1 for y, 2 for z.</summary>
    public int Axis { get; init; }

    /// <summary>Gets the relative error of the conductance at which to stop; also the mismatch of the currents at both ends.</summary>
    [Unit("–")]
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Gets the number type.</summary>
    public LatticePrecision Precision { get; init; }

    /// <summary>Gets the number of threads; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the most iterations.</summary>
    public int MaximumIterations { get; init; } = 2000;

    /// <summary>Gets whether the potential is returned.</summary>
    public bool KeepPotential { get; init; }
}
