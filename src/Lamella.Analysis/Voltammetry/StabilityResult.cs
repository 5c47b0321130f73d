using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>The stability limits of a sweep by every criterion, and the baseline that some of them rest on.</summary>
public sealed record StabilityResult
{
    /// <summary>Gets the limits, in the order fixed currents, multiples, tangent, departure.</summary>
    public required ImmutableArray<StabilityLimit> Limits { get; init; }

    /// <summary>Gets the lower end of the window in which the baseline was fitted.</summary>
    [Unit("V")]
    public required double BaselineFrom { get; init; }

    /// <summary>Gets the upper end of the window in which the baseline was fitted.</summary>
    [Unit("V")]
    public required double BaselineTo { get; init; }

    /// <summary>Gets the baseline in the middle of its window.</summary>
    [Unit("A/m²")]
    public required double BaselineCurrent { get; init; }

    /// <summary>Gets the standard deviation of the current about the baseline in its window.</summary>
    [Unit("A/m²")]
    public required double BaselineNoise { get; init; }

    /// <summary>Gets the slope of the baseline.</summary>
    [Unit("S/m²")]
    public required double BaselineSlope { get; init; }

    /// <summary>Gets the largest capacitance that the baseline allows: all of it at its middle over the rate; NaN where the rate is not known.</summary>
    [Unit("F/m²")]
    public required double LargestCapacitance { get; init; }

    /// <summary>Gets the rate of the sweep; NaN where it is not known.</summary>
    [Unit("V/s")]
    public required double ScanRate { get; init; }

    /// <summary>Gets the spread of the time that the voltage takes for each tenth of its range, quartiles over median: near 0 for a sweep; NaN where the time is not known.</summary>
    [Unit("–")]
    public double RateSpread { get; init; } = double.NaN;

    /// <summary>Gets the part of the sweep that was read.</summary>
    public required VoltammetryCurve Curve { get; init; }

    /// <summary>Gets the baseline at the voltages of the curve, shape (samples).</summary>
    [Unit("A/m²")]
    public required ImmutableArray<double> Baseline { get; init; }
}
