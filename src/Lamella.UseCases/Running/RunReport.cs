using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Running;

/// <summary>A finished run of a described cell: a protocol, or the stages of an experiment.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Run">The run of the protocol, or of the first stage.</param>
public sealed record RunReport(CellDescription Cell, CellRun Run)
{
    /// <summary>Gets all runs: one of a protocol, or those of an experiment in their order.</summary>
    public ImmutableArray<StageRun> Stages { get; init; } = [new StageRun("run", Run)];

    /// <summary>Gets the experiment with its findings, or null.</summary>
    public ExperimentResult? Experiment { get; init; }

    /// <summary>Gets the derivatives by the inputs that were asked for; empty for none.</summary>
    public ImmutableArray<InputSensitivity> Sensitivities { get; init; } = [];

    /// <summary>Gets what refining the mesh changed, or null where it was not checked.</summary>
    public MeshCheck? Mesh { get; init; }

    /// <summary>Gets what to mind about the inputs of the cell, in sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets everything to mind, in sentences: inputs, laws outside their range, the mesh.</summary>
    public ImmutableArray<string> Warnings =>
    [
        .. Notes,
        .. Stages.SelectMany(stage => stage.Run.Warnings).Distinct(),
        .. Stages.SelectMany(Unreached),
        .. Mesh?.Findings ?? ["The mesh was not checked, because that takes several times as long as this run: '--check-mesh yes' does it."],
    ];

    /// <summary>Writes series, fields, spectra, splits and the summary into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        if (Experiment is null)
        {
            RunFiles.Write(Run, Path.Combine(inside, RunFiles.Alone));
            if (!Sensitivities.IsEmpty)
            {
                using var writer = new StreamWriter(Path.Combine(inside, RunFiles.Alone + RunFiles.SensitivityEnding)) { NewLine = "\n" };
                SensitivityCsv.Write(Run, Sensitivities, Cell.Area, writer);
            }
        }
        else
        {
            string series = Directory.CreateDirectory(Path.Combine(inside, ResultFolder.SeriesFolder)).FullName;
            for (int i = 0; i < Stages.Length; i++)
            {
                RunFiles.Write(Stages[i].Run, Path.Combine(series, RunFiles.NameOf(i, Stages[i].Name)));
            }

            FindingsFile.Write(Experiment.Findings, Path.Combine(inside, ResultFolder.FindingsFile));
        }

        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, Members);
    });

    /// <summary>Returns the summary as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer)
    {
        writer.WriteString("cell", Cell.Name);
        RunJson.Provenance(writer, Run.Series.Provenance);
        if (Experiment is null)
        {
            RunJson.Run(writer, Run, Cell.Area);
            if (!Sensitivities.IsEmpty)
            {
                SensitivityJson.Write(writer, Run, Sensitivities, Cell.Area);
            }
        }
        else
        {
            ExperimentJson.Write(writer, Experiment.Experiment, Experiment.Findings);
            writer.Objects("stages", Stages, stage =>
            {
                writer.WriteString("name", stage.Name);
                RunJson.Run(writer, stage.Run, Cell.Area);
            });
        }

        if (Mesh is not null)
        {
            writer.WriteStartObject("mesh_check");
            writer.WriteNumber("capacities_compared", Mesh.Compared);
            writer.WriteNumber("largest_capacity_change_relative", Mesh.LargestChange);
            writer.WriteNumber("limit_relative", MeshCheck.Limit);
            writer.WriteEndObject();
        }

        writer.Texts("warnings", Warnings);
    }

    private static IEnumerable<string> Unreached(StageRun stage) => stage.Run.Fields is { NotReached: { IsEmpty: false } missed }
        ? [$"The run '{stage.Name}' ended before {string.Join(", ", missed.Select(time => FormattableString.Invariant($"{time} s")))}: no fields there."] : [];
}
