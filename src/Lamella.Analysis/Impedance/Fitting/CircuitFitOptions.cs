using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Settings of a circuit fit.</summary>
public sealed record CircuitFitOptions
{
    /// <summary>Gets how deviations are weighted.</summary>
    public Weighting Weighting { get; init; } = Weighting.Modulus;

    /// <summary>Gets the standard deviations of both parts of each point, in the order of the spectrum; for <see cref="Weighting.Stated"/>.</summary>
    [Unit("Ω")]
    public ImmutableArray<double> StandardDeviations { get; init; } = [];

    /// <summary>Gets what is known of parameters: guesses, bounds, fixed and shared values.</summary>
    public ImmutableArray<ParameterSetting> Parameters { get; init; } = [];

    /// <summary>Gets the most descents of the search, ≥ 2; null for 110, or 1200 for more than seven free parameters.</summary>
    /// <remarks>The search ends earlier where a minimum that leaves mere noise is met twice by starts that know nothing of it.</remarks>
    public int? MaximumStarts { get; init; }

    /// <summary>Gets the seed of the search; equal seeds give equal results.</summary>
    public ulong Seed { get; init; } = 1;
}
