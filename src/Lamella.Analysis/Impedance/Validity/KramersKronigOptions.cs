using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Settings of <see cref="KramersKronigTest"/>; the defaults suit every spectrum.</summary>
public sealed record KramersKronigOptions
{
    /// <summary>Gets the function to test; null tests both and keeps the one that describes the data better.</summary>
    public ImpedanceRepresentation? Representation { get; init; }

    /// <summary>Gets M; null chooses it. From 2 to the number of points.</summary>
    public int? Order { get; init; }

    /// <summary>Gets the deviation from which a pattern in the residuals counts as a violation, relative to |Z|, in (0, 1).</summary>
    /// <remarks>0.5 %: Schönleber et al. (2014), section 3, take residuals below it as those of valid spectra.</remarks>
    [Unit("–")]
    public double Tolerance { get; init; } = 0.005;

    /// <summary>Gets the scatter below which a pattern does not matter, relative to |Z|, ≥ 0: no instrument measures better.</summary>
    [Unit("–")]
    public double Negligible { get; init; } = 1e-4;

    /// <summary>Gets the part from which the other is predicted beside the test; both predict nothing.</summary>
    public KramersKronigPart PredictFrom { get; init; } = KramersKronigPart.Both;

    /// <summary>Gets the time at which each point was measured, in the order of the spectrum; null where it is not known.</summary>
    /// <remarks>Without it each point is taken to last one period, in the order of the record.</remarks>
    [Unit("s")]
    public ImmutableArray<double>? Times { get; init; }
}
