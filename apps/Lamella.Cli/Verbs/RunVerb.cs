using System.Collections.Immutable;
using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Running;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella run CELL</c>: runs a protocol or an experiment on a described cell and writes what an instrument would have written.</summary>
internal static class RunVerb
{
    private static readonly ImmutableArray<string> Examples =
    [
        "run examples/zheng2025-aiose/cell.yaml --step \"Discharge at 1C until 2.8 V\" --from 1",
        "run examples/li2024-qcpe/cell.yaml --step \"Charge at 0.2C\" --step \"Rest for 20 min\" --step \"Discharge at 1C\"",
        "run examples/zheng2025-aiose/cell.yaml --from 1 --step \"Discharge at 1C\" --sensitivity \"cathode/solid diffusivity, electrolyte/AIOSE/thickness\"",
        "run examples/li2024-qcpe/cell.yaml --experiment rate-test --set \"rates=0.2C, 1C, 5C\"",
    ];

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var options = new RunVerbOptions();
        var command = new Command("run", "Run a protocol or a named experiment on a described cell and write the series and a summary.")
        {
            options.Cell, options.Step, options.Protocol, options.Experiment, options.Set, options.Variant, options.Calibrated, options.Temperature, options.From,
            options.Sensitivity, options.Fields, options.OnFailure, options.CheckMesh, options.Model, options.Refine, options.Tolerance, options.Threads,
            options.Output, options.Json,
        };
        command.SetAction(async (parsed, interruption) =>
        {
            string? folder = parsed.GetValue(options.Output);
            RunRequest request = options.Request(parsed);
            if (folder is not null)
            {
                ResultFolder.RequireReplaceable(folder);
            }

            bool json = parsed.GetValue(options.Json);
            RunReport report = await ProgressPrinter.ForShortRuns(json, parsed.InvocationConfiguration.Error)
                .RunAsync(progress => Task.Run(() => RunCell.Run(request with { Progress = progress }, interruption), interruption))
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
                RunSheet.Print(report, folder, target);
            }

            return ExitCode.Success;
        });
        return new Verb(command, Examples);
    }
}
