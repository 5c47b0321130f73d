using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Analysis.Arrhenius;

/// <summary>A law of temperature fitted to conductivities.</summary>
/// <remarks>The law is one of y(T) = ln σ + f·ln T, f the power of T that is stated with it; R = 8.314 J/(mol·K).</remarks>
public sealed record TemperatureLawResult
{
    /// <summary>Gets which law.</summary>
    public required TemperatureLawKind Kind { get; init; }

    /// <summary>Gets the law as a formula.</summary>
    public required string Formula { get; init; }

    /// <summary>Gets f: 1 where σT follows the law, ½ for Vogel's law with its root, 0 where σ does.</summary>
    [Unit("–")]
    public required double PowerOfTemperature { get; init; }

    /// <summary>Gets the parameters.</summary>
    public required ImmutableArray<LawParameter> Parameters { get; init; }

    /// <summary>Gets the covariance of the parameters, row-major, shape (n, n), that common to all points included.</summary>
    [Unit("units of the parameters")]
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the weighted sum of squared deviations of ln σ.</summary>
    [Unit("–")]
    public required double SumOfSquares { get; init; }

    /// <summary>Gets that sum by the degrees of freedom.</summary>
    [Unit("–")]
    public required double ReducedChiSquare { get; init; }

    /// <summary>Gets the share of the variance of ln σ (with its factor of T) that the law explains, every point weighing alike.</summary>
    [Unit("–")]
    public required double RSquared { get; init; }

    /// <summary>Gets Akaike's criterion with the correction for few data; +∞ where there are too few for it.</summary>
    /// <remarks>n·ln(S/n) + 2k + 2k(k + 1)/(n − k − 1), k = parameters + 1, for y = ln σ in every law, so that laws compare.</remarks>
    [Unit("–")]
    public required double Aicc { get; init; }

    /// <summary>Gets the lowest temperature of the data.</summary>
    [Unit("K")]
    public required double LowestTemperature { get; init; }

    /// <summary>Gets the highest temperature of the data.</summary>
    [Unit("K")]
    public required double HighestTemperature { get; init; }

    /// <summary>Finds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">The law has none of that name.</exception>
    public LawParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new ArgumentException($"The law has no parameter '{name}'; it has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.", nameof(name));

    /// <summary>Computes the conductivity at a temperature, with the covariance of the parameters.</summary>
    /// <param name="temperature">T [K], above 0; for Vogel's law above T₀.</param>
    /// <returns>The conductivity, and how far outside the data it lies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The law has no value there.</exception>
    public LawPrediction Predict(double temperature)
    {
        TemperatureLaw law = TemperatureLaw.Of(Kind, PowerOfTemperature);
        double[] values = [.. Parameters.Select(parameter => parameter.Value)], slopes = new double[values.Length];
        double logarithm = temperature > 0.0 ? law.Evaluate(values, temperature, slopes) : double.NaN;
        if (!double.IsFinite(logarithm))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "The law has no conductivity at this temperature; it must be above 0 K, and above T0 for Vogel's law.");
        }

        double variance = 0.0;
        for (int i = 0; i < slopes.Length; i++)
        {
            for (int j = 0; j < slopes.Length; j++)
            {
                variance += slopes[i] * slopes[j] * Covariance[(i * slopes.Length) + j];
            }
        }

        double below = 1.0 / temperature, cold = 1.0 / LowestTemperature, hot = 1.0 / HighestTemperature;
        double outside = Math.Max(0.0, Math.Max(below - cold, hot - below));
        return new LawPrediction(temperature, Math.Exp(logarithm), Math.Sqrt(Math.Max(0.0, variance)), outside > 0.0, outside / (cold - hot));
    }
}
