using System.CommandLine;
using Lamella.Cells.Spectra;
using Lamella.Cli.Printing;
using Lamella.Structures.Conduction;
using Lamella.Structures.Impedance;
using Lamella.UseCases.Structures;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella structure impedance VOLUME</c>: the impedance of a labelled volume.</summary>
internal static class ImpedanceCommand
{
    private static readonly Argument<string> Volume = new("VOLUME") { Description = "Labels: a TIFF stack, a folder of TIFF slices, a .npy, a .npz or a .raw file." };
    private static readonly Option<string?> Voxel = new("--voxel") { Description = "Edge of a voxel, such as \"0.35 um\", or three of them: \"0.3 um, 0.3 um, 0.5 um\"." };
    private static readonly Option<string?> Crop = PartArguments.Crop();
    private static readonly Option<int> Bin = PartArguments.Bin();
    private static readonly Option<string[]> Phases = new("--phase") { Description = "What a label is made of: 0=insulator, 1=\"0.99 mS/cm\", or three conductivities along x, y and z; repeat it." };
    private static readonly Option<string[]> Permittivity = new("--permittivity") { Description = "Relative permittivity of the phase of a label, such as 1=60; repeat it. Default: 0." };
    private static readonly Option<string[]> Grains = new("--grain-boundary") { Description = "Resistance between the labels of one phase, such as 5-9=\"3 ohm cm2\"; repeat it." };
    private static readonly Option<string[]> GrainCapacitance = new("--grain-capacitance") { Description = "Capacitance beside that resistance, such as 5-9=\"0.2 uF/cm2\"; repeat it." };
    private static readonly Option<string[]> Interfaces = new("--interface") { Description = "Resistance between two phases, such as 1,2=\"0.8 ohm cm2\"; repeat it." };
    private static readonly Option<string[]> Capacitance = new("--capacitance") { Description = "Capacitance beside that resistance, such as 1,2=\"1 uF/cm2\"; repeat it." };
    private static readonly Option<string[]> Sheets = new("--sheet") { Description = "Conductance along the interface of two phases (thickness times conductivity), such as 1,2=\"5 nS\"; repeat it." };
    private static readonly Option<string?> Boundary = new("--boundary") { Description = "insulated (sides; the default), sides (periodic sides) or periodic (all)." };
    private static readonly Option<string> Direction = new("--direction") { Description = "Direction of the field: x, y or z; default: z.", DefaultValueFactory = _ => "z" };
    private static readonly Option<string> From = new("--from") { Description = "First frequency; default: 1 MHz.", DefaultValueFactory = _ => "1 MHz" };
    private static readonly Option<string> To = new("--to") { Description = "Last frequency; default: 1 Hz.", DefaultValueFactory = _ => "1 Hz" };
    private static readonly Option<int> Points = new("--points") { Description = "Frequencies per decade, 1 to 100; default: 5.", DefaultValueFactory = _ => 5 };
    private static readonly Option<double?> Tolerance = new("--tolerance") { Description = "Relative error at which to stop; default 0.0001." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Table to write (.csv): f, Z' and -Z'' of the volume as a layer, and its complex conductivity." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    /// <summary>Creates the command.</summary>
    /// <returns>The command.</returns>
    internal static Command Create()
    {
        var command = new Command("impedance", "Find the impedance of a labelled volume: phases with permittivity, boundaries as resistance beside capacitance.")
        {
            Volume, Voxel, Crop, Bin, Phases, Permittivity, Grains, GrainCapacitance, Interfaces, Capacitance, Sheets, Boundary, Direction, From, To, Points, Tolerance, Output, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken interruption)
    {
        StructureImpedanceRequest request = Request(parsed);
        bool machine = parsed.GetValue(Json);
        StructureImpedanceReport report = await ProgressPrinter.For(machine, parsed.InvocationConfiguration.Error)
            .RunAsync(progress => Task.Run(() => MeasureStructureImpedance.Run(request, progress, interruption), interruption))
            .ConfigureAwait(false);
        if (parsed.GetValue(Output) is { } table)
        {
            report.Write(table);
        }

        TextWriter target = parsed.InvocationConfiguration.Output;
        if (machine)
        {
            target.Write(report.ToJson());
        }
        else
        {
            StructureImpedanceSheet.Print(report, target);
        }

        return ExitCode.Success;
    }

    private static StructureImpedanceRequest Request(ParseResult parsed)
    {
        IReadOnlyList<string> Values(Option<string[]> option) => parsed.GetValue(option) ?? [];
        double first = SpectrumVerbOptions.Hertz("--from", parsed.GetRequiredValue(From)), last = SpectrumVerbOptions.Hertz("--to", parsed.GetRequiredValue(To));
        return new StructureImpedanceRequest
        {
            VolumeFile = parsed.GetRequiredValue(Volume),
            VoxelSize = StructureArguments.Voxel(parsed.GetValue(Voxel)),
            Part = PartArguments.Part(parsed.GetValue(Crop), parsed.GetValue(Bin)),
            Phases = PolarArguments.Phases(StructureArguments.Phases(Values(Phases), Values(Grains)), Values(Permittivity), Values(GrainCapacitance)),
            Interfaces = PolarArguments.Interfaces(StructureArguments.Interfaces(Values(Interfaces), Values(Sheets)), Values(Capacitance)),
            Boundary = parsed.GetValue(Boundary) is { } sides ? StructureArguments.Boundary(sides) : ConductionBoundary.InsulatedSides,
            Options = new ImpedanceOptions
            {
                Axis = PolarArguments.Axis(parsed.GetRequiredValue(Direction)),
                Frequencies = FrequencySweep.Logarithmic(first, last, SpectrumVerbOptions.PerDecade(parsed.GetValue(Points))),
                Tolerance = parsed.GetValue(Tolerance) ?? 1e-4,
            },
        };
    }
}
