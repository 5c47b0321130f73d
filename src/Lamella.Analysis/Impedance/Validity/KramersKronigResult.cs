using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>What the Kramers–Kronig test found. Immutable; arrays of points are in the order of the spectrum.</summary>
public sealed record KramersKronigResult
{
    /// <summary>Gets the verdict.</summary>
    public required KramersKronigVerdict Verdict { get; init; }

    /// <summary>Gets the verdict in one sentence with its numbers.</summary>
    public required string Statement { get; init; }

    /// <summary>Gets the description on which the verdict rests; made without the outliers.</summary>
    public required LinearKramersKronigFit Fit { get; init; }

    /// <summary>Gets Re(Z − Z_fit)/|Z| at every point, outliers too.</summary>
    [Unit("–")]
    public required ImmutableArray<double> RealResiduals { get; init; }

    /// <summary>Gets Im(Z − Z_fit)/|Z| at every point, outliers too.</summary>
    [Unit("–")]
    public required ImmutableArray<double> ImaginaryResiduals { get; init; }

    /// <summary>Gets the largest residual relative to |Z| outside the outliers.</summary>
    [Unit("–")]
    public required double LargestResidual { get; init; }

    /// <summary>Gets the autocorrelation of the residuals, in order of frequency.</summary>
    public required ResidualPattern Pattern { get; init; }

    /// <summary>Gets the test for a linear drift during the measurement.</summary>
    public required DriftEstimate Drift { get; init; }

    /// <summary>Gets the points that do not belong to the spectrum, most deviating first.</summary>
    public required ImmutableArray<SpectrumOutlier> Outliers { get; init; }

    /// <summary>Gets how the spectrum ends at high and low frequency.</summary>
    public required SpectrumTails Tails { get; init; }

    /// <summary>Gets how well one part predicts the other; null where that was not asked for.</summary>
    public KramersKronigPrediction? Prediction { get; init; }

    /// <summary>Gets what else the reader must know.</summary>
    public required ImmutableArray<SpectrumWarning> Warnings { get; init; }
}
