using System.Numerics;
using Lamella.Cells.Running;

namespace Lamella.Cells.Spectra;

/// <summary>Adds the spectra of cells in series: one current passes all of them.</summary>
internal static class SeriesSpectra
{
    /// <summary>Adds up impedances and voltages; parts and warnings say which cell they are of.</summary>
    internal static CellSpectrum Sum(IReadOnlyList<CellSpectrum> cells)
    {
        var sum = new Complex[cells[0].Spectrum.Frequency.Length];
        foreach (CellSpectrum cell in cells)
        {
            for (int k = 0; k < sum.Length; k++)
            {
                sum[k] += cell.Spectrum.Impedance[k];
            }
        }

        return cells[0] with
        {
            Spectrum = new Core.Measurements.Spectrum(cells[0].Spectrum.Provenance, cells[0].Spectrum.Frequency, [.. sum]),
            Parts = [.. cells.SelectMany((cell, k) => cell.Parts.Select(part => part with { Layer = SeriesWords.Of(k, part.Layer) }))],
            Voltage = cells.Sum(cell => cell.Voltage),
            Temperature = cells.Average(cell => cell.Temperature),
            Warnings = [.. cells.SelectMany((cell, k) => cell.Warnings.Select(warning => SeriesWords.Of(k, warning)))],
        };
    }
}
