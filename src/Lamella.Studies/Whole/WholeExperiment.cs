using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Studies.Whole;

/// <summary>An experiment of the publication that a study simulates from beginning to end, beside the single numbers that it compares.</summary>
/// <remarks>It shows what the model does under the publication's protocol. Nothing is fitted to it, and it decides no verdict.</remarks>
public sealed record WholeExperiment
{
    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the variant of the cell, or several joined by ' + '; null for the base cell.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the temperature.</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets the named experiment with its settings; null where steps are given.</summary>
    public CellExperiment? Experiment { get; init; }

    /// <summary>Gets the settings that the study states, in its order and words; empty where steps are given.</summary>
    public ImmutableArray<StatedSetting> Settings { get; init; } = [];

    /// <summary>Gets the steps in the words of the field; empty where an experiment is named.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Gets the state of charge from which steps start; without meaning for a named experiment, which prepares the cell itself.</summary>
    [Unit("–")]
    public double StateOfCharge { get; init; }

    /// <summary>Gets the facts that the publication reports beside it; for reading, no verdict rests on them here.</summary>
    public ImmutableArray<PublishedFact> Beside { get; init; } = [];

    /// <summary>Gets what to mind when reading the result; empty for nothing.</summary>
    public string Remark { get; init; } = string.Empty;

    /// <summary>Gets where it stands.</summary>
    public required InputPlace Place { get; init; }

    /// <summary>Gets the node of the steps, whose places messages show; null where an experiment is named.</summary>
    internal YamlSequence? StepNodes { get; init; }
}

/// <summary>A setting of a whole experiment as the study states it.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Value">Its value in the words of the file.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record StatedSetting(string Name, string Value, Source Source);

/// <summary>A whole experiment as it was simulated.</summary>
/// <param name="Description">The experiment.</param>
/// <param name="Cell">The cell with the fitted values.</param>
/// <param name="Stages">All runs in their order, a common beginning first.</param>
/// <param name="Findings">What the named experiment reads from its runs; nothing for steps.</param>
public sealed record WholeExperimentResult(
    WholeExperiment Description, CellDescription Cell, ImmutableArray<StageRun> Stages, ExperimentFindings Findings)
{
    /// <summary>Gets the warnings of the runs, each once.</summary>
    public ImmutableArray<string> Warnings => [.. Stages.SelectMany(stage => stage.Run.Warnings).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the runs.</summary>
    public IEnumerable<CellRun> Runs => Stages.Select(stage => stage.Run);
}
