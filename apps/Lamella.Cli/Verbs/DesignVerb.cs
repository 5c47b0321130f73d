using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Designs;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella design FILE</c>: mass, volume, energy, power and lithium of a designed cell, part by part.</summary>
internal static class DesignVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "design examples/design/coin-aiose.yaml",
        "design examples/design/pouch-aiose.yaml --json",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var file = new Argument<string>("FILE") { Description = "A design file: a coin or pouch cell, see docs/explanation/energy.md." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("design", "Compute mass, volume, energy, power and lithium of a designed coin or pouch cell, part by part.") { file, json };
        command.SetAction((parsed, interruption) =>
        {
            DesignReport report = DesignCell.Run(new DesignRequest { DesignFile = parsed.GetRequiredValue(file) }, interruption);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.Write(report.ToJson());
            }
            else
            {
                DesignSheetPrinter.Print(report, output);
            }

            return Task.FromResult(ExitCode.Success);
        });
        return new Verb(command, Examples);
    }
}
