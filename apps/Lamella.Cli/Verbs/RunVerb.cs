using System.CommandLine;
using System.Globalization;
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
            Description = "A step in words, such as \"Charge at 0.2C until 4.35 V\"; repeat the option for more steps.",
        };
        var protocol = new Option<string?>("--protocol") { Description = "A file with one step a line, instead of --step." };
        var variant = new Option<string?>("--variant") { Description = "A variant of the cell; without it, the base cell." };
        var temperature = new Option<string?>("--temperature") { Description = "Such as \"-20 degC\"; default: that of the cell.yaml." };
        var from = new Option<double>("--from") { Description = "State of charge to start from, 0 (discharged) to 1 (charged)." };
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
                    Print(report, folder, target);
                }

                return ExitCode.Success;
            },
            interruption));
        return new Verb(command, [Example, "run examples/li2024-qcpe/cell.yaml --step \"Charge at 0.2C\" --step \"Rest for 20 min\" --step \"Discharge at 1C\""]);
    }

    private static void Print(RunReport report, string? folder, TextWriter target)
    {
        target.WriteLine($"{report.Cell.Name}");
        target.WriteLine($"{"step",-34}{"charge",12}{"per area",14}{"time",11}{"start",10}{"end",10}");
        target.WriteLine($"{string.Empty,-34}{"[mAh]",12}{"[mAh/cm2]",14}{"[h]",11}{"[V]",10}{"[V]",10}");
        foreach (Cells.Results.StepResult step in report.Run.Steps)
        {
            target.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{step.Label,-34}{step.Charge * report.Cell.Area / 3.6,12:F4}{step.Charge / 3.6e4,14:F4}{step.Duration / 3600.0,11:F3}{step.StartVoltage,10:F4}{step.EndVoltage,10:F4}"));
            target.WriteLine($"    {step.Reason}");
        }

        target.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"lithium conserved to {report.Run.Balance.LithiumDrift:E1}, charge to {report.Run.Balance.ChargeDrift:E1}; {report.Run.Work.Steps} steps of {report.Run.Work.Unknowns} unknowns"));
        foreach (string warning in report.Run.Warnings)
        {
            target.WriteLine($"warning: {warning}");
        }

        if (folder is not null)
        {
            target.WriteLine($"written: {Path.Combine(folder, "series.bdf.csv")}, {Path.Combine(folder, "result.json")}");
        }
    }
}
