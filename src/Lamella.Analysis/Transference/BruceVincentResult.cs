using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Transference;

/// <summary>One input of the formula and what it adds to the variance of the result.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Derivative">∂ρ₊/∂input [1/unit of the input, SI].</param>
/// <param name="Share">Its share of the linear variance [–], 0 to 1.</param>
public sealed record InputShare(string Name, double Derivative, double Share);

/// <summary>The current ratio of a Bruce–Vincent experiment with its uncertainty.</summary>
public sealed record BruceVincentResult
{
    /// <summary>Gets ρ₊, the current fraction; the transference number t₊ in an ideal dilute electrolyte alone.</summary>
    [Unit("–")]
    public required double CurrentRatio { get; init; }

    /// <summary>Gets the standard uncertainty by linear propagation.</summary>
    [Unit("–")]
    public required double LinearUncertainty { get; init; }

    /// <summary>Gets the mean of the Monte Carlo draws.</summary>
    [Unit("–")]
    public required double Mean { get; init; }

    /// <summary>Gets the standard deviation of the Monte Carlo draws.</summary>
    [Unit("–")]
    public required double StandardUncertainty { get; init; }

    /// <summary>Gets the 2.5 % quantile of the draws.</summary>
    [Unit("–")]
    public required double Low { get; init; }

    /// <summary>Gets the 97.5 % quantile of the draws.</summary>
    [Unit("–")]
    public required double High { get; init; }

    /// <summary>Gets the Newman number Ne = (1 − ρ₊)/ρ₊; negative where ρ₊ is above 1.</summary>
    [Unit("–")]
    public required double NewmanNumber { get; init; }

    /// <summary>Gets the 2.5 % quantile of the Newman number.</summary>
    [Unit("–")]
    public required double NewmanLow { get; init; }

    /// <summary>Gets the 97.5 % quantile of the Newman number.</summary>
    [Unit("–")]
    public required double NewmanHigh { get; init; }

    /// <summary>Gets the share of draws without a physical result (a denominator or ρ₊ of the other sign).</summary>
    [Unit("–")]
    public required double UnphysicalShare { get; init; }

    /// <summary>Gets the current I_Ω = ΔV/(R_e + R₀) that Ohm's law gives; null where R_e is not known.</summary>
    [Unit("A")]
    public double? OhmicCurrent { get; init; }

    /// <summary>Gets ρ₊ with I_Ω in the place of I₀ (Balsara and Newman); null where R_e is not known.</summary>
    [Unit("–")]
    public double? CurrentRatioByOhm { get; init; }

    /// <summary>Gets the derivatives and shares of variance of ΔV, I₀, I_s, R₀ and R_s.</summary>
    public required ImmutableArray<InputShare> Shares { get; init; }
}
