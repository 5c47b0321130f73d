using System.Globalization;
using Lamella.Cells.Results;
using Lamella.UseCases.Running;

namespace Lamella.Cli.Printing;

/// <summary>A finished run as text: one row per step, how each ended, what was conserved, what to mind.</summary>
internal static class RunSheet
{
    private const int LeastLabelWidth = 12;

    /// <summary>Most steps that are printed; of more, the first and the last.</summary>
    private const int MostSteps = 60;

    /// <summary>Prints a run.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">Where its files were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(RunReport report, string? folder, TextWriter output)
    {
        output.WriteLine(report.Cell.Name);
        if (report.Experiment is { } experiment)
        {
            FindingsSheet.Print(experiment, output);
        }
        else
        {
            PrintSteps(report, output);
        }

        if (!report.Sensitivities.IsEmpty)
        {
            SensitivitySheet.Print(report, output);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Conserved (relative): lithium to {Largest(report, balance => balance.LithiumDrift):0.0e-0}, charge to {Largest(report, balance => balance.ChargeDrift):0.0e-0}. {report.Stages.Sum(stage => stage.Run.Work.Steps)} time steps of {report.Run.Work.Unknowns} unknowns."));
        if (report.Mesh is { Compared: > 0 } mesh)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Refining the mesh once changes {(mesh.Compared == 1 ? "the capacity" : "the capacities")} by {(mesh.Compared == 1 ? string.Empty : "at most ")}{100.0 * mesh.LargestChange:G2} %."));
        }

        foreach (string warning in report.Warnings)
        {
            output.WriteLine($"warning: {warning}");
        }

        if (folder is not null)
        {
            string series = report.Experiment is null ? "series.bdf.csv" : "series";
            output.WriteLine($"written: {Path.Combine(folder, series)}, {Path.Combine(folder, "result.json")}");
        }
    }

    private static double Largest(RunReport report, Func<CellBalance, double> drift) => report.Stages.Max(stage => drift(stage.Run.Balance));

    private static void PrintSteps(RunReport report, TextWriter output)
    {
        int width = Math.Max(LeastLabelWidth, report.Run.Steps.Select(step => step.Label.Length).DefaultIfEmpty(0).Max());
        double? loading = report.Cell.PorousPositive?.ActiveLoading;
        output.WriteLine($"{"step".PadRight(width)}{"charge",12}{"per area",13}{(loading is null ? "" : "per mass"),12}{"time",11}{"start",10}{"end",10}");
        output.WriteLine($"{new string(' ', width)}{"[mAh]",12}{"[mAh/cm2]",13}{(loading is null ? "" : "[mAh/g]"),12}{"[h]",11}{"[V]",10}{"[V]",10}");
        int count = report.Run.Steps.Length;
        bool all = count <= MostSteps;
        for (int i = 0; i < count; i++)
        {
            if (all || i < MostSteps / 2 || i >= count - (MostSteps / 2))
            {
                output.WriteLine(Row(report.Run.Steps[i], width, report.Cell.Area, loading));
                output.WriteLine($"    {report.Run.Steps[i].Reason}");
            }
            else if (i == MostSteps / 2)
            {
                output.WriteLine(FormattableString.Invariant($"    … {count - (2 * (MostSteps / 2))} steps between; --json prints all"));
            }
        }

        if (loading is not null)
        {
            output.WriteLine("Charge is positive while charging; the mass is that of the active material.");
        }

        if (StartedEmpty(report.Run))
        {
            output.WriteLine("The discharge began with a discharged cell: add '--from 1' to start charged, or a 'Charge at …' step before it.");
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
