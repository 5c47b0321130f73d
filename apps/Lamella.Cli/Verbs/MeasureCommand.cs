using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Structures.Morphology;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure measure VOLUME</c>: the shape of the phases of a labelled volume.</summary>
internal static class MeasureCommand
{
    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    internal static Command Create()
    {
        var volume = new Argument<string>("VOLUME") { Description = "Labels: a TIFF stack, a folder of TIFF slices, a .npy, a .npz or a .raw file." };
        var voxel = new Option<string?>("--voxel") { Description = "Edge of a voxel, such as \"0.35 um\", or three of them: \"0.3 um, 0.3 um, 0.5 um\"." };
        Option<string?> crop = PartArguments.Crop();
        Option<int> bin = PartArguments.Bin();
        var phases = new Option<string[]>("--phase") { Description = "Labels and the name of their phase, such as 0=pore or 5-900=grains; repeat it. Default: one phase a label." };
        var periodic = new Option<bool>("--periodic") { Description = "Opposite faces are joined, as in generated structures." };
        var confidence = new Option<double>("--confidence") { Description = "Level of the confidence intervals; default 0.95.", DefaultValueFactory = _ => 0.95 };
        var output = new Option<string?>("--output", "-o") { Description = "File for the numbers (.json), two-point functions and sub-volumes included." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("measure", "Measure fractions, percolation, areas, sizes and correlations of the phases of a labelled volume.")
        {
            volume, voxel, crop, bin, phases, periodic, confidence, output, json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            var request = new MeasurementRequest
            {
                VolumeFile = parsed.GetRequiredValue(volume),
                VoxelSize = StructureArguments.Voxel(parsed.GetValue(voxel)),
                Part = PartArguments.Part(parsed.GetValue(crop), parsed.GetValue(bin)),
                Options = new MorphologyOptions
                {
                    Phases = StructureArguments.NamedPhases(parsed.GetValue(phases) ?? []),
                    IsPeriodic = parsed.GetValue(periodic),
                    Confidence = StructureArguments.Confidence(parsed.GetValue(confidence)),
                },
            };
            bool machine = parsed.GetValue(json);
            MeasurementReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => MeasureStructure.Run(request, progress, interruption), interruption))
                .ConfigureAwait(false);
            if (parsed.GetValue(output) is { } file)
            {
                report.Write(file);
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (machine)
            {
                target.Write(report.ToJson());
            }
            else
            {
                MeasurementSheet.Print(report, target);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
