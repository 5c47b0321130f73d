using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>By what an exchange current density is read from a polarisation curve.</summary>
public enum KineticsMethod
{
    /// <summary>The whole law of Butler and Volmer fitted to every sample.</summary>
    ButlerVolmer,

    /// <summary>The line of Allen and Hickling, ln[i/(exp(Fη/RT) − 1)] over η.</summary>
    AllenHickling,

    /// <summary>The Tafel line of the anodic branch.</summary>
    AnodicTafel,

    /// <summary>The Tafel line of the cathodic branch.</summary>
    CathodicTafel,

    /// <summary>The slope at small overpotentials.</summary>
    LinearRegion,
}

/// <summary>An exchange current density by one method.</summary>
/// <param name="Method">The method.</param>
/// <param name="ExchangeCurrent">i₀ [A/m²] with its standard uncertainty.</param>
/// <param name="CathodicCoefficient">α of the cathodic reaction [–]; NaN where the method gives none.</param>
/// <param name="TafelSlope">Tafel slope [V/decade]; NaN where the method gives none.</param>
/// <param name="ChargeTransferResistance">R_ct·A of one face [Ω·m²] at equilibrium; NaN where the method gives none.</param>
/// <param name="Samples">Number of samples used.</param>
/// <param name="Reason">Why the method gave nothing; empty where it did.</param>
public sealed record KineticsEstimate(
    KineticsMethod Method, Uncertain ExchangeCurrent, Uncertain CathodicCoefficient, double TafelSlope, double ChargeTransferResistance, int Samples, string Reason)
{
    /// <summary>Gets a value indicating whether the method gave a number.</summary>
    public bool IsFound => double.IsFinite(ExchangeCurrent.Value);

    /// <summary>Makes an estimate that is none.</summary>
    internal static KineticsEstimate None(KineticsMethod method, int samples, string reason) =>
        new(method, new(double.NaN), new(double.NaN), double.NaN, double.NaN, samples, reason);
}

/// <summary>Exchange current densities of a polarisation curve by every method.</summary>
public sealed record KineticsResult
{
    /// <summary>Gets the estimates: Butler–Volmer, Allen–Hickling, anodic and cathodic Tafel line, linear region.</summary>
    public required ImmutableArray<KineticsEstimate> Estimates { get; init; }

    /// <summary>Gets the resistance times area that was taken away or fitted, with its standard uncertainty [Ω·m²].</summary>
    public required Uncertain Resistance { get; init; }

    /// <summary>Gets the voltage without current.</summary>
    [Unit("V")]
    public required double Equilibrium { get; init; }

    /// <summary>Gets the root mean square of the voltage about the fitted law.</summary>
    [Unit("V")]
    public required double Deviation { get; init; }

    /// <summary>Gets the share of the voltage that the resistance takes where the voltage is largest.</summary>
    [Unit("–")]
    public required double ResistanceShare { get; init; }

    /// <summary>Gets by how much dV/di rises along the sweep above that next to equilibrium, as a share; 0 where it falls, as charge transfer demands.</summary>
    [Unit("–")]
    public double ResistanceRise { get; init; }

    /// <summary>Gets the largest current over the limiting one; 0 where that is not stated.</summary>
    [Unit("–")]
    public double LimitingShare { get; init; }

    /// <summary>Gets a value indicating whether the data determine i₀ against the resistance.</summary>
    public required bool IsDetermined { get; init; }

    /// <summary>Gets the current densities, shape (samples).</summary>
    [Unit("A/m²")]
    public required ImmutableArray<double> CurrentDensity { get; init; }

    /// <summary>Gets the overpotentials per face without the resistance, shape (samples).</summary>
    [Unit("V")]
    public required ImmutableArray<double> Overpotential { get; init; }
}
