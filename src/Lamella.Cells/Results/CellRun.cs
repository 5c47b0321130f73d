using System.Collections.Immutable;
using Lamella.Cells.HalfCell;
using Lamella.Core.Measurements;

namespace Lamella.Cells.Results;

/// <summary>A simulated experiment on one cell.</summary>
public sealed record CellRun
{
    /// <summary>Gets the record as an instrument would have written it.</summary>
    public required TimeSeries Series { get; init; }

    /// <summary>Gets the steps as they went.</summary>
    public required ImmutableArray<StepResult> Steps { get; init; }

    /// <summary>Gets the parts of the voltage at each sample; empty unless asked for.</summary>
    public required ImmutableArray<VoltageSplit> Splits { get; init; }

    /// <summary>Gets what the run conserved.</summary>
    public required CellBalance Balance { get; init; }

    /// <summary>Gets the work of the solver.</summary>
    public required SolverWork Work { get; init; }

    /// <summary>Gets warnings, such as laws used outside their range.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Gets the state at the end.</summary>
    public required CellState FinalState { get; init; }
}

/// <summary>Work of the solver, summed over the steps of a run.</summary>
/// <param name="Unknowns">Number of unknowns.</param>
/// <param name="Steps">Accepted time steps.</param>
/// <param name="Residuals">Residual evaluations.</param>
/// <param name="Jacobians">Jacobian evaluations.</param>
/// <param name="Factorisations">Factorisations.</param>
/// <param name="ErrorTestFailures">Rejected by the error test.</param>
/// <param name="NewtonFailures">Newton iterations that did not converge.</param>
public readonly record struct SolverWork(
    int Unknowns, long Steps, long Residuals, long Jacobians, long Factorisations, long ErrorTestFailures, long NewtonFailures);
