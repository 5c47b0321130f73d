using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Structures.Images;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure segment IMAGE</c>: from a grey image to phases.</summary>
internal static class SegmentCommand
{
    private static readonly Argument<string> Image = new("IMAGE") { Description = "Grey image: a TIFF stack, a folder of TIFF slices, or a .raw file with its sidecar." };
    private static readonly Option<string?> Voxel = new("--voxel") { Description = "Edge of a voxel, such as \"0.35 um\", or three of them: \"0.3 um, 0.3 um, 0.5 um\"." };
    private static readonly Option<string> Phases = new("--phases") { Description = "Names from the darkest to the brightest; default pore,polymer,ceramic.", DefaultValueFactory = _ => "pore,polymer,ceramic" };
    private static readonly Option<string> Filter = new("--filter") { Description = "median (the default), means (non-local means) or none.", DefaultValueFactory = _ => "median" };
    private static readonly Option<string> Method = new("--method") { Description = "thresholds (the default) or watershed (from markers far from the thresholds).", DefaultValueFactory = _ => "thresholds" };
    private static readonly Option<string?> Thresholds = new("--thresholds") { Description = "Grey values between the phases, such as 80,150; default: those of Otsu." };
    private static readonly Option<double> Uncertainty = new("--uncertainty") { Description = "How far thresholds may be wrong, as a share of the distance between the mean greys of two phases, 0 to 0.5; default 0.1.", DefaultValueFactory = _ => 0.1 };
    private static readonly Option<string?> Crop = PartArguments.Crop();
    private static readonly Option<int> Bin = PartArguments.Bin();
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Labels to write: .tif, .npy, .npz or .raw; a description (.json) is put beside them." };
    private static readonly Option<string?> Preview = new("--preview") { Description = "Picture to write (.png): the middle slices with the boundaries drawn." };
    private static readonly Option<string?> Histogram = new("--histogram") { Description = "Table to write (.csv): the histogram." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    internal static Command Create()
    {
        var command = new Command("segment", "Turn a grey image into phases, with the uncertainty of their fractions.")
        {
            Image, Voxel, Phases, Filter, Method, Thresholds, Uncertainty, Crop, Bin, Output, Preview, Histogram, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken interruption)
    {
        var request = new SegmentationRequest
        {
            ImageFile = parsed.GetRequiredValue(Image),
            VoxelSize = StructureArguments.Voxel(parsed.GetValue(Voxel)),
            Part = PartArguments.Part(parsed.GetValue(Crop), parsed.GetValue(Bin)),
            Options = SegmentArguments.Options(
                parsed.GetRequiredValue(Phases), parsed.GetRequiredValue(Filter), parsed.GetRequiredValue(Method), parsed.GetValue(Thresholds)) with
            {
                ThresholdUncertainty = parsed.GetValue(Uncertainty),
            },
        };
        if (parsed.GetValue(Output) is { } labels)
        {
            VolumeFile.RequireWritable(labels);
        }

        bool machine = parsed.GetValue(Json);
        SegmentationReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
            .RunAsync(progress => Task.Run(() => SegmentStructure.Run(request, progress, interruption), interruption))
            .ConfigureAwait(false);
        Write(parsed, report);
        TextWriter target = parsed.InvocationConfiguration.Output;
        if (machine)
        {
            target.Write(report.ToJson());
        }
        else
        {
            SegmentationSheet.Print(report, target);
        }

        return ExitCode.Success;
    }

    private static void Write(ParseResult parsed, SegmentationReport report)
    {
        if (parsed.GetValue(Output) is { } labels)
        {
            report.WriteVolume(labels);
        }

        if (parsed.GetValue(Preview) is { } picture)
        {
            report.WritePreview(picture);
        }

        if (parsed.GetValue(Histogram) is { } table)
        {
            report.WriteHistogram(table);
        }
    }
}
