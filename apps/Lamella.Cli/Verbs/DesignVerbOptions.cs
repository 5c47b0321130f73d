using System.CommandLine;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.UseCases.Designs;

namespace Lamella.Cli.Verbs;

/// <summary>Arguments and options of <c>lamella design</c>.</summary>
internal sealed class DesignVerbOptions
{
    private static readonly string[] Bases = [.. Enum.GetValues<EnergyBasis>().Select(basis => basis.Text())];
    private static readonly Dimension CRate = Dimension.Of("C");

    internal Argument<string> File { get; } = new("FILE") { Description = "A design file of a coin or pouch cell; docs/explanation/energy.md describes it, examples/design has some." };

    internal Option<string?> Target { get; } = new("--target")
    {
        Description = "A wanted energy, such as \"500 Wh/kg\" or \"1000 Wh/L\": says what would have to change, within the constraints of the file.",
    };

    internal Option<string> Basis { get; } = new("--basis")
    {
        Description = $"What the target counts: {string.Join(", ", Bases)}; default: cell.", DefaultValueFactory = _ => EnergyBasis.Cell.Text(),
    };

    internal Option<bool> Simulate { get; } = new("--simulate")
    {
        Description = "Take voltage and capacity from a simulated discharge of the cell that the file names under 'energy'.",
    };

    internal Option<bool> Check { get; } = new("--check")
    {
        Description = "Simulate the designs found for the target at the rate of the constraints, with the cell that the file names under 'energy'.",
    };

    internal Option<string?> Rate { get; } = new("--rate") { Description = "Rate of the simulated discharge, such as 0.5C; default: that of the file, else 0.1C." };

    internal Option<string?> Temperature { get; } = new("--temperature") { Description = "Temperature of the simulated discharge, such as \"-20 degC\"; default: that of the file, else of the cell." };

    internal Option<bool> Front { get; } = new("--front") { Description = "List the designs that no other beats in energy, rate and cycles at once." };

    internal Option<string?> Output { get; } = new("--output", "-o") { Description = "Folder for dossier.html (drawing to scale, masses, figures) and result.json; without it, nothing is written." };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON." };

    /// <summary>Makes the request from the parsed command line.</summary>
    internal DesignRequest Request(ParseResult parsed)
    {
        string? rate = parsed.GetValue(Rate), temperature = parsed.GetValue(Temperature);
        return new DesignRequest
        {
            DesignFile = parsed.GetRequiredValue(File),
            Target = parsed.GetValue(Target) is { } target ? Quantity.Parse(target) : null,
            TargetBasis = BasisOf(parsed.GetRequiredValue(Basis)),
            Simulate = parsed.GetValue(Simulate) || rate is not null || temperature is not null,
            Check = parsed.GetValue(Check),
            Rate = rate is null ? null : RateOf(rate),
            Temperature = RunArguments.Temperature(temperature),
            Front = parsed.GetValue(Front) || parsed.GetValue(Output) is not null,
        };
    }

    private static EnergyBasis BasisOf(string text)
    {
        int index = Array.IndexOf(Bases, text);
        return index >= 0 ? (EnergyBasis)index : throw new InputException(
            InputPlace.Whole("--basis"), $"'{text}' is no basis.", string.Join(", ", Bases),
            Suggestion.Nearest(text, Bases) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these words.");
    }

    private static double RateOf(string text)
    {
        Quantity rate = Quantity.Parse(text);
        return rate.Dimension == CRate && rate.InSi > 0.0 ? rate.InSi : throw new InputException(
            InputPlace.Whole("--rate"), $"'{text}' is no rate of discharge.", "a C-rate above 0", "Write for example --rate 0.5C or --rate C/10.");
    }
}
