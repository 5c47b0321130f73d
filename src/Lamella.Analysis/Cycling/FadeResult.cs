using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>A law of capacity over cycles.</summary>
public enum FadeLaw
{
    /// <summary>Q = Q₀ − c·(n/m): a loss per cycle that stays the same.</summary>
    Linear,

    /// <summary>Q = Q₀ − c·√(n/m): growth of a layer that slows itself down.</summary>
    SquareRoot,

    /// <summary>Q = Q₀ − c·(n/m)^p.</summary>
    Power,

    /// <summary>Two straight lines that meet at a knee.</summary>
    Broken,
}

/// <summary>One law fitted to capacities.</summary>
/// <remarks>n counts cycles from the reference one, m is the last n: c is the loss at the end of the record, which keeps the parameters apart.</remarks>
public sealed record FadeFitResult
{
    /// <summary>Gets the law.</summary>
    public required FadeLaw Law { get; init; }

    /// <summary>Gets Q₀, the fitted capacity of the reference cycle.</summary>
    [Unit("C")]
    public required Uncertain Initial { get; init; }

    /// <summary>Gets c, the fitted loss at the last cycle; of a broken line the loss that the first slope alone would give.</summary>
    [Unit("C")]
    public required Uncertain Loss { get; init; }

    /// <summary>Gets p; exact for laws where it is fixed.</summary>
    [Unit("–")]
    public required Uncertain Exponent { get; init; }

    /// <summary>Gets d, by how much the loss at the last cycle grows through the knee; 0 without one.</summary>
    [Unit("C")]
    public Uncertain KneeLoss { get; init; }

    /// <summary>Gets the cycles from the reference one to the knee; 0 without one.</summary>
    [Unit("–")]
    public double KneeCycles { get; init; }

    /// <summary>Gets m, the cycles from the reference one to the last.</summary>
    [Unit("–")]
    public required double LastCycle { get; init; }

    /// <summary>Gets the standard deviation of the capacities about the law.</summary>
    [Unit("C")]
    public required double Deviation { get; init; }

    /// <summary>Gets the criterion of Akaike corrected for few data; the smaller, the better.</summary>
    [Unit("–")]
    public required double Criterion { get; init; }

    /// <summary>Gets the weight of the law among all that were fitted, 0 to 1.</summary>
    [Unit("–")]
    public double Weight { get; init; }

    /// <summary>Gets the factor by which neighbours that resemble each other have widened the uncertainties.</summary>
    [Unit("–")]
    public required double Widening { get; init; }

    /// <summary>Gets the number of capacities less that of the parameters.</summary>
    public required int Freedom { get; init; }

    /// <summary>Gets the covariance of the parameters in the order Q₀, c, then p, or d and the place of the knee over m, where they are fitted, row by row.</summary>
    [Unit("units of the parameters")]
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the fitted parameters in the order of the covariance.</summary>
    [Unit("units of the parameters")]
    public required ImmutableArray<double> Parameters { get; init; }

    /// <summary>Computes the capacity.</summary>
    /// <param name="cycles">n, cycles from the reference one, ≥ 0.</param>
    /// <returns>Q [C].</returns>
    public double At(double cycles) => Initial.Value - (Loss.Value * Math.Pow(cycles / LastCycle, Exponent.Value))
        - (KneeLoss.Value * Math.Max(0.0, cycles - KneeCycles) / LastCycle);

    /// <summary>Gets the loss per cycle at the end of the record, in the share of Q₀.</summary>
    [Unit("–")]
    public double FinalRate => ((Exponent.Value * Loss.Value) + KneeLoss.Value) / (LastCycle * Initial.Value);
}

/// <summary>Where the loss of capacity turns steep.</summary>
/// <param name="Cycle">Number of the cycle, between two where the lines meet between them.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
/// <param name="SlopeRatio">Slope behind the knee over that before it; infinite where nothing was lost before.</param>
/// <param name="Support">By how much Akaike's criterion is below that of the best law without a knee.</param>
public sealed record Knee(double Cycle, double Low, double High, double SlopeRatio, double Support);

/// <summary>At which cycle the capacity falls to a share of that of the reference cycle.</summary>
/// <param name="Cycle">Number of the cycle by the best law; null where it never does.</param>
/// <param name="Low">Lower end of the 95 % interval; null where it never does.</param>
/// <param name="High">Upper end of the 95 % interval; null where the data allow that it never does.</param>
/// <param name="NeverShare">Share of the draws in which it never does.</param>
/// <param name="IsReached">Whether the record goes that far.</param>
public sealed record EndOfLife(double? Cycle, double? Low, double? High, double NeverShare, bool IsReached);

/// <summary>How the capacity fades.</summary>
public sealed record FadeResult
{
    /// <summary>Gets the cycles that were fitted, by number.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Cycles { get; init; }

    /// <summary>Gets their capacities.</summary>
    [Unit("C")]
    public required ImmutableArray<double> Capacities { get; init; }

    /// <summary>Gets the number of the reference cycle.</summary>
    public required int ReferenceCycle { get; init; }

    /// <summary>Gets the laws, the best first.</summary>
    public required ImmutableArray<FadeFitResult> Laws { get; init; }

    /// <summary>Gets the knee; null where there is none.</summary>
    public Knee? Knee { get; init; }

    /// <summary>Gets the projection.</summary>
    public required EndOfLife EndOfLife { get; init; }

    /// <summary>Gets the best law.</summary>
    public FadeFitResult Best => Laws[0];
}
