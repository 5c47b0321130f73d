using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>How a stability limit is read from a sweep. Several criteria are always shown together.</summary>
public sealed record StabilityOptions
{
    /// <summary>Gets the fixed current densities, each above 0.</summary>
    [Unit("A/m²")]
    public ImmutableArray<double> Thresholds { get; init; } = [0.01, 0.05, 0.1, 0.5, 1.0];

    /// <summary>Gets the multiples of the baseline, each above 1.</summary>
    [Unit("–")]
    public ImmutableArray<double> Multiples { get; init; } = [2.0, 10.0];

    /// <summary>Gets by how many standard deviations of the baseline a current departs from it.</summary>
    [Unit("–")]
    public double Departure { get; init; } = 5.0;

    /// <summary>Gets the whole width over which the current is averaged before its steepest point is looked for, above 0.</summary>
    [Unit("V")]
    public double TangentWindow { get; init; } = 0.05;

    /// <summary>Gets how far the steepest point stays away from the end of the sweep, at least 0.</summary>
    [Unit("V")]
    public double TangentMargin { get; init; } = 0.1;

    /// <summary>Gets how many samples in a row, each a mean of as many neighbours, must stay above the noise of the baseline; odd, from 1.</summary>
    public int Run { get; init; } = 5;

    /// <summary>Gets where the baseline begins; NaN for a twentieth of the swept range from its beginning.</summary>
    [Unit("V")]
    public double BaselineFrom { get; init; } = double.NaN;

    /// <summary>Gets where the baseline ends; NaN for three tenths of the swept range from its beginning.</summary>
    [Unit("V")]
    public double BaselineTo { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether a limit of reduction is looked for; else one of oxidation.</summary>
    public bool Reduction { get; init; }

    internal void Validate()
    {
        if (!(TangentWindow > 0.0 && double.IsFinite(TangentWindow) && TangentMargin >= 0.0 && double.IsFinite(TangentMargin)))
        {
            throw new ArgumentOutOfRangeException(nameof(TangentWindow), FormattableString.Invariant(
                $"The window of {TangentWindow} V must be above 0 V and the margin of {TangentMargin} V must not be negative."));
        }

        if (Run < 1 || Run % 2 == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Run), Run, "The number of samples in a row must be odd and at least 1.");
        }
    }
}
