using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Titration;

/// <summary>The Warburg coefficient of a spectrum.</summary>
public sealed record WarburgResult
{
    /// <summary>Gets σ_w from the slope of Z′ over ω^−½ [Ω/√s], with its standard uncertainty.</summary>
    public required Uncertain Coefficient { get; init; }

    /// <summary>Gets σ_w from the slope of −Z″ over ω^−½ [Ω/√s], with its standard uncertainty.</summary>
    public required Uncertain FromImaginary { get; init; }

    /// <summary>Gets Z′ at infinite frequency of the line: resistances that stand before the diffusion [Ω].</summary>
    public required Uncertain Resistance { get; init; }

    /// <summary>Gets the frequencies that were used, shape (samples).</summary>
    [Unit("Hz")]
    public required ImmutableArray<double> Frequency { get; init; }

    /// <summary>Gets ω^−½ of the frequencies used, shape (samples).</summary>
    [Unit("√s")]
    public required ImmutableArray<double> InverseRoot { get; init; }

    /// <summary>Gets Z′ there, shape (samples).</summary>
    [Unit("Ω")]
    public required ImmutableArray<double> Real { get; init; }

    /// <summary>Gets −Z″ there, shape (samples).</summary>
    [Unit("Ω")]
    public required ImmutableArray<double> NegativeImaginary { get; init; }

    /// <summary>Gets the slope of −Z″ over Z′: 1 for semi-infinite diffusion.</summary>
    [Unit("–")]
    public required double Slope { get; init; }

    /// <summary>Gets a value indicating whether both slopes agree within a tenth, as semi-infinite diffusion demands.</summary>
    public bool IsSemiInfinite => Math.Abs(Slope - 1.0) < 0.1;
}
