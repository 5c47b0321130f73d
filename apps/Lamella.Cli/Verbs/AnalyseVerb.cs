using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Analysis.Techniques;
using Lamella.Cli.Printing;
using Lamella.UseCases.Analyses;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella analyse TECHNIQUE FILE...</c>: from measurements to quantities with their uncertainties.</summary>
internal static class AnalyseVerb
{
    private const string Name = "analyse";

    /// <summary>Creates the verb with one command per technique of the registry.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var command = new Command(Name, "Analyse measurements, real or simulated: quantities with their uncertainties, and what the data cannot say.");
        var examples = ImmutableArray.CreateBuilder<string>();
        foreach (IAnalysisTechnique technique in AnalysisTechniques.All)
        {
            command.Subcommands.Add(Of(technique));
            examples.AddRange(technique.Examples.Select(example => $"{Name} {technique.Name} {example}"));
        }

        return new Verb(command, examples.ToImmutable());
    }

    private static Command Of(IAnalysisTechnique technique)
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = $"Files of instruments with a {string.Join(" or a ", technique.Accepts.Select(kind => kind.Text()))}, folders of them, or result folders of simulations.",
            Arity = technique.RunsWithoutMeasurement ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
        };
        var options = new TechniqueArguments(technique);
        var overrides = new ImportArguments(except: technique.Options.Select(option => option.Name));
        var output = new Option<string?>("--output", "-o") { Description = "Folder for result.json and the page dossier.html; without it, nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command(technique.Name, technique.Summary) { paths, output, json };
        options.AddTo(command);
        overrides.AddTo(command);
        command.SetAction(async (parsed, interruption) =>
        {
            var request = new AnalysisRequest
            {
                Technique = technique.Name,
                Paths = [.. parsed.GetValue(paths) ?? []],
                Settings = options.Read(parsed),
                Import = overrides.Read(parsed),
            };
            string? folder = parsed.GetValue(output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            bool machine = parsed.GetValue(json);
            AnalysisReport report = await ProgressPrinter.ForShortRuns(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => AnalyseFiles.Run(request, progress, interruption), interruption))
                .ConfigureAwait(false);
            if (folder is not null)
            {
                report.Write(folder);
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (machine)
            {
                target.Write(report.ToJson());
            }
            else
            {
                AnalysisSheet.Print(report, folder, target);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
