using System.CommandLine;
using System.Globalization;
using Lamella.Cli.Printing;
using Lamella.Core;
using Lamella.Studies;
using Lamella.Studies.Prediction;
using Lamella.Studies.Whole;
using Lamella.UseCases.Dossiers;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella dossier FOLDER</c>: calibrates, predicts, and writes the dossier.</summary>
internal static class DossierVerb
{
    private const int MostValues = 2; // numbers of a whole experiment on the terminal; the dossier has all

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "Folder with cell.yaml, experiments.yaml and, where something is fitted, calibration.yaml.",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Folder for dossier.html, result.json and the series; default: results/ and the name of the study.",
        };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("dossier", "Simulate what was measured on a described cell and write prediction beside measurement.")
        {
            folder, output, json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            string study = parsed.GetRequiredValue(folder);
            bool machine = parsed.GetValue(json);
            string target = parsed.GetValue(output) ?? DefaultFolder(study);
            ResultFolder.RequireReplaceable(target); // before minutes are spent on it
            StudyReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => MakeDossier.Run(study, progress, interruption), interruption))
                .ConfigureAwait(false);
            report.Write(target);
            TextWriter printed = parsed.InvocationConfiguration.Output;
            if (machine)
            {
                printed.Write(report.ToJson());
            }
            else
            {
                Print(report.Result, target, printed);
            }

            return ExitCode.Success;
        });
        return new Verb(command, ["dossier examples/zheng2025-aiose", "dossier examples/li2024-qcpe --output /tmp/qcpe --json"]);
    }

    /// <summary>Returns results/ and the name of the study.</summary>
    private static string DefaultFolder(string study) =>
        Path.Combine("results", Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(study, Environment.CurrentDirectory))));

    private static void Print(StudyResult result, string folder, TextWriter target)
    {
        foreach (ExperimentResult experiment in result.Experiments)
        {
            target.WriteLine(experiment.Experiment.Name);
            foreach (PredictedPoint point in experiment.Points)
            {
                string conditions = point.Point.Load?.ToString() ?? string.Empty;
                target.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {point.Point.Fact.Id} {conditions,12} {point.Point.Temperature - PhysicalConstants.ZeroCelsius,6:0.#} degC {point.Value.Value,9:G4} [{point.Lower.Value:G4}, {point.Upper.Value:G4}] {point.Point.Fact.Unit}: {point.Verdict}"));
            }
        }

        foreach (WholeExperimentResult whole in result.WholeExperiments)
        {
            string found = string.Join("; ", whole.Findings.Values.Where(value => double.IsFinite(value.Value)).Take(MostValues).Select(
                value => string.Create(CultureInfo.InvariantCulture, $"{value.Name} {value.Value:G4} {value.Unit}").TrimEnd()));
            target.WriteLine(found.Length > 0 ? $"{whole.Description.Name}: {found}" : $"{whole.Description.Name}: see the dossier");
        }

        int inside = result.Points.Count(point => point.Agreement == Agreement.Inside);
        int outside = result.Points.Count(point => point.Agreement is Agreement.MeasuredBelow or Agreement.MeasuredAbove);
        int kept = result.Points.Count(point => point.Agreement == Agreement.Sealed);
        target.WriteLine($"{inside} predictions inside their interval, {outside} outside, {kept} sealed; {result.Calibration.Facts.Length} facts calibrated.");
        target.WriteLine($"written: {Path.Combine(folder, StudyReport.DossierFile)}");
    }
}
