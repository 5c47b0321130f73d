using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Numerics.Fitting;

/// <summary>Why a fit ended.</summary>
public enum FitTermination
{
    /// <summary>The gradient vanishes in every direction that the bounds leave open.</summary>
    GradientVanished,

    /// <summary>The next step would be shorter than the tolerance.</summary>
    StepBelowTolerance,

    /// <summary>The next step would reduce the cost by less than the tolerance.</summary>
    ReductionBelowTolerance,

    /// <summary>No shorter step reduces the cost: it is as small as the noise of the residuals lets it become.</summary>
    NoFurtherReduction,

    /// <summary>The allowed number of iterations is used up.</summary>
    MaximumIterations,

    /// <summary>The model has no answer at any start.</summary>
    NoAnswerAtStart,
}

/// <summary>Which bound a parameter has come to rest at.</summary>
public enum ActiveBound
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>The lower bound.</summary>
    Lower,

    /// <summary>The upper bound.</summary>
    Upper,
}

/// <summary>A pair of parameters that the data can hardly tell apart.</summary>
/// <param name="First">Index of the first parameter.</param>
/// <param name="Second">Index of the second parameter.</param>
/// <param name="Correlation">Their correlation [–], of size above 0.95.</param>
public readonly record struct DegeneratePair(int First, int Second, double Correlation);

/// <summary>A direction in the space of scaled parameters and how well the data fix it.</summary>
/// <param name="Weights">Unit vector in scaled variables, shape (n).</param>
/// <param name="PosteriorToPrior">Uncertainty after the data over that before [–]; 1 means that the data say nothing.</param>
public sealed record ParameterDirection(ImmutableArray<double> Weights, double PosteriorToPrior);

/// <summary>A fitted set of parameters with its uncertainty.</summary>
/// <remarks>
/// Covariance in scaled variables: (JᵀJ/s² + 12·1)⁻¹, the second term being the prior of the bounds; s = 1 for known
/// uncertainties. Matrices are row-major.
/// </remarks>
public sealed record FitResult
{
    /// <summary>Gets the parameters as given.</summary>
    public required ImmutableArray<FitParameter> Parameters { get; init; }

    /// <summary>Gets the fitted values in the parameters' own units, shape (n).</summary>
    [Unit("unit of the parameter")]
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Gets the standard uncertainties in the parameters' own units, shape (n).</summary>
    /// <remarks>On a logarithmic scale: value × uncertainty of the natural logarithm.</remarks>
    [Unit("unit of the parameter")]
    public required ImmutableArray<double> StandardUncertainties { get; init; }

    /// <summary>Gets half the sum of squared residuals [–].</summary>
    [Unit("–")]
    public required double Cost { get; init; }

    /// <summary>Gets the residuals at the fitted values [–], shape (m).</summary>
    [Unit("–")]
    public required ImmutableArray<double> Residuals { get; init; }

    /// <summary>Gets ∂residual/∂u in scaled variables, shape (m, n).</summary>
    [Unit("–")]
    public required ImmutableArray<double> Jacobian { get; init; }

    /// <summary>Gets the covariance of the scaled variables, shape (n, n).</summary>
    [Unit("–")]
    public required ImmutableArray<double> ScaledCovariance { get; init; }

    /// <summary>Gets the covariance in the parameters' own units, shape (n, n).</summary>
    [Unit("units of the parameters")]
    public required ImmutableArray<double> Covariance { get; init; }

    /// <summary>Gets the correlations [–], shape (n, n).</summary>
    [Unit("–")]
    public required ImmutableArray<double> Correlation { get; init; }

    /// <summary>Gets the bound each parameter rests at, shape (n).</summary>
    public required ImmutableArray<ActiveBound> ActiveBounds { get; init; }

    /// <summary>Gets, per parameter, its uncertainty after the data over that before [–], shape (n).</summary>
    [Unit("–")]
    public required ImmutableArray<double> PosteriorToPrior { get; init; }

    /// <summary>Gets the indices of parameters whose uncertainty the data have not halved.</summary>
    public required ImmutableArray<int> Unidentified { get; init; }

    /// <summary>Gets the pairs that the data can hardly tell apart.</summary>
    public required ImmutableArray<DegeneratePair> DegeneratePairs { get; init; }

    /// <summary>Gets the principal directions of the covariance, worst known first, shape (n).</summary>
    public required ImmutableArray<ParameterDirection> Directions { get; init; }

    /// <summary>Gets why the best start ended.</summary>
    public required FitTermination Termination { get; init; }

    /// <summary>Gets the iterations of the best start.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets the evaluations of the residuals over all starts.</summary>
    public int Evaluations { get; init; }

    /// <summary>Gets how often the model gave derivatives of its own, over all starts.</summary>
    public int GivenDerivatives { get; init; }

    /// <summary>Gets the final cost of every start [–], NaN where the model had no answer, shape (starts).</summary>
    [Unit("–")]
    public required ImmutableArray<double> CostOfStarts { get; init; }

    /// <summary>Tells whether the fit came to rest rather than running out of iterations or of answers.</summary>
    public bool IsConverged => Termination is not (FitTermination.MaximumIterations or FitTermination.NoAnswerAtStart);
}
