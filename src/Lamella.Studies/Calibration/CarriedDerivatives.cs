using System.Collections.Immutable;
using Lamella.Cells.Sensitivities;
using Lamella.Core.Errors;
using Lamella.Numerics.Execution;
using Lamella.Numerics.Fitting;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Derivatives of the residuals of a fit, carried along with the runs.</summary>
/// <remarks>
/// Capacities and overpotentials: one run per experiment gives the derivatives by all parameters that move its cell.
/// Priors: closed form. Resistances and transference numbers are left to differences.
/// </remarks>
internal sealed class CarriedDerivatives(
    CalibrationProblem problem, Measured[] facts, CalibrationOptions options, Action? evaluated, CancellationToken cancellation) : IFitDerivatives
{
    private readonly ImmutableArray<WorkItem> items =
    [
        .. from index in Enumerable.Range(0, facts.Length)
           where PointSensitivities.Gives(facts[index].Point.Kind)
           let point = facts[index].Point
           group index by (point.Variant, point.ChargeTemperature, Charge: point.Charge?.ToString()) into members
           select new WorkItem(members.Key.Variant, problem.Moving(members.Key.Variant), [.. members]),
    ];

    /// <inheritdoc/>
    public bool Gives(int residual) => residual >= facts.Length || PointSensitivities.Gives(facts[residual].Point.Kind);

    /// <inheritdoc/>
    public FitResiduals Others() => new ResidualModel(
        problem, facts, options.Simulation, evaluated, cancellation, fact => !PointSensitivities.Gives(fact.Point.Kind)).Evaluate;

    /// <inheritdoc/>
    public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> jacobian)
    {
        double[] values = parameters.ToArray();
        var rows = new double[facts.Length][];
        DedicatedWorkers.Run(items.Length, options.Threads, item => Derive(items[item], values, rows), cancellation);
        if (items.Any(item => item.Facts.Any(fact => rows[fact] is null)))
        {
            return false;
        }

        int n = values.Length;
        foreach (WorkItem item in items)
        {
            foreach (int fact in item.Facts)
            {
                Span<double> row = jacobian.Slice(fact * n, n);
                row.Clear();
                for (int k = 0; k < item.Moving.Length; k++)
                {
                    row[item.Moving[k]] = rows[fact][k] / facts[fact].Deviation;
                }
            }
        }

        Priors(values, jacobian[(facts.Length * n)..]);
        return true;
    }

    /// <summary>Derives the facts of one cell after one charge; leaves out those that have no derivatives here.</summary>
    private void Derive(WorkItem item, double[] values, double[]?[] rows)
    {
        try
        {
            ImmutableArray<CellParameter> moving = [.. item.Moving.Select(index => ParameterOf(index, item.Variant, values))];
            if (moving.IsEmpty)
            {
                Array.ForEach(item.Facts, fact => rows[fact] = []);
                return;
            }

            var simulator = new PointSensitivities(problem.Cells.Build(item.Variant, values), moving, options.Simulation);
            foreach (int fact in item.Facts)
            {
                rows[fact] = simulator.Run(facts[fact].Point, cancellation);
            }
        }
        catch (Exception problem) when (problem is InputException or ArgumentException)
        {
            // A cell beside this one is none, or is of another kind: differences, which step over it, serve.
            return;
        }

        evaluated?.Invoke();
    }

    private CellParameter ParameterOf(int index, string? variant, double[] values)
    {
        FitParameter fit = problem.Parameters[index].Fit;
        return new CellParameter(
            fit.Name,
            values[index],
            value =>
            {
                double[] changed = [.. values];
                changed[index] = value;
                return problem.Cells.Build(variant, changed);
            })
        {
            Scale = fit.Slope(values[index]),
        };
    }

    private void Priors(double[] values, Span<double> rows)
    {
        int n = values.Length, at = 0;
        for (int j = 0; j < n && at < rows.Length; j++)
        {
            FreeParameter parameter = problem.Parameters[j];
            if (parameter.Prior?.Scaled(parameter.Fit) is (_, { } deviation))
            {
                rows.Slice(at, n).Clear();
                rows[at + j] = 1.0 / (deviation * parameter.Fit.Slope(values[j]));
                at += n;
            }
        }
    }

    /// <summary>The facts of one variant that share a charge.</summary>
    private sealed record WorkItem(string? Variant, int[] Moving, int[] Facts);
}
