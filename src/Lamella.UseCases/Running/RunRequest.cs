using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.UseCases.Running;

/// <summary>What to run on a described cell.</summary>
public sealed record RunRequest
{
    /// <summary>Gets the path of the cell.yaml or of the BPX file (.json).</summary>
    public required string CellFile { get; init; }

    /// <summary>Gets the variant of the cell, or null for the base.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets a value indicating whether the cell takes the values that the calibration.yaml beside its file fits.</summary>
    public bool Calibrated { get; init; }

    /// <summary>Gets the steps in the words of the field, one a line; ignored where an experiment or a plan file is given.</summary>
    public string Protocol { get; init; } = string.Empty;

    /// <summary>Gets what messages call the protocol: its file, or the option that holds it.</summary>
    public string ProtocolName { get; init; } = "protocol";

    /// <summary>Gets the folder from which drive cycles are looked up; empty for the current one.</summary>
    public string ProtocolFolder { get; init; } = string.Empty;

    /// <summary>Gets a YAML file with steps or with a named experiment, or null.</summary>
    public string? PlanFile { get; init; }

    /// <summary>Gets the named experiment, or null.</summary>
    public CellExperiment? Experiment { get; init; }

    /// <summary>Gets the temperature; null for the one in the cell.yaml.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets the state of charge to start from, 0 to 1; null for 0, or for what a BPX file states. Experiments that prepare the cell themselves ignore it.</summary>
    [Unit("–")]
    public double? StateOfCharge { get; init; }

    /// <summary>Gets model, mesh and tolerances.</summary>
    public CellOptions Options { get; init; } = new();

    /// <summary>Gets a value indicating whether the voltage is split at every instant.</summary>
    public bool SplitVoltage { get; init; }

    /// <summary>Gets the paths in cell.yaml by which the run is derived; empty for none.</summary>
    public ImmutableArray<string> Sensitivities { get; init; } = [];

    /// <summary>Gets the times since the run began at which the fields inside the cell are kept; empty for none.</summary>
    [Unit("s")]
    public ImmutableArray<double> FieldTimes { get; init; } = [];

    /// <summary>Gets what happens behind a step that could not carry its load.</summary>
    public FailurePolicy WhenAStepFails { get; init; }

    /// <summary>Gets a value indicating whether the result will be stored; the mesh behind a stored result is checked.</summary>
    public bool IsStored { get; init; }

    /// <summary>Gets whether the mesh is refined once to check the capacities; null where the result is stored or the check costs little.</summary>
    public bool? CheckMesh { get; init; }

    /// <summary>Gets the number of threads for runs that do not depend on each other, ≥ 1.</summary>
    [Unit("–")]
    public int Threads { get; init; } = 1;

    /// <summary>Gets what is told how far the run is, or null.</summary>
    public IProgress<RunProgress>? Progress { get; init; }
}
