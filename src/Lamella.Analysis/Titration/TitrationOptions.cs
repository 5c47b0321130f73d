using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Titration;

/// <summary>How a diffusivity is read from titration pulses.</summary>
public sealed record TitrationOptions
{
    /// <summary>Gets the radius R of the particles [m], above 0; never assumed.</summary>
    public required Uncertain ParticleRadius { get; init; }

    /// <summary>Gets the time after each switching of the current whose samples are left out, for what is faster than diffusion in the particles.</summary>
    [Unit("s")]
    public double Skip { get; init; }

    /// <summary>Gets the change ΔE_s of the rest voltage by a pulse where it is known otherwise; NaN for reading it from the rests.</summary>
    [Unit("V")]
    public double SteadyChange { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether the sphere is fitted to the pulse alone and not to the rest after it; needs <see cref="SteadyChange"/>.</summary>
    public bool PulseOnly { get; init; }

    /// <summary>Gets the share of R²/D up to which a pulse counts as short.</summary>
    [Unit("–")]
    public double ShortPulse { get; init; } = 0.02;
}
