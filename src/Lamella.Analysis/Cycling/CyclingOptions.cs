using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>Which half cycle comes first in a cycle.</summary>
public enum CycleBeginning
{
    /// <summary>That of the first half cycle in the record that is not partial.</summary>
    Automatic,

    /// <summary>A charge, as in a cell whose cathode holds the lithium: efficiency is discharge over charge.</summary>
    Charge,

    /// <summary>A discharge, as in a half cell of graphite against lithium: efficiency is charge over discharge.</summary>
    Discharge,
}

/// <summary>How a cycling record is read.</summary>
public sealed record CyclingOptions
{
    /// <summary>Gets which half cycle comes first.</summary>
    public CycleBeginning Beginning { get; init; }

    /// <summary>Gets the cycle that retention refers to, from 1; 0 for the first complete one.</summary>
    public int ReferenceCycle { get; init; }

    /// <summary>Gets the capacity that C-rates refer to, above 0; null for the one at the lowest rate that is no partial cycle.</summary>
    [Unit("C")]
    public double? NominalCapacity { get; init; }

    /// <summary>Gets the share of the reference capacity at which the life ends, in (0, 1).</summary>
    [Unit("–")]
    public double EndOfLife { get; init; } = 0.8;

    /// <summary>Gets the share of the largest charge below which a stretch is no half cycle, in [0, 1).</summary>
    [Unit("–")]
    public double SmallestHalfCycle { get; init; } = 0.02;

    /// <summary>Gets by how much the mean current of two cycles may differ for one rate, above 0.</summary>
    [Unit("–")]
    public double RateTolerance { get; init; } = 0.05;

    /// <summary>Gets the half width of the smoothing of dQ/dV, above 0; NaN for the one that cross-validation finds.</summary>
    [Unit("V")]
    public double VoltageSmoothing { get; init; } = double.NaN;

    /// <summary>Gets the number of draws for the projection, 1,000 to 10,000,000.</summary>
    public int Draws { get; init; } = 20_000;

    /// <summary>Gets the seed of the draws; equal seeds give equal results.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Refuses what cannot be used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what is allowed.</exception>
    internal void Validate()
    {
        Require(EndOfLife is > 0.0 and < 1.0, EndOfLife, nameof(EndOfLife), "a share above 0 and below 1");
        Require(SmallestHalfCycle is >= 0.0 and < 1.0, SmallestHalfCycle, nameof(SmallestHalfCycle), "a share from 0 to below 1");
        Require(RateTolerance > 0.0, RateTolerance, nameof(RateTolerance), "above 0");
        Require(NominalCapacity is null or > 0.0, NominalCapacity ?? 0.0, nameof(NominalCapacity), "above 0 C");
        Require(double.IsNaN(VoltageSmoothing) || VoltageSmoothing > 0.0, VoltageSmoothing, nameof(VoltageSmoothing), "above 0 V, or NaN");
        Require(Draws is >= 1000 and <= 10_000_000, Draws, nameof(Draws), "1000 to 10000000");
        Require(ReferenceCycle >= 0, ReferenceCycle, nameof(ReferenceCycle), "a number from 1, or 0 for the first");
    }

    private static void Require(bool holds, double value, string name, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} must be {allowed}."));
        }
    }
}
