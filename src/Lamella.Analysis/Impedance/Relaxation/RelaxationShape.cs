namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The shape of a process.</summary>
public enum RelaxationShape
{
    /// <summary>A depressed arc, R/(1 + (jωτ)ⁿ); a single relaxation for n = 1.</summary>
    Arc,

    /// <summary>A skewed arc, R/(1 + (jωτ)ⁿ)^β; Gerischer's impedance for n = 1 and β = ½.</summary>
    SkewedArc,

    /// <summary>Diffusion over a finite length, R·tanh(s)/s with s = √(jωτ): a series of relaxations at 4τ/π², 4τ/9π², and so on.</summary>
    Diffusion,
}
