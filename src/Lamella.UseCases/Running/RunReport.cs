using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Core.Measurements;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Running;

/// <summary>A finished run of a described cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Run">The run.</param>
public sealed record RunReport(CellDescription Cell, CellRun Run)
{
    /// <summary>Gets what to mind about the inputs of the cell, in sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Writes the series and the summary into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using (var writer = new StreamWriter(Path.Combine(inside, ResultFolder.SeriesFile)) { NewLine = "\n" })
        {
            BdfCsvWriter.Write(Run.Series, writer);
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
        RunJson.Steps(writer, Run, Cell.Area);
        RunJson.Balance(writer, Run.Balance);
        RunJson.Work(writer, Run.Work);
        writer.Texts("warnings", Notes.AddRange(Run.Warnings));
    }
}
