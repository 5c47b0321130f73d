using System.Globalization;
using Lamella.Cells.Results;
using Lamella.UseCases.Running;

namespace Lamella.Cli.Printing;

/// <summary>A finished run as text: one row per step, how each ended, what was conserved, what to mind.</summary>
internal static class RunSheet
{
    private const int LeastLabelWidth = 12;

    /// <summary>Prints a run.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">Where its files were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(RunReport report, string? folder, TextWriter output)
    {
        int width = Math.Max(LeastLabelWidth, report.Run.Steps.Select(step => step.Label.Length).DefaultIfEmpty(0).Max());
        double? loading = report.Cell.Cathode?.ActiveLoading;
        output.WriteLine(report.Cell.Name);
        output.WriteLine($"{"step".PadRight(width)}{"charge",12}{"per area",13}{(loading is null ? "" : "per mass"),12}{"time",11}{"start",10}{"end",10}");
        output.WriteLine($"{new string(' ', width)}{"[mAh]",12}{"[mAh/cm2]",13}{(loading is null ? "" : "[mAh/g]"),12}{"[h]",11}{"[V]",10}{"[V]",10}");
        foreach (StepResult step in report.Run.Steps)
        {
            output.WriteLine(Row(step, width, report.Cell.Area, loading));
            output.WriteLine($"    {step.Reason}");
        }

        if (loading is not null)
        {
            output.WriteLine("Charge is positive while charging; the mass is that of the active material.");
        }

        if (StartedEmpty(report.Run))
        {
            output.WriteLine("The discharge began with a discharged cell: add '--from 1' to start charged, or a 'Charge at …' step before it.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Conserved (relative): lithium to {report.Run.Balance.LithiumDrift:0.0e-0}, charge to {report.Run.Balance.ChargeDrift:0.0e-0}. {report.Run.Work.Steps} time steps of {report.Run.Work.Unknowns} unknowns."));
        foreach (string warning in report.Notes.Concat(report.Run.Warnings))
        {
            output.WriteLine($"warning: {warning}");
        }

        if (folder is not null)
        {
            output.WriteLine($"written: {Path.Combine(folder, "series.bdf.csv")}, {Path.Combine(folder, "result.json")}");
        }
    }

    private static string Row(StepResult step, int width, double area, double? loading)
    {
        string perMass = loading is { } mass ? (step.Charge / (3600.0 * mass)).ToString("F2", CultureInfo.InvariantCulture) : string.Empty;
        return string.Create(CultureInfo.InvariantCulture,
            $"{step.Label.PadRight(width)}{step.Charge * area / 3.6,12:F4}{step.Charge / 3.6e4,13:F4}{perMass,12}{step.Duration / 3600.0,11:F3}{step.StartVoltage,10:F4}{step.EndVoltage,10:F4}");
    }

    private static bool StartedEmpty(CellRun run) =>
        !run.Steps.IsEmpty && run.Steps[0] is { Charge: 0.0, Ending: StepEnding.LowerVoltageCutOff } first
        && first.Label.StartsWith("Discharge", StringComparison.Ordinal) && first.StartVoltage < first.EndVoltage + 0.05;
}
