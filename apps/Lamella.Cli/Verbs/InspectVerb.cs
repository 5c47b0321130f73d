using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Importing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella inspect FILE</c>: says in a screen what is in an instrument file.</summary>
internal static class InspectVerb
{
    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var path = new Argument<string>("FILE") { Description = "The file of an instrument." };
        var settings = new Option<bool>("--settings") { Description = "Print every setting of the file, not the first ones." };
        var json = new Option<bool>("--json") { Description = "Print everything but the numbers as JSON." };
        var overrides = new ImportArguments();
        var command = new Command("inspect", "Say what is in an instrument file, with a sketch of its signal.") { path, settings, json };
        overrides.AddTo(command);
        command.SetAction((parsed, interruption) => Task.Run(
            () =>
            {
                Inspection inspection = InspectFile.Run(parsed.GetRequiredValue(path), overrides.Read(parsed), interruption);
                TextWriter target = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    target.Write(InspectFile.ToJson(inspection));
                }
                else
                {
                    InspectionSheet.Print(inspection, parsed.GetValue(settings), target);
                }

                return ExitCode.Success;
            },
            interruption));
        return new Verb(command, ["inspect data/measurements/discharge.bdf.csv", "inspect data/measurements/spectrum.csv --settings"]);
    }
}
