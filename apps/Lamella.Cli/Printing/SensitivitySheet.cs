using System.Globalization;
using Lamella.Cells.Results;
using Lamella.Cells.Sensitivities;
using Lamella.UseCases.Running;

namespace Lamella.Cli.Printing;

/// <summary>Derivatives as text: what one per cent more of each input changes in what each step reports.</summary>
internal static class SensitivitySheet
{
    /// <summary>Prints the table.</summary>
    /// <param name="report">The run.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(RunReport report, TextWriter output)
    {
        int width = 2 + report.Sensitivities.Max(by => Label(by).Length);
        output.WriteLine("What 1 % more of an input changes, to first order:");
        output.WriteLine($"{string.Empty.PadRight(width)}{"charge",10}{"energy",10}{"time",10}{"start",10}{"end",10}");
        output.WriteLine($"{string.Empty.PadRight(width)}{"[%]",10}{"[%]",10}{"[s]",10}{"[mV]",10}{"[mV]",10}");
        for (int step = 0; step < report.Run.Steps.Length; step++)
        {
            output.WriteLine(report.Run.Steps[step].Label);
            foreach (InputSensitivity by in report.Sensitivities)
            {
                output.WriteLine(Row(by, by.Derivatives.Steps[step], report.Run.Steps[step], width));
            }
        }
    }

    private static string Label(InputSensitivity by) => $"  {by.Path} ({by.Input})";

    private static string Row(InputSensitivity by, StepSensitivity slope, StepResult step, int width) =>
        Label(by).PadRight(width)
        + Number(by.Elasticity(step.Charge, slope.Charge)) + Number(by.Elasticity(step.Energy, slope.Energy))
        + Number(by.PerPercent(slope.Duration)) + Number(1e3 * by.PerPercent(slope.StartVoltage)) + Number(1e3 * by.PerPercent(slope.EndVoltage));

    private static string Number(double value) =>
        (!double.IsFinite(value) ? "–" : Math.Abs(value) < 5e-5 ? "0" : value.ToString("G3", CultureInfo.InvariantCulture)).PadLeft(10);
}
