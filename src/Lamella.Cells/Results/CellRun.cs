using System.Collections.Immutable;
using Lamella.Cells.Running;
using Lamella.Core;
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

    /// <summary>Gets what went on inside the cell at the requested times, or null where none were.</summary>
    public CellFields? Fields { get; init; }

    /// <summary>Gets an estimate of what a reduced model leaves out of the voltage; null for the continuum model.</summary>
    public NeglectEstimate? Neglected { get; init; }

    /// <summary>Gets the impedances that were measured, in their order.</summary>
    public ImmutableArray<StepSpectrum> Spectra { get; init; } = [];

    /// <summary>Gets what the run conserved.</summary>
    public required CellBalance Balance { get; init; }

    /// <summary>Gets the work of the solver.</summary>
    public required SolverWork Work { get; init; }

    /// <summary>Gets warnings, such as laws used outside their range.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Gets the state at the end.</summary>
    public required CellState FinalState { get; init; }
}

/// <summary>An impedance that a step measured.</summary>
/// <param name="Step">Run counter of the step, from 1.</param>
/// <param name="Spectrum">The impedance of the whole cell.</param>
public sealed record StepSpectrum(int Step, Spectrum Spectrum)
{
    /// <summary>Gets the run counter of the step, from 1.</summary>
    [Unit("–")]
    public int Step { get; } = Step;
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
