using System.Globalization;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core;
using Lamella.Core.Measurements;
using Lamella.UseCases.Spectra;

namespace Lamella.Cli.Printing;

/// <summary>A spectrum as text: the state, a picture, the largest parts at both ends, what to mind.</summary>
internal static class SpectrumSheet
{
    /// <summary>Parts below this share of |Z| at both ends are left out.</summary>
    private const double LeastShare = 0.005;

    /// <summary>Prints a spectrum.</summary>
    /// <param name="report">The spectrum.</param>
    /// <param name="folder">Where its files were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(SpectrumReport report, string? folder, TextWriter output)
    {
        CellSpectrum found = report.Spectrum;
        output.WriteLine(report.Cell.Name);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"At {found.Voltage:F4} V, {found.CurrentDensity / 10.0:G4} mA/cm2, {found.Temperature - PhysicalConstants.ZeroCelsius:G4} degC, of {report.Cell.Area * 1e4:G4} cm2:"));
        output.Write(SignalSketch.Draw(found.Spectrum));
        PrintParts(found, output);
        foreach (string warning in report.Warnings)
        {
            output.WriteLine($"warning: {warning}");
        }

        if (folder is not null)
        {
            output.WriteLine($"written: {Path.Combine(folder, "spectrum.csv")}, {Path.Combine(folder, "result.json")}");
        }
    }

    private static void PrintParts(CellSpectrum found, TextWriter output)
    {
        Spectrum spectrum = found.Spectrum;
        int last = spectrum.Frequency.Length - 1;
        int width = 8 + found.Parts.Select(part => Name(part).Length).DefaultIfEmpty(0).Max();
        output.WriteLine($"{"".PadRight(width)}{At(spectrum.Frequency[0]),24}{At(spectrum.Frequency[last]),24}");
        output.WriteLine($"{"".PadRight(width)}{"Z' [ohm]",12}{"-Z'' [ohm]",12}{"Z' [ohm]",12}{"-Z'' [ohm]",12}");
        Row("cell", spectrum.Impedance[0], spectrum.Impedance[last]);
        foreach (SpectrumPart part in found.Parts)
        {
            bool matters = Complex.Abs(part.Impedance[0]) > LeastShare * Complex.Abs(spectrum.Impedance[0])
                || Complex.Abs(part.Impedance[last]) > LeastShare * Complex.Abs(spectrum.Impedance[last]);
            if (matters)
            {
                Row("  " + Name(part), part.Impedance[0], part.Impedance[last]);
            }
        }

        void Row(string name, Complex first, Complex end) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name.PadRight(width)}{first.Real,12:G5}{-first.Imaginary,12:G5}{end.Real,12:G5}{-end.Imaginary,12:G5}"));
    }

    private static string At(double frequency) => string.Create(CultureInfo.InvariantCulture, $"at {frequency:G4} Hz");

    private static string Name(SpectrumPart part) => $"{part.Layer}: {Words(part.Process)}";

    private static string Words(SpectrumProcess process) => process switch
    {
        SpectrumProcess.IonicConduction => "conduction of ions",
        SpectrumProcess.Displacement => "geometric capacitance",
        SpectrumProcess.SaltDiffusion => "diffusion of salt",
        SpectrumProcess.ChargeTransfer => "charge transfer",
        SpectrumProcess.DoubleLayer => "double layer",
        SpectrumProcess.Film => "film",
        SpectrumProcess.SolidDiffusion => "diffusion in particles",
        SpectrumProcess.Joint => "joints",
        SpectrumProcess.Exchange => "exchange of the phases",
        SpectrumProcess.Electrons => "electrons",
        _ => "other",
    };
}
