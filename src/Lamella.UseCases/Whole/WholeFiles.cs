using System.Globalization;
using System.Text.Json;
using Lamella.Cells.Experiments;
using Lamella.Core;
using Lamella.Studies.Whole;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Whole;

/// <summary>Writes the whole experiments of a study beside its dossier: the records of every run and the table of findings.</summary>
internal static class WholeFiles
{
    /// <summary>Ending of the table of findings.</summary>
    internal const string FindingsEnding = ".findings.csv";

    /// <summary>Beginning of the names of the files of one experiment.</summary>
    internal static string Prefix(int index) => string.Create(CultureInfo.InvariantCulture, $"whole-{index + 1:00}");

    /// <summary>Writes the files of one experiment.</summary>
    internal static void Write(WholeExperimentResult whole, int index, string folder)
    {
        for (int i = 0; i < whole.Stages.Length; i++)
        {
            RunFiles.Write(whole.Stages[i].Run, Path.Combine(folder, $"{Prefix(index)}-{RunFiles.NameOf(i, whole.Stages[i].Name)}"));
        }

        if (!whole.Findings.Rows.IsEmpty)
        {
            Writing.FindingsFile.Write(whole.Findings, Path.Combine(folder, Prefix(index) + FindingsEnding));
        }
    }

    /// <summary>Writes the members of result.json.</summary>
    internal static void Members(Utf8JsonWriter writer, WholeExperimentResult whole, int index, bool isCalibrated)
    {
        writer.WriteString("name", whole.Description.Name);
        writer.WriteString("cell", whole.Cell.Name);
        writer.WriteNumber("temperature_degC", whole.Description.Temperature - PhysicalConstants.ZeroCelsius);
        writer.WriteString("command", ReproduceCommand.Of(whole.Description, isCalibrated));
        writer.WriteString("files", $"{ResultFolder.SeriesFolder}/{Prefix(index)}-*");
        writer.Texts("beside", whole.Description.Beside.Select(fact => fact.Id));
        if (whole.Description.Experiment is { } experiment)
        {
            ExperimentJson.Write(writer, experiment, whole.Findings);
        }
        else
        {
            writer.Texts("protocol", whole.Description.Steps);
        }

        writer.Objects("stages", whole.Stages, stage => Stage(writer, stage, whole.Cell.Area));
    }

    private static void Stage(Utf8JsonWriter writer, StageRun stage, double area)
    {
        writer.WriteString("name", stage.Name);
        RunJson.Run(writer, stage.Run, area);
    }
}
