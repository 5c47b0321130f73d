using System.CommandLine;
using System.Text.Json;
using Lamella.Cells.Experiments;
using Lamella.Core.Errors;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella experiments [NAME]</c>: lists the named experiments, or explains the settings of one.</summary>
internal static class ExperimentsVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "An experiment to explain, such as rate-test; without it, all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON for machines." };
        var command = new Command("experiments", "List the named experiments that 'lamella run' can do, or explain the settings of one.") { name, json };
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            CellExperiment[] experiments = parsed.GetValue(name) is { } one
                ? [CellExperiments.Find(one, InputPlace.Whole("NAME"))] : [.. CellExperiments.All];
            if (parsed.GetValue(json))
            {
                PrintJson(experiments, output);
            }
            else
            {
                foreach (CellExperiment experiment in experiments)
                {
                    Print(experiment, output, withSettings: experiments.Length == 1);
                }
            }

            return ExitCode.Success;
        });
        return new Verb(command, ["experiments", "experiments rate-test"]);
    }

    private static void Print(CellExperiment experiment, TextWriter output, bool withSettings)
    {
        if (!withSettings)
        {
            output.WriteLine($"{experiment.Name,-20}{experiment.Summary}");
            return;
        }

        output.WriteLine($"{experiment.Name}: {experiment.Summary}");
        output.WriteLine();
        output.WriteLine("Settings and their defaults; change one with --set \"NAME=VALUE\", or with a line NAME: VALUE in YAML:");
        int width = experiment.Settings.Max(setting => setting.Name.Length) + 2;
        foreach (ExperimentSetting setting in experiment.Settings)
        {
            output.WriteLine($"  {setting.Name.PadRight(width)}{setting.Value}");
            output.WriteLine($"  {new string(' ', width)}{setting.Meaning}");
        }

        output.WriteLine();
        output.WriteLine($"For example: lamella {experiment.Example}");
    }

    private static void PrintJson(IEnumerable<CellExperiment> experiments, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (CellExperiment experiment in experiments)
            {
                writer.WriteStartObject();
                writer.WriteString("name", experiment.Name);
                writer.WriteString("summary", experiment.Summary);
                writer.WriteString("example", experiment.Example);
                writer.WriteStartArray("settings");
                foreach (ExperimentSetting setting in experiment.Settings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", setting.Name);
                    writer.WriteString("default", setting.Value);
                    writer.WriteString("meaning", setting.Meaning);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
