using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Spectra;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella spectrum CELL</c>: the impedance of a described cell at any state, split by layer and process.</summary>
internal static class SpectrumVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "spectrum examples/zheng2025-aiose/cell.yaml --at-soc 0.8 --from \"1 MHz\" --to \"10 mHz\"",
        "spectrum examples/li2024-qcpe/cell.yaml --step \"Discharge at 0.5C for 30 min\" --step \"Rest for 1 h\" --at-soc 1 --points 5 --json",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var options = new SpectrumVerbOptions();
        var command = new Command("spectrum", "Compute the impedance of a described cell at a state of charge or after some steps, and what it consists of.")
        {
            options.Cell, options.AtSoc, options.Step, options.Loaded, options.From, options.To, options.Points, options.Model,
            options.Variant, options.Temperature, options.Output, options.Json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            SpectrumRequest request = options.Request(parsed);
            string? folder = parsed.GetValue(options.Output);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            bool json = parsed.GetValue(options.Json);
            SpectrumReport report = await ProgressPrinter.ForShortRuns(json, parsed.InvocationConfiguration.Error)
                .RunAsync(_ => Task.Run(() => MeasureSpectrum.Run(request, interruption), interruption))
                .ConfigureAwait(false);
            if (folder is not null)
            {
                report.Write(folder);
            }

            TextWriter target = parsed.InvocationConfiguration.Output;
            if (json)
            {
                target.Write(report.ToJson());
            }
            else
            {
                SpectrumSheet.Print(report, folder, target);
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
