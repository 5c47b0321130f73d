using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Core.Quantities;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>A fitted value.</summary>
public sealed record FittedParameter
{
    /// <summary>Gets the name: the path in cell.yaml, with the variants where it moved in some only.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the path in cell.yaml.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the variants in which it moved; empty for all that have it.</summary>
    public required ImmutableArray<string> Variants { get; init; }

    /// <summary>Gets the fitted value with its standard uncertainty, priors included.</summary>
    public required Quantity Value { get; init; }

    /// <summary>Gets the value at which the fit began.</summary>
    public required Quantity Start { get; init; }

    /// <summary>Gets the lower bound.</summary>
    public required Quantity Lower { get; init; }

    /// <summary>Gets the upper bound.</summary>
    public required Quantity Upper { get; init; }

    /// <summary>Gets whether the value moved in proportion to itself or to its logarithm.</summary>
    public required ParameterScale Scale { get; init; }

    /// <summary>
    /// Gets the factor by which the value is uncertain on a logarithmic scale, exp(σ of the logarithm); 1 on a linear one.
    /// </summary>
    [Unit("–")]
    public required double UncertaintyFactor { get; init; }

    /// <summary>Gets the prior in words, or null.</summary>
    public required string? Prior { get; init; }

    /// <summary>Gets the bound at which it rests.</summary>
    public required ActiveBound Bound { get; init; }

    /// <summary>Gets its uncertainty after the facts over that before; 1 means that the facts say nothing.</summary>
    [Unit("–")]
    public required double PosteriorToPrior { get; init; }

    /// <summary>Gets a value indicating whether the facts fix it.</summary>
    public required bool IsIdentified { get; init; }

    /// <summary>Gets why it is fixed or not, in a sentence.</summary>
    public required string Verdict { get; init; }
}

/// <summary>A fact that the fit used.</summary>
/// <param name="Point">The measurement.</param>
/// <param name="Measured">The measured value with its standard uncertainty.</param>
/// <param name="Fitted">The fitted value.</param>
/// <param name="Residual">(fitted − measured)/uncertainty [–].</param>
public sealed record FittedFact(ExperimentPoint Point, Quantity Measured, Quantity Fitted, double Residual);

/// <summary>A finished fit.</summary>
public sealed record CalibrationResult
{
    /// <summary>Gets the parameters, in the order of the plan.</summary>
    public required ImmutableArray<FittedParameter> Parameters { get; init; }

    /// <summary>Gets the correlations, shape (n, n), row-major.</summary>
    [Unit("–")]
    public required ImmutableArray<double> Correlation { get; init; }

    /// <summary>Gets the facts, in the order of the plan.</summary>
    public required ImmutableArray<FittedFact> Facts { get; init; }

    /// <summary>Gets the sum of the squared residuals of the facts, without priors.</summary>
    [Unit("–")]
    public required double ChiSquare { get; init; }

    /// <summary>Gets the number of facts less that of identified parameters; below 1 the fit cannot be judged by χ².</summary>
    [Unit("–")]
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets how often all facts were simulated.</summary>
    [Unit("–")]
    public required int Evaluations { get; init; }

    /// <summary>Gets how often the derivatives of the facts were carried along with their runs.</summary>
    [Unit("–")]
    public int CarriedDerivatives { get; init; }

    /// <summary>Gets the iterations.</summary>
    [Unit("–")]
    public required int Iterations { get; init; }

    /// <summary>Gets a value indicating whether the fit came to rest.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>Gets how the fit ended, and what to mind, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets the fitted values in SI.</summary>
    internal ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Gets the fitted values in scaled variables.</summary>
    internal ImmutableArray<double> ScaledValues { get; init; } = [];

    /// <summary>Gets the covariance in scaled variables, priors included, shape (n, n).</summary>
    internal ImmutableArray<double> ScaledCovariance { get; init; } = [];
}
