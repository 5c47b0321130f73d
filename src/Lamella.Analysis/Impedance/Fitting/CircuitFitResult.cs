using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>A circuit fitted to a spectrum, with the uncertainty of what was found and a verdict on what was not.</summary>
/// <remarks>
/// Covariance: s²(JᵀJ)⁻¹ in the variables of the fit (logarithms of positive parameters), s² = S/(2N − n), n the free parameters
/// that rest at no bound; carried to the parameters to first order. The 95 % interval is symmetric in the variable, with
/// Student's t. Matrices have shape (parameters, parameters), row-major, zero where a parameter is not free.
/// </remarks>
public sealed record CircuitFitResult
{
    /// <summary>Gets the circuit.</summary>
    public required Circuit Circuit { get; init; }

    /// <summary>Gets the spectrum that was fitted.</summary>
    public required Spectrum Spectrum { get; init; }

    /// <summary>Gets how deviations were weighted.</summary>
    public required Weighting Weighting { get; init; }

    /// <summary>Gets the parameters, in the order of the circuit.</summary>
    public required ImmutableArray<FittedParameter> Parameters { get; init; }

    /// <summary>Gets S = Σ|ΔZ|²w², the sum that was minimised; Ω² with unit weights.</summary>
    [Unit("– or Ω²")]
    public required double SumOfSquares { get; init; }

    /// <summary>Gets the number of parameters that the fit could move, those at bounds included.</summary>
    public required int FreeParameters { get; init; }

    /// <summary>Gets the degrees of freedom, 2N − n.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets S/(2N − n), the variance of one weighted deviation.</summary>
    [Unit("– or Ω²")]
    public required double ReducedChiSquare { get; init; }

    /// <summary>Gets Akaike's criterion with the correction for few data; smaller is better among fits to the same data and weights.</summary>
    /// <remarks>2N·ln(S/2N) + 2k + 2k(k + 1)/(2N − k − 1), k = 1 + the free parameters. Hurvich and Tsai, Biometrika 76 (1989) 297, doi 10.1093/biomet/76.2.297.</remarks>
    [Unit("–")]
    public required double Aicc { get; init; }

    /// <summary>Gets the covariance of the parameters in their units.</summary>
    [Unit("units of the parameters")]
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the correlations of the parameters.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Correlation { get; init; }

    /// <summary>Gets the impedance of the fitted circuit at the frequencies of the spectrum [Ω].</summary>
    public required ImmutableArray<Complex> Fitted { get; init; }

    /// <summary>Gets the autocorrelation of neighbouring weighted deviations; near 0 for noise, near 1 for a wrong circuit.</summary>
    [Unit("–")]
    public required double Autocorrelation { get; init; }

    /// <summary>Gets how the fit was found.</summary>
    public required SearchReport Search { get; init; }

    /// <summary>Gets what to mind.</summary>
    public required ImmutableArray<SpectrumWarning> Warnings { get; init; }

    /// <summary>Finds a fitted parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">The circuit has none of that name.</exception>
    public FittedParameter this[string name] => Parameters[Circuit.IndexOf(name)];

    /// <summary>Adds resistances, with the covariance between them.</summary>
    /// <param name="names">Names of parameters in ohm, each once.</param>
    /// <returns>The sum in ohm with its standard uncertainty.</returns>
    /// <exception cref="ArgumentException">A name is unknown or no resistance, or a parameter's uncertainty is not known.</exception>
    /// <remarks>u² = Σᵢⱼ Cᵢⱼ. Without the covariance the uncertainty of the sum of strongly anticorrelated arcs comes out far too large.</remarks>
    public Quantity Total(params ReadOnlySpan<string> names)
    {
        (double sum, double variance) = (0.0, 0.0);
        int[] indices = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            indices[i] = Circuit.IndexOf(names[i]);
            FittedParameter parameter = Parameters[indices[i]];
            if (parameter.Unit != "Ω")
            {
                throw new ArgumentException($"'{names[i]}' is in {parameter.Unit}, not in Ω; only resistances can be added.", nameof(names));
            }

            sum += parameter.Value;
        }

        foreach (int i in indices)
        {
            foreach (int j in indices)
            {
                variance += Covariance[(i * Parameters.Length) + j];
            }
        }

        return new Quantity(sum, Core.Quantities.Unit.Parse("ohm"), Math.Sqrt(Math.Max(0.0, variance)));
    }
}
