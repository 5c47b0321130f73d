using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A spectrum as a distribution of relaxation times. Immutable; arrays of points are in the order of the spectrum.</summary>
/// <remarks>Z(ω) = R∞ + jωL + 1/(Q(jω)ⁿ) + ∫ γ(ln τ)/(1 + jωτ) d ln τ.</remarks>
public sealed record RelaxationResult
{
    /// <summary>Gets τ, rising, evenly spaced in ln τ, shape (points of the distribution).</summary>
    [Unit("s")]
    public required ImmutableArray<double> TimeConstants { get; init; }

    /// <summary>Gets γ, per unit of ln τ, shape (points of the distribution).</summary>
    [Unit("Ω")]
    public required ImmutableArray<double> Distribution { get; init; }

    /// <summary>Gets the lower end of the 95 % band of γ.</summary>
    [Unit("Ω")]
    public required ImmutableArray<double> DistributionLower { get; init; }

    /// <summary>Gets the upper end of the 95 % band of γ.</summary>
    [Unit("Ω")]
    public required ImmutableArray<double> DistributionUpper { get; init; }

    /// <summary>Gets how the distribution was drawn.</summary>
    public required RelaxationMethod Method { get; init; }

    /// <summary>Gets whether negative values were allowed.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Gets λ, relative to the weight of the data; its mean in ln λ for the Bayesian method.</summary>
    [Unit("–")]
    public required double Regularisation { get; init; }

    /// <summary>Gets how the noise was taken to depend on |Z|.</summary>
    public required RelaxationWeighting Weighting { get; init; }

    /// <summary>Gets R∞, what is left at infinite frequency.</summary>
    [Unit("Ω")]
    public required double SeriesResistance { get; init; }

    /// <summary>Gets its standard uncertainty.</summary>
    [Unit("Ω")]
    public required double SeriesResistanceStandardUncertainty { get; init; }

    /// <summary>Gets L in series; 0 where the data show none.</summary>
    [Unit("H")]
    public required double Inductance { get; init; }

    /// <summary>Gets Q of the series constant-phase element of a blocking or diffusive tail; null without one.</summary>
    [Unit("S·sⁿ")]
    public required double? TailCoefficient { get; init; }

    /// <summary>Gets n of that element; 1 is a capacitor, ½ Warburg's diffusion.</summary>
    [Unit("–")]
    public required double? TailExponent { get; init; }

    /// <summary>Gets the sum of the areas of the processes.</summary>
    [Unit("Ω")]
    public required double PolarisationResistance { get; init; }

    /// <summary>Gets its standard uncertainty, with the correlation of the areas.</summary>
    [Unit("Ω")]
    public required double PolarisationResistanceStandardUncertainty { get; init; }

    /// <summary>Gets the processes, fastest first.</summary>
    public required ImmutableArray<RelaxationPeakRecord> Peaks { get; init; }

    /// <summary>Gets the circuit that the processes suggest, with the values found.</summary>
    public required CircuitSuggestion Circuit { get; init; }

    /// <summary>Gets Re(Z − Z_distribution)/|Z|.</summary>
    [Unit("–")]
    public required ImmutableArray<double> RealResiduals { get; init; }

    /// <summary>Gets Im(Z − Z_distribution)/|Z|.</summary>
    [Unit("–")]
    public required ImmutableArray<double> ImaginaryResiduals { get; init; }

    /// <summary>Gets the scatter of one real number that the processes leave: of |Z|, or of the typical |Z| for uniform weights.</summary>
    [Unit("–")]
    public required double RelativeScatter { get; init; }

    /// <summary>Gets what else the reader must know.</summary>
    public required ImmutableArray<SpectrumWarning> Warnings { get; init; }
}
