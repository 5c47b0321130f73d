using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Structures;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure conduct VOLUME</c>: the effective conductivity of a labelled volume.</summary>
internal static class StructureVerb
{
    private const string Example =
        "structure conduct data/structures/composite.npz --voxel \"0.5 um\" --phase 0=insulator --phase 1=\"0.99 mS/cm\" --phase 2=\"1.2 mS/cm\" --interface 1,2=\"0.8 ohm cm2\"";

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var command = new Command("structure", "Work with labelled volumes: images and models of the microstructure.") { Conduct(), GenerateCommand.Create(), SegmentCommand.Create(), MeasureCommand.Create(), ImpedanceCommand.Create(), EditCommand.Create() };
        return new Verb(
            command,
            [
                Example,
                "structure conduct data/structures/composite.npz --voxel \"0.5 um\" --phase 0,1=insulator --phase 2=\"1.2 mS/cm\" --boundary periodic --direction z --json",
                "structure conduct examples/aiose-structure/aiose-bulk.yaml --direction z",
                "structure generate examples/structures/skeleton.yaml --output results/skeleton/skeleton.tif --picture results/skeleton/skeleton.png",
                "structure conduct data/structures/composite.npz --voxel \"0.5 um\" --phase 0=insulator --phase 1,2=\"1 mS/cm\" --crop 0:40,0:40,0:20 --bin 2",
                "structure impedance data/structures/composite.npz --voxel \"0.5 um\" --crop 0:24,0:24,0:24 --phase 0=insulator --phase 1=\"0.99 mS/cm\" --phase 2=\"1.2 mS/cm\" --permittivity 1=60 --permittivity 2=10 --interface 1,2=\"0.8 ohm cm2\" --capacitance 1,2=\"1 uF/cm2\" --points 1 --from \"10 MHz\" --to \"10 Hz\"",
                "structure edit data/structures/composite.npz --voxel \"0.5 um\" --crop 0:20,0:20,0:40 --mirror xy --pad z=4:4:3 --output results/composite/with-electrodes.tif",
                "structure measure data/structures/composite.npz --voxel \"0.5 um\" --phase 0=pore --phase 1=ceramic --phase 2=polymer",
                "structure segment data/structures/scan.tif --voxel \"0.5 um\" --filter means --output results/scan/phases.tif --preview results/scan/phases.png",
            ]);
    }

    private static Command Conduct()
    {
        var volume = new Argument<string>("VOLUME") { Description = "Labels: a TIFF stack, a folder of TIFF slices, a .npy or a .npz file; or a .yaml file that describes a structure with its phases." };
        var voxel = new Option<string?>("--voxel") { Description = "Edge of a voxel, such as \"0.35 um\", or three of them: \"0.3 um, 0.3 um, 0.5 um\"." };
        Option<string?> crop = PartArguments.Crop();
        Option<int> bin = PartArguments.Bin();
        var phases = new Option<string[]>("--phase") { Description = "What a label is made of: 0=insulator, 1=\"0.99 mS/cm\", 3,5-9=\"1 S/m\", or three conductivities along x, y and z; repeat it." };
        var grains = new Option<string[]>("--grain-boundary") { Description = "Resistance between the labels of one phase, such as 5-9=\"3 ohm cm2\"; repeat it." };
        var interfaces = new Option<string[]>("--interface") { Description = "Resistance between two phases, such as 1,2=\"0.8 ohm cm2\"; repeat it." };
        var sheets = new Option<string[]>("--sheet") { Description = "Conductance along the interface of two phases (thickness times conductivity), such as 1,2=\"5 nS\"; repeat it." };
        var electronic = new Option<string[]>("--electronic") { Description = "Electronic conductivity of a phase, such as 1=\"1e-8 S/cm\"; repeat it. Phases without are insulators. The electrons' network is solved too." };
        var boundary = new Option<string?>("--boundary") { Description = "insulated (sides; the default), sides (periodic sides) or periodic (all)." };
        var direction = new Option<string>("--direction") { Description = "Directions of the field, such as z or xy; default: xyz.", DefaultValueFactory = _ => "xyz" };
        var tolerance = new Option<double?>("--tolerance") { Description = "Relative error at which to stop; default 0.001." };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for result.json and the page dossier.html with slices, a turning view, profiles and hot spots; without it, nothing is written." };
        var maps = new Option<bool>("--maps") { Description = "Write maps.npz into the folder too: current and dissipated power voxel by voxel, for each direction. Needs --output." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("conduct", "Find the effective conductivity of a labelled volume in every direction.")
        {
            volume, voxel, crop, bin, phases, grains, interfaces, sheets, electronic, boundary, direction, tolerance, output, maps, json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            string? folder = parsed.GetValue(output);
            string named = parsed.GetRequiredValue(volume);
            bool described = StructureArguments.IsDescription(named);
            if (described)
            {
                StructureArguments.RefuseBeside(named, [voxel.Name, phases.Name, grains.Name, interfaces.Name, sheets.Name, electronic.Name], parsed);
            }

            ConductionRequest request = described ? ConductStructure.Read(named) : new ConductionRequest
            {
                VolumeFile = named,
                VoxelSize = StructureArguments.Voxel(parsed.GetValue(voxel)),
                Phases = StructureArguments.Phases(parsed.GetValue(phases) ?? [], parsed.GetValue(grains) ?? []),
                Interfaces = StructureArguments.Interfaces(parsed.GetValue(interfaces) ?? [], parsed.GetValue(sheets) ?? []),
            };
            request = parsed.GetValue(electronic) is { Length: > 0 } values
                ? request with { Electronic = StructureArguments.Electronic(request.Phases, values) }
                : request;
            request = request with
            {
                Picture = folder is not null,
                KeepMaps = parsed.GetValue(maps) && StructureArguments.RequireFolder(maps.Name, folder),
                Part = PartArguments.Part(parsed.GetValue(crop), parsed.GetValue(bin)),
                Boundary = parsed.GetValue(boundary) is { } sides ? StructureArguments.Boundary(sides) : request.Boundary,
                Options = request.Options with
                {
                    Axes = StructureArguments.Axes(parsed.GetRequiredValue(direction)),
                    Tolerance = parsed.GetValue(tolerance) ?? request.Options.Tolerance,
                    EstimateDiscretisation = true,
                },
            };
            bool machine = parsed.GetValue(json);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            ConductionReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => ConductStructure.Run(request, progress, interruption), interruption))
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
                ConductionSheet.Print(report, target);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
