namespace Lamella.Analysis.Transference;

/// <summary>How the current is taken to fall from its initial to its steady value.</summary>
public enum RelaxationShape
{
    /// <summary>Diffusion of a salt between two electrodes in series with a constant resistance.</summary>
    Diffusion,

    /// <summary>A stretched exponential, for what is not that simple: I_s + (I₀ − I_s)·exp(−(t/τ)^b).</summary>
    Stretched,
}
