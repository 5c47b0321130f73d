using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.Cells.Sensitivities;

/// <summary>A run with the derivatives of all that it reports by the parameters.</summary>
/// <param name="Run">The run.</param>
/// <param name="Parameters">The derivatives, parameter by parameter in their order.</param>
/// <param name="FinalState">The state at the end with its derivatives, from which another protocol can start.</param>
public sealed record SensitivityRun(CellRun Run, ImmutableArray<ParameterSensitivity> Parameters, SensitiveState FinalState);

/// <summary>Derivatives by one parameter p, per its SI unit.</summary>
public sealed record ParameterSensitivity
{
    /// <summary>Gets the name of the parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the value at which the derivatives hold [SI unit of p].</summary>
    public required double Value { get; init; }

    /// <summary>Gets ∂V/∂p [V] at each sample of the run, at fixed time since its step began, shape (samples).</summary>
    public required ImmutableArray<double> Voltage { get; init; }

    /// <summary>Gets ∂I/∂p of the current density [A/m²], charging positive, as <see cref="Voltage"/>.</summary>
    public required ImmutableArray<double> Current { get; init; }

    /// <summary>Gets ∂T/∂p [K], as <see cref="Voltage"/>.</summary>
    public required ImmutableArray<double> Temperature { get; init; }

    /// <summary>Gets the derivatives of what each step reports, in the order of the run.</summary>
    public required ImmutableArray<StepSensitivity> Steps { get; init; }
}

/// <summary>Derivatives by one parameter of what a step reports; the instant of its end moves with the parameter.</summary>
public sealed record StepSensitivity
{
    /// <summary>Gets ∂(start of the step)/∂p.</summary>
    [Unit("s")]
    public required double StartTime { get; init; }

    /// <summary>Gets ∂(duration)/∂p.</summary>
    [Unit("s")]
    public required double Duration { get; init; }

    /// <summary>Gets ∂(charge)/∂p, charging positive.</summary>
    [Unit("C/m²")]
    public required double Charge { get; init; }

    /// <summary>Gets ∂(energy)/∂p, charging positive.</summary>
    [Unit("J/m²")]
    public required double Energy { get; init; }

    /// <summary>Gets ∂(first voltage under load)/∂p.</summary>
    [Unit("V")]
    public required double StartVoltage { get; init; }

    /// <summary>Gets ∂(last voltage)/∂p; 0 where a voltage that does not depend on p ended the step.</summary>
    [Unit("V")]
    public required double EndVoltage { get; init; }
}

/// <summary>A state of a cell with its derivatives by the parameters of a <see cref="SensitivitySimulator"/>.</summary>
public sealed class SensitiveState
{
    internal SensitiveState(CellState state, ImmutableArray<double> derivatives) => (State, Derivatives) = (state, derivatives);

    /// <summary>Gets the state.</summary>
    public CellState State { get; }

    /// <summary>Gets ∂y/∂p, shape (parameters, n).</summary>
    internal ImmutableArray<double> Derivatives { get; }
}
