using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella design FILE</c>: mass, volume, energy, power and lithium of a designed cell, and what a target would take.</summary>
internal static class DesignVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "design examples/design/coin-aiose.yaml",
        "design examples/design/pouch-pgpe.yaml --target \"500 Wh/kg\" --check --front",
        "design examples/design/pouch-aiose.yaml --target \"800 Wh/L\" --basis stack --json",
        "design examples/design/coin-aiose.yaml --rate 1C --temperature \"25 degC\" --output /tmp/coin-aiose",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var options = new DesignVerbOptions();
        var command = new Command("design", "Compute mass, volume, energy, power and lithium of a designed coin or pouch cell, and what a target would take.")
        {
            options.File, options.Target, options.Basis, options.Check, options.Simulate, options.Rate, options.Temperature, options.Front, options.Output, options.Json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            DesignRequest request = options.Request(parsed);
            string? folder = parsed.GetValue(options.Output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            bool json = parsed.GetValue(options.Json);
            DesignReport report = await ProgressPrinter.ForShortRuns(json, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => DesignCell.Run(request, progress, interruption), interruption))
                .ConfigureAwait(false);
            if (folder is not null)
            {
                report.Write(folder);
            }

            TextWriter output = parsed.InvocationConfiguration.Output;
            if (json)
            {
                output.Write(report.ToJson());
            }
            else
            {
                DesignSheetPrinter.Print(report, folder, output);
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
