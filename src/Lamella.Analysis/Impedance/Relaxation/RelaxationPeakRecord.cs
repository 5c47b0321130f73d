using Lamella.Core;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>One process of a spectrum: a peak of the distribution, Z = R/(1 + (jωτ)ⁿ)^β, or a diffusion.</summary>
/// <remarks>
/// Uncertainties: from the curvature of the fit to the spectrum, s²(JᵀJ)⁻¹, with the quantile of Student's t for the numbers left
/// over; widened by √((1 + r)/(1 − r)) where residuals r-correlate with their neighbours.
/// <b>Source.</b> Seber and Wild, <i>Nonlinear Regression</i> (1989), section 5.2.
/// </remarks>
public sealed record RelaxationPeakRecord
{
    private const double DiffusionSummit = 2.5412; // ωτ at which −Im tanh(s)/s is largest

    /// <summary>Gets the shape.</summary>
    public required RelaxationShape Shape { get; init; }

    /// <summary>Gets τ; of a diffusion L²/D.</summary>
    [Unit("s")]
    public required double TimeConstant { get; init; }

    /// <summary>Gets the frequency of the summit of its arc: 1/(2πτ), for diffusion 2.53/(2πτ).</summary>
    [Unit("Hz")]
    public double Frequency => (Shape == RelaxationShape.Diffusion ? DiffusionSummit : 1.0) / (2.0 * Math.PI * TimeConstant);

    /// <summary>Gets R, the area under the peak over ln τ and the width of its arc; negative for an inductive loop.</summary>
    [Unit("Ω")]
    public required double Area { get; init; }

    /// <summary>Gets the standard uncertainty of R.</summary>
    [Unit("Ω")]
    public required double AreaStandardUncertainty { get; init; }

    /// <summary>Gets the lower end of the 95 % interval of R.</summary>
    [Unit("Ω")]
    public required double AreaLower { get; init; }

    /// <summary>Gets the upper end of the 95 % interval of R.</summary>
    [Unit("Ω")]
    public required double AreaUpper { get; init; }

    /// <summary>Gets the standard uncertainty of ln τ.</summary>
    [Unit("–")]
    public required double LogTimeConstantStandardUncertainty { get; init; }

    /// <summary>Gets n; 1 for a single relaxation time and for diffusion.</summary>
    [Unit("–")]
    public required double Exponent { get; init; }

    /// <summary>Gets β; 1 for a symmetric arc, ½ with n = 1 for Gerischer's.</summary>
    [Unit("–")]
    public required double Skew { get; init; }

    /// <summary>Gets τ/R, the effective capacitance that tells grains, boundaries and electrodes apart; negative with R.</summary>
    [Unit("F")]
    public double Capacitance => TimeConstant / Area;

    /// <summary>Gets whether its arc is not closed within the measured frequencies, so that R is extrapolated.</summary>
    public required bool IsAtEdge { get; init; }
}
