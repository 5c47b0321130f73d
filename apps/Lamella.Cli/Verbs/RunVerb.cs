using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.UseCases.Running;
using Lamella.UseCases.Writing;

namespace Lamella.Cli.Verbs;

/// <summary><c>lamella run CELL</c>: runs a protocol on a described cell and writes what an instrument would have written.</summary>
internal static class RunVerb
{
    private const string Example = "run examples/zheng2025-aiose/cell.yaml --step \"Discharge at 1C until 2.8 V\" --from 1";

    /// <summary>Creates the verb.</summary>
    /// <returns>The verb.</returns>
    internal static Verb Create()
    {
        var cell = new Argument<string>("CELL") { Description = "Path of a cell.yaml." };
        var steps = new Option<string[]>("--step")
        {
            Description = "A step in words, such as \"Charge at 0.2C until 4.35 V\", \"Hold at 4.35 V until C/50\", \"Rest for 20 min\"; repeat the option for more steps.",
        };
        var protocol = new Option<string?>("--protocol") { Description = "A file with one step a line, instead of --step; its last line may be \"Repeat 3 times\"." };
        var variant = new Option<string?>("--variant") { Description = "A variant of the cell; without it, the base cell." };
        var temperature = new Option<string?>("--temperature") { Description = "Such as \"-20 degC\"; default: that of the cell.yaml." };
        var from = new Option<double>("--from") { Description = "State of charge to start from, 0 (discharged, the default) to 1 (charged)." };
        var output = new Option<string?>("--output") { Description = "Folder for series.bdf.csv and result.json; without it, nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var command = new Command("run", "Run a protocol on a described cell and write the series and a summary.")
        {
            cell, steps, protocol, variant, temperature, from, output, json,
        };
        command.SetAction((parsed, interruption) => Task.Run(
            () =>
            {
                (string name, string words) = RunArguments.Protocol(parsed.GetValue(steps) ?? [], parsed.GetValue(protocol));
                string? folder = parsed.GetValue(output);
                if (folder is not null)
                {
                    ResultFolder.RequireReplaceable(folder);
                }

                RunReport report = RunCell.Run(
                    new RunRequest
                    {
                        CellFile = parsed.GetRequiredValue(cell),
                        Variant = parsed.GetValue(variant),
                        Protocol = words,
                        ProtocolName = name,
                        Temperature = RunArguments.Temperature(parsed.GetValue(temperature)),
                        StateOfCharge = RunArguments.StateOfCharge(parsed.GetValue(from)),
                    },
                    interruption);
                if (folder is not null)
                {
                    report.Write(folder);
                }

                TextWriter target = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    target.Write(report.ToJson());
                }
                else
                {
                    RunSheet.Print(report, folder, target);
                }

                return ExitCode.Success;
            },
            interruption));
        return new Verb(command, [Example, "run examples/li2024-qcpe/cell.yaml --step \"Charge at 0.2C\" --step \"Rest for 20 min\" --step \"Discharge at 1C\""]);
    }
}
