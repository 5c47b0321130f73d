using System.Globalization;
using System.Numerics;
using Lamella.Cells.Spectra;
using Lamella.Core.Measurements;

namespace Lamella.UseCases.Writing;

/// <summary>Writes spectra as CSV: frequency, Z′ and −Z″, and what they consist of.</summary>
internal static class SpectrumCsv
{
    /// <summary>Column titles of one spectrum.</summary>
    internal const string Columns = "Frequency / Hz,Real Impedance / ohm,Negative Imaginary Impedance / ohm";

    /// <summary>Writes a spectrum, one frequency a line.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="writer">Receives the text.</param>
    internal static void Write(Spectrum spectrum, TextWriter writer)
    {
        writer.Write(Columns + "\n");
        for (int i = 0; i < spectrum.Frequency.Length; i++)
        {
            writer.Write(Row(spectrum.Frequency[i], spectrum.Impedance[i]) + "\n");
        }
    }

    /// <summary>Writes the parts of a spectrum, one layer, process and frequency a line.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="writer">Receives the text.</param>
    internal static void WriteParts(CellSpectrum spectrum, TextWriter writer)
    {
        writer.Write("Layer,Process," + Columns + "\n");
        foreach (SpectrumPart part in spectrum.Parts)
        {
            for (int i = 0; i < part.Impedance.Length; i++)
            {
                writer.Write($"\"{part.Layer.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{part.Process},{Row(spectrum.Spectrum.Frequency[i], part.Impedance[i])}\n");
            }
        }
    }

    /// <summary>One line of a spectrum without its end.</summary>
    internal static string Row(double frequency, Complex impedance) =>
        string.Create(CultureInfo.InvariantCulture, $"{frequency:R},{impedance.Real:R},{-impedance.Imaginary:R}");
}
