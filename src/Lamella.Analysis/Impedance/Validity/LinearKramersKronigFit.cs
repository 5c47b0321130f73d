using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>A spectrum described by a sum of relaxations that obeys the Kramers–Kronig relations by construction.</summary>
/// <remarks>
/// <para>Impedance: Z(ω) = R₀ + Σ Rₖ/(1 + jωτₖ) + jωL + 1/(jωC). Admittance: Y(ω) = G₀ + Σ Gₖ/(1 + jωτₖ) + jωC + 1/(jωL).
/// The Rₖ (Gₖ) have either sign. Time constants: spaced evenly in ln τ from 10^−x/ω_max to 10^x/ω_min, x the extension.</para>
/// <para>Residuals are (Z − Z_fit)/|Z| in both representations, shape (points), in the order of the spectrum given.</para>
/// <para><b>Source.</b> Boukamp, J. Electrochem. Soc. 142 (1995) 1885, <see href="https://doi.org/10.1149/1.2044210"/>,
/// eqs. 9–14; Schönleber, Klotz and Ivers-Tiffée, Electrochim. Acta 131 (2014) 20,
/// <see href="https://doi.org/10.1016/j.electacta.2014.01.034"/>, eq. 4.</para>
/// </remarks>
public sealed record LinearKramersKronigFit
{
    /// <summary>Gets the function that was fitted.</summary>
    public required ImpedanceRepresentation Representation { get; init; }

    /// <summary>Gets the part that was fitted; the other, and its residuals, are predicted.</summary>
    public KramersKronigPart Part { get; init; }

    /// <summary>Gets M, the number of relaxations.</summary>
    public int Order => TimeConstants.Length;

    /// <summary>Gets τₖ, rising, shape (M).</summary>
    [Unit("s")]
    public required ImmutableArray<double> TimeConstants { get; init; }

    /// <summary>Gets Rₖ [Ω] or Gₖ [S], of either sign, shape (M).</summary>
    [Unit("Ω or S")]
    public required ImmutableArray<double> Strengths { get; init; }

    /// <summary>Gets the constant term: R₀ [Ω] or G₀ [S].</summary>
    [Unit("Ω or S")]
    public required double Constant { get; init; }

    /// <summary>Gets the factor of jω: the series inductance [H] or the parallel capacitance [F]; null where left out.</summary>
    [Unit("H or F")]
    public required double? Rising { get; init; }

    /// <summary>Gets the factor of 1/(jω): 1/C of a series capacitor [1/F] or 1/L of a parallel inductor [1/H]; null where left out.</summary>
    [Unit("1/F or 1/H")]
    public required double? Falling { get; init; }

    /// <summary>Gets Re(Z − Z_fit)/|Z|.</summary>
    [Unit("–")]
    public required ImmutableArray<double> RealResiduals { get; init; }

    /// <summary>Gets Im(Z − Z_fit)/|Z|.</summary>
    [Unit("–")]
    public required ImmutableArray<double> ImaginaryResiduals { get; init; }

    /// <summary>Gets the smallest sum of squares, Σ |F − F_fit|²/|F|² with F = Z or Y: the pseudo χ² of Boukamp.</summary>
    [Unit("–")]
    public required double PseudoChiSquare { get; init; }

    /// <summary>Gets the number of fitted coefficients p that the data can tell apart.</summary>
    public required int Coefficients { get; init; }

    /// <summary>Gets √(χ²/(2N − p)), the scatter of one real number relative to |Z|.</summary>
    [Unit("–")]
    public double RelativeScatter => Math.Sqrt(PseudoChiSquare / Math.Max(1, (2 * RealResiduals.Length) - Coefficients));

    /// <summary>Gets Schönleber's µ = 1 − Σ|Rₖ&lt;0|/Σ Rₖ≥0, for comparison with other programs; no decision rests on it.</summary>
    [Unit("–")]
    public double Mu => 1.0 - (Strengths.Where(r => r < 0.0).Sum(Math.Abs) / Strengths.Where(r => r >= 0.0).Sum());
}
