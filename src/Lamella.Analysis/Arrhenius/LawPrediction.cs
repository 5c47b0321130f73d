using Lamella.Core;

namespace Lamella.Analysis.Arrhenius;

/// <summary>The conductivity that a law gives at a temperature.</summary>
/// <param name="Temperature">T.</param>
/// <param name="Conductivity">σ.</param>
/// <param name="RelativeUncertainty">Relative standard uncertainty of σ with the covariance of the parameters.</param>
/// <param name="IsExtrapolated">Whether T lies outside the temperatures of the data.</param>
/// <param name="Reach">How far outside in 1/T, by the range of the data in 1/T; 0 inside.</param>
public sealed record LawPrediction(
    [property: Unit("K")] double Temperature,
    [property: Unit("S/m")] double Conductivity,
    [property: Unit("–")] double RelativeUncertainty,
    bool IsExtrapolated,
    [property: Unit("–")] double Reach)
{
    /// <summary>Reach beyond which a law that fits the data equally well may give another conductivity altogether.</summary>
    internal const double Trusted = 0.5;

    /// <summary>Gets whether the prediction reaches farther than the data support.</summary>
    public bool IsBeyondSupport => Reach > Trusted;
}
