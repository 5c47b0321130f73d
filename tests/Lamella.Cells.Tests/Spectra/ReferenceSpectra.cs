using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Spectra;
using Lamella.Cells.Tests.Continuum;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>Reference spectra, and cells with the double layers that they were made with.</summary>
internal static class ReferenceSpectra
{
    /// <summary>Gets Xu2019 with its double layers.</summary>
    internal static CellDescription Xu2019 { get; } = ReferenceCells.Xu2019 with
    {
        Negative = ReferenceCells.Xu2019.Negative with { DoubleLayerCapacitance = 0.2 },
        Positive = ReferenceCells.Xu2019.Positive with { DoubleLayerCapacitance = 0.2 },
    };

    internal static (ImmutableArray<double> Frequency, Complex[] Impedance) Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require($"reference/cells/{name}.json")));
        double[] Numbers(string key) =>
            [.. document.RootElement.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];
        double[] real = Numbers("Z_re_ohm"), imaginary = Numbers("Z_im_ohm");
        return ([.. Numbers("frequency_Hz")], [.. real.Zip(imaginary, (re, im) => new Complex(re, im))]);
    }

    /// <summary>Largest |Z − Z_ref|/|Z_ref| below a frequency.</summary>
    internal static (double Error, double Frequency) Worst(CellSpectrum spectrum, Complex[] reference, double below)
    {
        double worst = 0.0, where = 0.0;
        for (int k = 0; k < reference.Length; k++)
        {
            double error = Complex.Abs(spectrum.Spectrum.Impedance[k] - reference[k]) / Complex.Abs(reference[k]);
            if (spectrum.Spectrum.Frequency[k] < below && error > worst)
            {
                (worst, where) = (error, spectrum.Spectrum.Frequency[k]);
            }
        }

        return (worst, where);
    }

    /// <summary>Largest |Σ parts − Z|/|Z|.</summary>
    internal static double SplitError(CellSpectrum spectrum) => Enumerable.Range(0, spectrum.Spectrum.Frequency.Length).Max(k =>
    {
        Complex z = spectrum.Spectrum.Impedance[k];
        return Complex.Abs(spectrum.Parts.Aggregate(-z, (sum, part) => sum + part.Impedance[k])) / Complex.Abs(z);
    });
}
