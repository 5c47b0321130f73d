using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>One reported number.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number; NaN where it could not be found, and the note says why.</param>
/// <param name="Unit">Its unit, as units are written in input files; empty for a plain number.</param>
/// <param name="Note">How it was found, or what to mind; may be empty.</param>
public sealed record ReportedValue(string Name, double Value, string Unit, string Note = "");

/// <summary>One column of a table.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
public sealed record ReportedColumn(string Name, string Unit);

/// <summary>One row of a table.</summary>
/// <param name="Label">What the row is for.</param>
/// <param name="Values">One number per column; NaN where there is none.</param>
/// <param name="Note">Why the row is what it is, such as the ending of its step; may be empty.</param>
public sealed record ReportedRow(string Label, ImmutableArray<double> Values, string Note = "");

/// <summary>What an experiment found.</summary>
/// <param name="Columns">Columns of the table.</param>
/// <param name="Rows">Rows of the table; may be empty.</param>
/// <param name="Values">Numbers for the experiment as a whole; may be empty.</param>
/// <param name="Notes">What to mind, in sentences; may be empty.</param>
public sealed record ExperimentFindings(
    ImmutableArray<ReportedColumn> Columns,
    ImmutableArray<ReportedRow> Rows,
    ImmutableArray<ReportedValue> Values,
    ImmutableArray<string> Notes)
{
    /// <summary>Gets findings without anything in them.</summary>
    public static ExperimentFindings None { get; } = new([], [], [], []);
}

/// <summary>The run of one stage.</summary>
/// <param name="Name">Name of the stage.</param>
/// <param name="Run">The run.</param>
public sealed record StageRun(string Name, CellRun Run);

/// <summary>The runs of an experiment.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Temperature">Temperature of the experiment [K].</param>
/// <param name="Preparation">The common beginning, or null.</param>
/// <param name="Stages">The stages, in the order of the plan.</param>
public sealed record ExperimentRuns(CellDescription Cell, double Temperature, CellRun? Preparation, ImmutableArray<StageRun> Stages)
{
    /// <summary>Gets the temperature of the experiment.</summary>
    [Core.Unit("K")]
    public double Temperature { get; } = Temperature;
}

/// <summary>An experiment that was run.</summary>
/// <param name="Experiment">The experiment with its settings.</param>
/// <param name="Runs">The runs.</param>
/// <param name="Findings">What was found.</param>
public sealed record ExperimentResult(CellExperiment Experiment, ExperimentRuns Runs, ExperimentFindings Findings)
{
    /// <summary>Gets every run: the common beginning, where there is one, then the stages.</summary>
    public ImmutableArray<StageRun> AllRuns =>
        Runs.Preparation is { } preparation ? Runs.Stages.Insert(0, new StageRun("preparation", preparation)) : Runs.Stages;
}
