using Lamella.Core;

namespace Lamella.Numerics.Fitting;

/// <summary>Residuals of a model; each instance is used by one thread at a time.</summary>
/// <param name="parameters">Values in the parameters' own units, in their order, shape (n).</param>
/// <param name="residuals">Receives (model − measured)/uncertainty, shape (m).</param>
/// <returns>False when the model has no answer here; the fit then stays away.</returns>
/// <remarks>The same parameters must give the same residuals, whatever was evaluated before.</remarks>
public delegate bool FitResiduals(ReadOnlySpan<double> parameters, Span<double> residuals);

/// <summary>Settings of <see cref="BoundedLeastSquares"/>. Lengths are in scaled variables, whose range is 0 to 1.</summary>
public sealed record FitOptions
{
    /// <summary>Gets the most iterations per start, ≥ 1.</summary>
    public int MaximumIterations { get; init; } = 100;

    /// <summary>Gets what the model knows of its derivatives; null for differences of everything.</summary>
    public IFitDerivatives? Derivatives { get; init; }

    /// <summary>Gets the step of the difference quotients, in (0, 0.25].</summary>
    /// <remarks>
    /// Residuals of simulations carry a relative noise of the solver's tolerance; 0.01 balances that noise, amplified by
    /// 1/step, against curvature. Exact models allow 1e-4.
    /// </remarks>
    [Unit("–")]
    public double DifferenceStep { get; init; } = 1e-2;

    /// <summary>Gets the step below which the fit has converged, &gt; 0.</summary>
    [Unit("–")]
    public double StepTolerance { get; init; } = 1e-5;

    /// <summary>Gets the relative reduction of the cost below which the fit has converged, ≥ 0.</summary>
    [Unit("–")]
    public double CostTolerance { get; init; } = 1e-6;

    /// <summary>Gets the number of starts, ≥ 1: the given one, then points of a Latin hypercube.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>Gets the seed of those points.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets the number of threads, ≥ 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets whether the residuals are already divided by known uncertainties.</summary>
    /// <remarks>If not, the covariance is scaled by the variance of the residuals that remain, cost·2/(m − n).</remarks>
    public bool UncertaintiesAreKnown { get; init; } = true;

    /// <summary>Checks every value.</summary>
    internal void Validate()
    {
        Require(MaximumIterations >= 1, nameof(MaximumIterations), MaximumIterations, "at least 1");
        Require(DifferenceStep is > 0.0 and <= 0.25, nameof(DifferenceStep), DifferenceStep, "in (0, 0.25]");
        Require(StepTolerance > 0.0, nameof(StepTolerance), StepTolerance, "above 0");
        Require(CostTolerance >= 0.0, nameof(CostTolerance), CostTolerance, "0 or above");
        Require(Starts >= 1, nameof(Starts), Starts, "at least 1");
        Require(Threads >= 1, nameof(Threads), Threads, "at least 1");
    }

    private static void Require(bool holds, string name, double value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; it must be {allowed}."), name);
        }
    }
}
