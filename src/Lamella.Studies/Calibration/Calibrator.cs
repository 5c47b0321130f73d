using Lamella.Core.Quantities;
using Lamella.Materials.Records;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Fits parameters of cells to measured facts.</summary>
/// <remarks>
/// Minimises Σ((simulated − measured)/σ)² + Σ((u − u_prior)/σ_prior)² within bounds, u on each parameter's scale. The
/// covariance counts the bounds as a uniform prior, so that what the facts leave open stays finite and honest. The derivatives
/// of capacities and overpotentials are carried along with their runs; those of resistances and transference numbers, which
/// rest on splits of the voltage, are differences.
/// </remarks>
public static class Calibrator
{
    /// <summary>Fits.</summary>
    /// <param name="problem">What to fit to what.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="evaluated">Called after each evaluation of the facts, from several threads; null for nobody.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>The fit; without parameters or facts, the stated values.</returns>
    /// <exception cref="ArgumentException">A fact is sealed or has no single value.</exception>
    /// <exception cref="Lamella.Core.Errors.InputException">The stated values describe no cell.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationResult Fit(
        CalibrationProblem problem, CalibrationOptions? options = null, Action? evaluated = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new CalibrationOptions();
        Measured[] facts = [.. problem.Points.Select(point => Measure(problem, point))];
        int priors = problem.Parameters.Count(parameter => parameter.Prior is not null);
        if (problem.Parameters.IsEmpty || facts.Length + priors == 0)
        {
            return Stated(problem, facts, options, cancellation);
        }

        RequireStart(problem);
        FitResult fit = BoundedLeastSquares.Fit(
            [.. problem.Parameters.Select(parameter => parameter.Fit)],
            facts.Length + priors,
            () => new ResidualModel(problem, facts, options.Simulation, evaluated, cancellation).Evaluate,
            new FitOptions
            {
                Threads = options.Threads,
                Starts = options.Starts,
                MaximumIterations = options.MaximumIterations,
                Derivatives = options.CarryDerivatives ? new CarriedDerivatives(problem, facts, options, evaluated, cancellation) : null,
            },
            cancellation);
        return CalibrationReport.Of(problem, facts, fit);
    }

    /// <summary>Builds every cell at the stated values, so that their faults are told rather than avoided by the fit.</summary>
    private static void RequireStart(CalibrationProblem problem)
    {
        double[] start = [.. problem.Parameters.Select(parameter => parameter.Fit.Start)];
        foreach (string? variant in problem.Points.Select(point => point.Variant).Distinct())
        {
            _ = problem.Cells.Build(variant, start);
        }
    }

    private static Measured Measure(CalibrationProblem problem, ExperimentPoint point)
    {
        FactValue value = point.Fact.Value ?? throw new ArgumentException(
            $"The fact '{point.Fact.Id}' is sealed: no fit may use it.", nameof(problem));
        return value.IsComparable
            ? new Measured(point, value.CentreInSi, problem.Uncertainty.Of(point.Kind, value))
            : throw new ArgumentException($"The fact '{point.Fact.Id}' is {value}, which no fit can meet.", nameof(problem));
    }

    private static CalibrationResult Stated(
        CalibrationProblem problem, Measured[] facts, CalibrationOptions options, CancellationToken cancellation)
    {
        double[] values = [.. problem.Parameters.Select(parameter => parameter.Fit.Start)];
        double[] residuals = new double[facts.Length];
        new ResidualModel(problem, facts, options.Simulation, null, cancellation).Evaluate(values, residuals);
        return CalibrationReport.WithoutFit(problem, facts, values, residuals);
    }
}

/// <summary>A measurement with its value and standard uncertainty in SI.</summary>
internal sealed record Measured(ExperimentPoint Point, double Value, double Deviation)
{
    internal Quantity Quantity => new(
        Point.Fact.Unit.FromSi(Value), Point.Fact.Unit, Deviation / Point.Fact.Unit.Factor);
}
