using System.Globalization;
using Lamella.Cells.Results;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Writing;

/// <summary>Writes the derivatives of voltage and current over time: two columns per input, per unit of the file.</summary>
internal static class SensitivityCsv
{
    internal static void Write(CellRun run, IReadOnlyList<InputSensitivity> sensitivities, double area, TextWriter writer)
    {
        writer.Write("Test Time / s,Step Count / 1");
        foreach (InputSensitivity by in sensitivities)
        {
            string path = by.Path.Replace(',', ' '), unit = by.Input.Unit.Symbol;
            writer.Write($",Voltage by {path} / V per {unit},Current by {path} / A per {unit}");
        }

        writer.Write('\n');
        for (int i = 0; i < run.Series.Length; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{run.Series.Time[i]:R},{run.Series.Step[i]}"));
            foreach (InputSensitivity by in sensitivities)
            {
                double voltage = by.PerUnit(by.Derivatives.Voltage[i]), current = by.PerUnit(by.Derivatives.Current[i]) * area;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $",{voltage:R},{current:R}"));
            }

            writer.Write('\n');
        }
    }
}
