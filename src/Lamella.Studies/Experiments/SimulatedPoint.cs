using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Core.Quantities;

namespace Lamella.Studies.Experiments;

/// <summary>What a simulated experiment gives.</summary>
public sealed record SimulatedPoint
{
    /// <summary>Gets the value in the unit of the published fact.</summary>
    public required Quantity Value { get; init; }

    /// <summary>Gets why the experiment ended early or could not be done as described, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the runs behind the value, the measured one last; empty unless asked for.</summary>
    public ImmutableArray<CellRun> Runs { get; init; } = [];

    /// <summary>Gets where the voltage goes: at half of the charge, at the end of the half cycle, or in the first instant; null unless asked for.</summary>
    public VoltageSplit? Split { get; init; }

    /// <summary>Gets the current density of the measured step; charging is positive.</summary>
    [Lamella.Core.Unit("A/m²")]
    public double CurrentDensity { get; init; } = double.NaN;
}

/// <summary>How experiments are simulated.</summary>
public sealed record SimulationOptions
{
    /// <summary>Gets mesh and tolerances.</summary>
    public Lamella.Cells.HalfCell.HalfCellOptions Mesh { get; init; } = new();

    /// <summary>Gets a value indicating whether runs and voltage splits are kept.</summary>
    public bool KeepRuns { get; init; }

    /// <summary>Gets the options of the many runs of a calibration: coarser, with a bias far below any fact's uncertainty.</summary>
    public static SimulationOptions Coarse { get; } = new()
    {
        Mesh = new() { CellsPerLayer = 12, CathodeCells = 12, Shells = 12, RelativeTolerance = 1e-4, AbsoluteTolerance = 1e-6 },
    };
}
