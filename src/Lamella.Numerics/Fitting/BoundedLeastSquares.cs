using System.Collections.Immutable;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Fitting;

/// <summary>Least squares within bounds, with the uncertainty of what was found and a verdict on what was not.</summary>
/// <remarks>
/// Levenberg–Marquardt in scaled variables with the bounds kept in every step, from one or many starts. Derivatives are
/// those that the model gives, else differences large enough for residuals that come from simulations. The result does not
/// depend on the number of threads.
/// </remarks>
public static class BoundedLeastSquares
{
    /// <summary>Fits parameters to residuals.</summary>
    /// <param name="parameters">What may move, at least one.</param>
    /// <param name="residualCount">m, ≥ 1.</param>
    /// <param name="factory">Makes one model per thread.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="cancellation">Stops between evaluations.</param>
    /// <returns>The best of all starts.</returns>
    /// <exception cref="ArgumentException">There are no parameters or residuals, two names are equal, or a setting is out
    /// of range.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static FitResult Fit(
        IReadOnlyList<FitParameter> parameters,
        int residualCount,
        Func<FitResiduals> factory,
        FitOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentOutOfRangeException.ThrowIfLessThan(residualCount, 1);
        options ??= new FitOptions();
        options.Validate();
        RequireDistinct(parameters);

        int n = parameters.Count;
        using ResidualEvaluator evaluator = new(parameters, residualCount, factory, options.Threads, cancellation);
        IFitDerivatives? derivatives = options.Derivatives;
        using ResidualEvaluator? others = derivatives is not null && Enumerable.Range(0, residualCount).Any(i => !derivatives.Gives(i))
            ? new ResidualEvaluator(parameters, residualCount, derivatives.Others, options.Threads, cancellation)
            : null;
        FitJacobian slopes = new(parameters, evaluator, others, derivatives, options.DifferenceStep);
        double[][] starts = Starts(parameters, options);
        double[] costs = new double[starts.Length];
        (LevenbergMarquardt Descent, FitTermination Termination)? best = null;
        for (int s = 0; s < starts.Length; s++)
        {
            LevenbergMarquardt descent = new(evaluator, slopes, n, options);
            FitTermination termination = descent.Run(starts[s]);
            costs[s] = descent.Cost;

            // A later start must be better by more than round-off, so that equal minima keep the first.
            if (best is null || double.IsNaN(best.Value.Descent.Cost) || descent.Cost < best.Value.Descent.Cost * (1.0 - 1e-9))
            {
                best = (descent, termination);
            }
        }

        return Report(parameters, best!.Value.Descent, best.Value.Termination, costs, options) with
        {
            Evaluations = evaluator.Evaluations,
            GivenDerivatives = slopes.Evaluations,
        };
    }

    private static void RequireDistinct(IReadOnlyList<FitParameter> parameters)
    {
        if (parameters.Count == 0)
        {
            throw new ArgumentException("There is nothing to fit: give at least one parameter.", nameof(parameters));
        }

        if (parameters.GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two parameters are called '{twice.Key}'; names must differ.", nameof(parameters));
        }
    }

    private static double[][] Starts(IReadOnlyList<FitParameter> parameters, FitOptions options)
    {
        int n = parameters.Count;
        double[][] starts = new double[options.Starts][];
        starts[0] = [.. parameters.Select(p => p.ToScaled(p.Start))];
        if (starts.Length > 1)
        {
            double[] sample = new SeededGenerator(options.Seed).LatinHypercube(starts.Length - 1, n);
            for (int s = 1; s < starts.Length; s++)
            {
                starts[s] = sample[((s - 1) * n)..(s * n)];
            }
        }

        return starts;
    }

    private static ActiveBound BoundOf(double u) =>
        u <= 0.0 ? ActiveBound.Lower : u >= 1.0 ? ActiveBound.Upper : ActiveBound.None;

    private static FitResult Report(
        IReadOnlyList<FitParameter> parameters,
        LevenbergMarquardt descent,
        FitTermination termination,
        double[] costs,
        FitOptions options)
    {
        int n = parameters.Count, m = descent.Residuals.Length;
        double variance = options.UncertaintiesAreKnown || m <= n
            ? 1.0
            : 2.0 * descent.Cost / (m - n);
        FitStatistics statistics = new(descent.Jacobian, n, variance);
        double[] values = [.. parameters.Select((p, j) => p.FromScaled(descent.U[j]))];
        ImmutableArray<double> covariance = statistics.Covariance([.. parameters.Select((p, j) => p.Slope(values[j]))]);
        return new FitResult
        {
            Parameters = [.. parameters],
            Values = [.. values],
            StandardUncertainties = [.. Enumerable.Range(0, n).Select(j => Math.Sqrt(covariance[(j * n) + j]))],
            Cost = descent.Cost,
            Residuals = [.. descent.Residuals],
            Jacobian = [.. descent.Jacobian],
            ScaledCovariance = statistics.ScaledCovariance,
            Covariance = covariance,
            Correlation = statistics.Correlation,
            ActiveBounds = [.. descent.U.Select(BoundOf)],
            PosteriorToPrior = statistics.PosteriorToPrior,
            Unidentified = statistics.Unidentified,
            DegeneratePairs = statistics.DegeneratePairs,
            Directions = statistics.Directions,
            Termination = termination,
            Iterations = descent.Iterations,
            CostOfStarts = [.. costs],
        };
    }
}
