using System.CommandLine;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.UseCases.Spectra;

namespace Lamella.Cli.Verbs;

/// <summary>Arguments and options of <c>lamella spectrum</c>.</summary>
internal sealed class SpectrumVerbOptions
{
    private const int MostPerDecade = 100;
    private static readonly Dimension Frequency = Dimension.Of("Hz");

    internal Argument<string> Cell { get; } = new("CELL") { Description = "Path of a cell.yaml, or of a BPX file (.json)." };

    internal Option<double?> AtSoc { get; } = new("--at-soc")
    {
        Description = "State of charge of the rested cell, 0 (discharged) to 1 (charged), from which --step starts too; default: 0.5, for a BPX file what it states.",
    };

    internal Option<string[]> Step { get; } = new("--step")
    {
        Description = "A step in words that is run before, such as \"Discharge at 0.5C for 30 min\"; repeat the option for more steps.",
    };

    internal Option<bool> Loaded { get; } = new("--loaded") { Description = "Keep the current of the last step while the impedance is taken; without it, the current is switched off." };

    internal Option<string> From { get; } = new("--from") { Description = "First frequency; default: 1 MHz.", DefaultValueFactory = _ => "1 MHz" };

    internal Option<string> To { get; } = new("--to") { Description = "Last frequency; default: 10 mHz.", DefaultValueFactory = _ => "10 mHz" };

    internal Option<int> Points { get; } = new("--points") { Description = "Frequencies per decade, 1 to 100; default: 10.", DefaultValueFactory = _ => 10 };

    internal Option<string> Model { get; } = new("--model")
    {
        Description = $"Model of the cell: {string.Join(", ", CellModels.Names)}; default: {CellModels.Continuum}.", DefaultValueFactory = _ => CellModels.Continuum,
    };

    internal Option<string?> Variant { get; } = new("--variant") { Description = "A variant of the cell; without it, the base cell." };

    internal Option<string?> Temperature { get; } = new("--temperature") { Description = "Such as \"-20 degC\"; default: that of the cell.yaml." };

    internal Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "Folder for spectrum.csv (f, Z', -Z''), spectrum.parts.csv and result.json; without it, nothing is written.",
    };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print the summary as JSON." };

    /// <summary>Makes the request from the parsed command line.</summary>
    internal SpectrumRequest Request(ParseResult parsed)
    {
        string[] steps = parsed.GetValue(Step) ?? [];
        int points = parsed.GetValue(Points);
        return new SpectrumRequest
        {
            CellFile = parsed.GetRequiredValue(Cell),
            Variant = parsed.GetValue(Variant),
            StateOfCharge = RunArguments.StateOfCharge(parsed.GetValue(AtSoc), "--at-soc"),
            Temperature = RunArguments.Temperature(parsed.GetValue(Temperature)),
            Protocol = string.Join('\n', steps),
            From = Hertz("--from", parsed.GetRequiredValue(From)),
            To = Hertz("--to", parsed.GetRequiredValue(To)),
            PointsPerDecade = PerDecade(points),
            UnderLoad = parsed.GetValue(Loaded) && (steps.Length > 0 ? true : throw Wrong(
                "--loaded", "there is no step whose current could go on.", "--loaded beside --step", "Add for example --step \"Charge at 0.2C for 10 min\".")),
            Options = SpectrumOptions.FineMesh with { Model = RunArguments.Options(parsed.GetRequiredValue(Model), 1, null).Model },
        };
    }

    /// <summary>Checks a number of frequencies per decade.</summary>
    internal static int PerDecade(int points) => points is >= 1 and <= MostPerDecade ? points : throw Wrong(
        "--points", FormattableString.Invariant($"{points} is no number of frequencies per decade."), "1 to 100", "Write for example --points 10.");

    /// <summary>Reads a frequency.</summary>
    internal static double Hertz(string option, string text)
    {
        const string allowed = "a frequency from 1e-6 Hz to 1e9 Hz", remedy = "Write for example \"10 mHz\" or \"1 MHz\"; mHz is millihertz, MHz megahertz.";
        bool read = Quantity.TryParse(text, out Quantity? frequency, out _);
        return read && frequency!.Dimension == Frequency && frequency.InSi is >= FrequencySweep.Lowest and <= FrequencySweep.Highest
            ? frequency.InSi
            : throw Wrong(option, $"'{text}' is no frequency that can be measured.", allowed, remedy);
    }

    private static InputException Wrong(string place, string problem, string allowed, string remedy) =>
        new(InputPlace.Whole(place), problem, allowed, remedy);
}
