using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Cycling;

/// <summary>The law Q = Q_M·[1 − (Rτ)ⁿ(1 − exp(−(Rτ)⁻ⁿ))], R = I/Q, fitted to the capacities of several rates.</summary>
/// <remarks>R. Tian et al., Nat. Commun. 10 (2019) 1933, <see href="https://doi.org/10.1038/s41467-019-09792-9"/>, eq. 2.</remarks>
public sealed record RateLawResult
{
    /// <summary>Gets Q_M, the capacity at low rate.</summary>
    [Unit("C")]
    public required Uncertain LowRateCapacity { get; init; }

    /// <summary>Gets τ, the characteristic time: a discharge that takes τ gives Q_M/e.</summary>
    [Unit("s")]
    public required Uncertain CharacteristicTime { get; init; }

    /// <summary>Gets the lower end of the 95 % interval of τ.</summary>
    [Unit("s")]
    public required double TimeLow { get; init; }

    /// <summary>Gets the upper end of the 95 % interval of τ.</summary>
    [Unit("s")]
    public required double TimeHigh { get; init; }

    /// <summary>Gets n: about ½ where diffusion limits, about 1 where a resistance does.</summary>
    [Unit("–")]
    public required Uncertain Exponent { get; init; }

    /// <summary>Gets the standard deviation of the capacities about the law.</summary>
    [Unit("C")]
    public required double Deviation { get; init; }

    /// <summary>Gets the number of rates less the three parameters.</summary>
    public required int Freedom { get; init; }

    /// <summary>Gets a value indicating whether the rates determine τ: whether they go far enough for the capacity to fall.</summary>
    public required bool IsDetermined { get; init; }

    /// <summary>Gets the covariance of ln Q_M, ln τ and n, row by row, shape (3, 3).</summary>
    [Unit("–")]
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Computes the capacity at a current by the fitted law.</summary>
    /// <param name="current">I [A], above 0.</param>
    /// <returns>Q [C] with the standard uncertainty of the law there; null where the law has none.</returns>
    public Uncertain? At(double current)
    {
        const double step = 1e-4;
        double[] values = [Math.Log(LowRateCapacity.Value), Math.Log(CharacteristicTime.Value), Exponent.Value], slopes = new double[3];
        double? Of(double[] at) => RateLaw.Capacity(current, Math.Exp(at[0]), Math.Exp(at[1]), at[2]);
        if (!(current > 0.0) || Of(values) is not { } capacity)
        {
            return null;
        }

        for (int i = 0; i < slopes.Length; i++)
        {
            double[] above = [.. values], below = [.. values];
            (above[i], below[i]) = (above[i] + step, below[i] - step);
            slopes[i] = (Of(above) - Of(below)) / (2.0 * step) ?? double.PositiveInfinity;
        }

        double variance = 0.0;
        for (int i = 0; i < Covariance.Length; i++)
        {
            variance += slopes[i / 3] * slopes[i % 3] * Covariance[i];
        }

        return new Uncertain(capacity, Math.Sqrt(Math.Max(0.0, variance)));
    }
}
