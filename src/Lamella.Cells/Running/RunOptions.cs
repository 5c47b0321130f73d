using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Cells.Running;

/// <summary>What happens behind a step that could not carry its load from the first instant on.</summary>
public enum FailurePolicy
{
    /// <summary>The next step starts from the state before it.</summary>
    Continue,

    /// <summary>The run ends.</summary>
    Stop,
}

/// <summary>What a run keeps, and when it gives up.</summary>
public sealed record RunOptions
{
    /// <summary>Gets the options that keep the series only.</summary>
    public static RunOptions SeriesOnly { get; } = new();

    /// <summary>Gets a value indicating whether the voltage is split at every recorded instant.</summary>
    public bool SplitVoltage { get; init; }

    /// <summary>Gets the most solver steps between two jumps or bends of the load or the temperature.</summary>
    [Unit("–")]
    public int MaximumSteps { get; init; } = 20_000;

    /// <summary>Gets the times since the run began at which the fields inside the cell are kept; empty for none.</summary>
    [Unit("s")]
    public ImmutableArray<double> FieldTimes { get; init; } = [];

    /// <summary>Gets what happens behind a step that could not carry its load.</summary>
    public FailurePolicy WhenAStepFails { get; init; }

    /// <summary>Gets what is told about the progress of the run, or null.</summary>
    public IProgress<StepProgress>? Progress { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Step">Run counter of the present step, from 1.</param>
/// <param name="Steps">Steps of the whole run at most.</param>
/// <param name="Label">The present step in the field's words.</param>
/// <param name="Time">Time since the run began [s].</param>
public readonly record struct StepProgress(int Step, long Steps, string Label, double Time);
