using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Structures.Images;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure edit VOLUME</c>: crop, bin, mirror, pad, and save in another format.</summary>
internal static class EditCommand
{
    private static readonly Argument<string> Volume = new("VOLUME") { Description = "Labels: a TIFF stack, a folder of TIFF slices, a .npy, a .npz or a .raw file." };
    private static readonly Option<string?> Voxel = new("--voxel") { Description = "Edge of a voxel, such as \"0.35 um\", or three of them: \"0.3 um, 0.3 um, 0.5 um\"." };
    private static readonly Option<string?> Crop = PartArguments.Crop();
    private static readonly Option<int> Bin = PartArguments.Bin();
    private static readonly Option<string> Mirror = new("--mirror") { Description = "Axes along which the mirror image is put behind the volume, such as xy.", DefaultValueFactory = _ => string.Empty };
    private static readonly Option<string[]> Pad = new("--pad") { Description = "Planes of a label before and behind an axis, such as z=5:5:3 for five of label 3 on either side; repeat it." };
    private static readonly Option<string?> Compression = new("--compression") { Description = "Of TIFF files: none, lzw, deflate (the default) or packbits." };
    private static readonly Option<int?> Bits = new("--bits") { Description = "Of TIFF files: 8, 16 or 32 a pixel; default: the fewest that hold every label." };
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Volume to write: .tif, .npy, .npz or .raw, or a folder for slices, ending in /; a description (.json) is put beside it.", Required = true };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the description as JSON." };

    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    internal static Command Create()
    {
        var command = new Command("edit", "Crop, bin, mirror and pad a labelled volume, in this order, and save it in any format.")
        {
            Volume, Voxel, Crop, Bin, Mirror, Pad, Compression, Bits, Output, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken interruption)
    {
        var request = new EditRequest
        {
            VolumeFile = parsed.GetRequiredValue(Volume),
            VoxelSize = StructureArguments.Voxel(parsed.GetValue(Voxel)),
            Part = PartArguments.Part(parsed.GetValue(Crop), parsed.GetValue(Bin)),
            Mirrored = parsed.GetValue(Mirror) is { Length: > 0 } axes ? StructureArguments.Axes(axes, Mirror.Name) : [],
            Paddings = [.. (parsed.GetValue(Pad) ?? []).Select(PartArguments.Padding)],
        };
        var options = new TiffOptions { Compression = PartArguments.Compression(parsed.GetValue(Compression)), Bits = parsed.GetValue(Bits) };
        string output = parsed.GetRequiredValue(Output);
        VolumeFile.RequireWritable(output);
        bool machine = parsed.GetValue(Json);
        EditReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
            .RunAsync(progress => Task.Run(() => EditStructure.Run(request, progress, interruption), interruption))
            .ConfigureAwait(false);
        report.Write(output, options);
        TextWriter target = parsed.InvocationConfiguration.Output;
        if (machine)
        {
            target.Write(report.ToJson());
        }
        else
        {
            EditSheet.Print(report, output, target);
        }

        return ExitCode.Success;
    }
}
