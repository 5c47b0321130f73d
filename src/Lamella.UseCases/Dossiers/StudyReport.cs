using Lamella.Cells.Results;
using Lamella.Core.Measurements;
using Lamella.Reporting.Html;
using Lamella.Studies;
using Lamella.Studies.Prediction;
using Lamella.UseCases.Whole;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Dossiers;

/// <summary>A finished study with its dossier.</summary>
/// <param name="Result">The study.</param>
public sealed record StudyReport(StudyResult Result)
{
    /// <summary>Name of the dossier inside its folder.</summary>
    public const string DossierFile = ResultFolder.DossierFile;

    /// <summary>Writes dossier.html, result.json and the simulated series into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using (StreamWriter page = Text(Path.Combine(inside, DossierFile)))
        {
            DossierHtml.Write(DossierBuilder.Of(Result), page);
        }

        using (FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile)))
        {
            JsonFile.Write(json, writer => StudyJson.Members(writer, Result));
        }

        string series = Path.Combine(inside, ResultFolder.SeriesFolder);
        Directory.CreateDirectory(series);
        foreach (PredictedPoint point in Result.Points.Where(point => !point.Simulated.Runs.IsEmpty))
        {
            CellRun run = point.Simulated.Runs[^1];
            using StreamWriter csv = Text(Path.Combine(series, point.Point.Fact.Id + ResultFolder.SeriesEnding));
            BdfCsvWriter.Write(run.Series, csv);
        }

        for (int i = 0; i < Result.WholeExperiments.Length; i++)
        {
            WholeFiles.Write(Result.WholeExperiments[i], i, series);
        }
    });

    /// <summary>Returns the result as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(writer => StudyJson.Members(writer, Result));

    private static StreamWriter Text(string path) => new(path) { NewLine = "\n" };
}
