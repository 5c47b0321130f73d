using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Instruments.Reading;
using Lamella.UseCases.Importing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella import FILE...</c>: reads instrument files, whole, into one result folder.</summary>
internal static class ImportVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "Files of instruments, or folders of them; a folder becomes the measurements of one study.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for result.json, one BDF CSV per table and all columns of each file as .npz; without it, nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the index as JSON." };
        var overrides = new ImportArguments();
        var command = new Command("import", "Read instrument files, whole, and write them as the measurements of one study.") { paths, output, json };
        overrides.AddTo(command);
        command.SetAction(async (parsed, interruption) =>
        {
            ImportOptions options = overrides.Read(parsed);
            string? folder = parsed.GetValue(output);
            bool machine = parsed.GetValue(json);
            ImportReport report = await ProgressPrinter.ForFiles(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(
                    () => ImportFiles.Run(parsed.GetRequiredValue(paths), options, folder, progress, interruption), interruption))
                .ConfigureAwait(false);
            TextWriter target = parsed.InvocationConfiguration.Output;
            if (machine)
            {
                target.Write(report.ToJson());
            }
            else
            {
                ImportSheet.Print(report, folder, parsed.GetValue<bool>("--verbose"), target);
            }

            return ExitCode.Success;
        });
        return new Verb(
            command, ["import data/measurements --output /tmp/my-study", "import data/measurements/spectrum.csv --area \"1.13 cm2\" --json"]);
    }
}
