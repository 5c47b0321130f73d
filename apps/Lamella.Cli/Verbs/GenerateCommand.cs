using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Structures.Images;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure generate RECIPE</c>: a labelled volume from a recipe.</summary>
internal static class GenerateCommand
{
    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    internal static Command Create()
    {
        var recipe = new Argument<string>("RECIPE") { Description = "A recipe: a YAML file that names the structure, the voxels and their size." };
        var output = new Option<string?>("--output", "-o") { Description = "Volume to write: .tif, .npy, .npz or .raw; a description (.json) is put beside it. Without it, nothing is written." };
        var picture = new Option<string?>("--picture") { Description = "Picture to write (.png): the block seen from a corner. Needs --output." };
        var seed = new Option<ulong?>("--seed") { Description = "Seed in place of that of the recipe." };
        var json = new Option<bool>("--json") { Description = "Print the description as JSON." };
        var command = new Command("generate", "Make a labelled volume from a recipe: spheres, fields, grains, fibres, layers, skeletons.") { recipe, output, picture, seed, json };
        command.SetAction(async (parsed, interruption) =>
        {
            string? file = parsed.GetValue(output);
            if (file is not null)
            {
                VolumeFile.RequireWritable(file);
            }

            bool machine = parsed.GetValue(json);
            GenerationReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(
                    () =>
                    {
                        progress?.Report(new("making the structure", 0.0));
                        return GenerateStructure.Run(parsed.GetRequiredValue(recipe), parsed.GetValue(seed), interruption);
                    },
                    interruption))
                .ConfigureAwait(false);
            if (file is not null)
            {
                GenerateStructure.Write(report, file, parsed.GetValue(picture));
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (machine)
            {
                target.Write(report.ToJson());
            }
            else
            {
                GenerationSheet.Print(report, target);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
